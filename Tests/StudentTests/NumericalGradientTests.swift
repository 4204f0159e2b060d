import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Mend: numerical gradient") struct NumericalGradientTests {
    @Test("the parameter is afterwards what it was", arguments: Size.typical)
    func untouched(size: Size) throws {
        let value = normal(size.rows, size.columns, seed: 1)
        let parameter = Parameter(value)
        let gradient = try numericalGradient(of: parameter, step: 0.25) { parameter.value.sum() }
        guard expectSame(parameter.value, value, "Σ θ") else { return }
        expectClose(
            gradient, .ones(rows: size.rows, columns: size.columns), "numericalGradient of Σ θ",
            "It has to be there when the parameter is put back, too.")
    }

    @Test("checking again and again gives the same loss")
    func again() throws {
        let parameter = Parameter([[1, -2], [3, 0.5]])
        func loss() throws -> Double { try (parameter.value * parameter.value).sum() }
        let before = try loss()
        for _ in 0..<100 { _ = try numericalGradient(of: parameter) { try loss() } }
        guard
            expectClose(
                try loss(), before, "The loss after a hundred calls of numericalGradient", Self.advice)
        else { return }
        expectClose(
            try numericalGradient(of: parameter) { try loss() }, [[2, -4], [6, 1]],
            "numericalGradient of Σ θ², the hundred-and-first time", tolerance: 1e-8)
    }

    @Test("worked out by hand: the derivative of Σ θ² is 2θ, that of (Σ θ)² is 2 Σ θ everywhere")
    func values() throws {
        let value: Matrix = [[1, -2, 0.5], [3, 0, -1]]
        let parameter = Parameter(value)
        let ofSquares = try numericalGradient(of: parameter) { try (parameter.value * parameter.value).sum() }
        guard expectSame(parameter.value, value, "Σ θ²") else { return }
        expectClose(ofSquares, 2 * value, "numericalGradient of Σ θ²", tolerance: 1e-8)
        let ofSum = try numericalGradient(of: parameter, step: 0.5) {
            parameter.value.sum() * parameter.value.sum()
        }
        expectClose(
            ofSum, .init(repeating: 3, rows: 2, columns: 3), "numericalGradient of (Σ θ)² with step 0.5",
            "One element at a time: the others have to be as they were.", tolerance: 1e-8)
    }

    @Test("the differences are centred, with the step that is given")
    func centred() throws {
        let parameter = Parameter([[2.0, -1]])
        let gradient = try numericalGradient(of: parameter, step: 0.5) {
            try (parameter.value * parameter.value * parameter.value).sum()
        }
        guard expectSame(parameter.value, [[2, -1]], "Σ θ³") else { return }
        // ((θ + h)³ − (θ − h)³) / 2h = 3θ² + h²
        expectClose(
            gradient, [[12.25, 3.25]], "numericalGradient of Σ θ³ with step 0.5",
            "It is 3θ² + h²: one step up and one down, of h each.")
    }

    @Test("the loss is asked twice for each element, with all others as they were")
    func calls() throws {
        let value: Matrix = [[1, 2], [3, 4], [5, 6]]
        let parameter = Parameter(value)
        var seen: [Matrix] = []
        _ = try numericalGradient(of: parameter, step: 0.5) {
            seen.append(parameter.value)
            return 0
        }
        guard expectSame(parameter.value, value, "a loss that is always 0") else { return }
        var places: [Int] = []
        for matrix in seen {
            let changed = value.elements.indices.filter {
                abs(matrix.elements[$0] - value.elements[$0]) > 1e-9
            }
            // The loss may be asked where nothing is changed, too.
            guard
                expectTrue(
                    changed.count <= 1, "numericalGradient: \(changed.count) elements are changed at once.",
                    "One element at a time: put each back before the next one.")
            else { return }
            places += changed
        }
        expectTrue(
            places.sorted() == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5],
            "numericalGradient of 6 elements: the loss is asked with \(places.count) changes, and should be with 12.",
            "Each element once up and once down.")
    }

    @Test("an error of the loss comes through")
    func errors() throws {
        let parameter = Parameter([[1.0, 2]])
        let gradient = try numericalGradient(of: parameter, step: 0.5) { parameter.value.sum() }
        guard expectSame(parameter.value, [[1, 2]], "Σ θ"),
            expectClose(gradient, [[1, 1]], "numericalGradient of Σ θ")
        else { return }
        try expectShapeError("numericalGradient of a loss that throws") {
            try numericalGradient(of: parameter) { try (parameter.value * .ones(rows: 2, columns: 3)).sum() }
        }
    }
}

extension NumericalGradientTests {
    private static let advice =
        "Print the parameter before and after: it belongs to the network. See \(lesson)#numerical-gradient."
    private static let lesson = "Lessons/20-whats-wrong.md"

    /// Whether a parameter has its value again, but for rounding.
    @discardableResult
    private func expectSame(
        _ received: Matrix, _ value: Matrix, _ loss: String, sourceLocation: SourceLocation = #_sourceLocation
    ) -> Bool {
        expectClose(
            received, value, "The parameter after numericalGradient of \(loss)", advice(received, value),
            sourceLocation: sourceLocation)
    }

    private func advice(_ received: Matrix, _ value: Matrix) -> String {
        guard received.shape == value.shape, let shift = try? received - value else { return Self.advice }
        let isShifted = shift.elements.map { abs($0) > 1e-12 }
        if !isShifted.dropLast().contains(true) || !isShifted.dropFirst().contains(true),
            shift.elements.count > 1
        {
            return "All but one element are put back now: what is different about that one?"
        }
        return shift.elements.allSatisfy { $0 > 0 }
            ? "It is too large now, where it was too small: by how much do the changes move it in all?"
            : Self.advice
    }
}
