public import LinearAlgebra
import NeuralNetwork

// How an optimizer is run: as a student's code, or as a formula alone.

extension StepsInput {
    /// Gradients of normally distributed numbers, and a start near 0, so that small steps show.
    ///
    /// The very first gradient is 0: a quotient needs its ε there.
    ///
    /// - Parameters:
    ///   - steps: The number of steps.
    ///   - count: The number of elements of the parameter.
    ///   - seed: The same seed gives the same numbers.
    /// - Returns: The start and the gradients.
    public static func drawn(steps: Int, count: Int, seed: UInt64) -> StepsInput {
        var gradients = normal(steps, count, seed: seed)
        gradients[0, 0] = 0
        return StepsInput(from: normal(1, count, seed: seed &+ 1000, standardDeviation: 0.1), gradients)
    }

    /// The values after each step, a row a step, by a formula.
    ///
    /// - Parameter next: Gives the next value, from the value so far and the gradients up to the present one.
    /// - Returns: The values, of the gradients' shape.
    public func values(_ next: (Matrix, PastGradients) throws -> Matrix) rethrows -> Matrix {
        var values = gradients
        var value = start
        for step in 0..<gradients.rows {
            value = try next(value, PastGradients(rows: gradients.selectingRows(0...step)))
            for column in 0..<gradients.columns { values[step, column] = value[0, column] }
        }
        return values
    }

    /// The values after each step, a row a step, of a new optimizer's parameters, one next to the other.
    ///
    /// - Parameters:
    ///   - parts: What each of the parameters is given, every second one of them as a column.
    ///   - clearing: Whether `zeroGradients` is called after each step.
    ///   - make: Makes the optimizer.
    /// - Returns: A row a step; a parameter's value alone when it has changed its shape.
    /// - Throws: What the optimizer throws.
    static func run(
        _ parts: [StepsInput], clearing: Bool = false, _ make: ([Parameter]) -> any Optimizer
    ) throws -> Matrix {
        func shaped(_ row: Matrix, _ index: Int) -> Matrix {
            index.isMultiple(of: 2) ? row : row.transposed()
        }
        let starts = parts.enumerated().map { shaped($1.start, $0) }
        let parameters = starts.map { Parameter($0) }
        let optimizer = make(parameters)
        var rows: [[Double]] = []
        for step in 0..<parts[0].gradients.rows {
            for (index, part) in parts.enumerated() {
                parameters[index].gradient = shaped(part.gradients.selectingRows([step]), index)
            }
            try optimizer.step()
            for (parameter, start) in zip(parameters, starts) where parameter.value.shape != start.shape {
                return parameter.value
            }
            rows.append(parameters.flatMap(\.value.elements))
            if clearing { optimizer.zeroGradients() }
        }
        return try Matrix(rows: rows.count, columns: rows[0].count, elements: rows.flatMap { $0 })
    }

    /// The input as two parameters share it: the first has half of the columns, and the middle one.
    var halves: [StepsInput] {
        let middle = (gradients.columns + 1) / 2
        return [0..<middle, middle..<gradients.columns].map { columns in
            StepsInput(from: start.selectingColumns(columns), gradients.selectingColumns(columns))
        }
    }

    /// What comes of each half on its own, one next to the other.
    ///
    /// - Parameter result: Gives a row a step, from a half and its number, 0 or 1.
    /// - Returns: A row a step, the second half's columns after those of the first.
    public func ofHalves(_ result: (StepsInput, Int) throws -> Matrix) rethrows -> Matrix {
        var joined = gradients
        var start = 0
        for (index, half) in halves.enumerated() {
            let part = try result(half, index)
            for row in 0..<joined.rows {
                for column in 0..<part.columns { joined[row, start + column] = part[row, column] }
            }
            start += part.columns
        }
        return joined
    }

    /// The first steps alone.
    func prefix(_ steps: Int) -> StepsInput { StepsInput(from: start, gradients.selectingRows(0..<steps)) }
}

extension Matrix {
    fileprivate func selectingColumns(_ columns: Range<Int>) -> Matrix {
        transposed().selectingRows(columns).transposed()
    }
}
