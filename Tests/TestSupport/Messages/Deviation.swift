import LinearAlgebra

/// How a result differs from what is right.
enum Deviation {
    case shape
    /// The place of the largest error, and how many elements are wrong.
    case elements(row: Int, column: Int, count: Int)

    /// Compares a result with what is right; nil when it is near enough everywhere.
    ///
    /// - Parameters:
    ///   - received: The result.
    ///   - expected: What is right.
    ///   - error: How far off an element is: above 1 it is wrong.
    init?(_ received: Matrix, from expected: Matrix, error: (Double, Double) -> Double) {
        guard received.shape == expected.shape else {
            self = .shape
            return
        }
        let errors = zip(received.elements, expected.elements).map { received, expected in
            let error = received == expected ? 0 : error(received, expected)
            return error.isNaN ? .infinity : error
        }
        guard let index = errors.indices.max(by: { errors[$0] < errors[$1] }), errors[index] > 1 else {
            return nil
        }
        let (row, column) = index.quotientAndRemainder(dividingBy: expected.columns)
        self = .elements(row: row, column: column, count: errors.count { $0 > 1 })
    }
}

extension Deviation {
    /// Tells of the difference.
    ///
    /// - Parameters:
    ///   - call: What was called: "Softmax.forward of huge logits".
    ///   - received: The result.
    ///   - expected: What is right.
    ///   - origin: How it is known what is right.
    ///   - advice: Why it is so, or what helps to find out.
    ///   - inputs: What the call was given.
    /// - Returns: The message.
    func message(
        _ call: String, _ received: Matrix, _ expected: Matrix, origin: String = "should be",
        advice: String, inputs: [(name: String, value: Matrix)] = []
    ) -> Message {
        switch self {
        case .shape:
            let given = inputs.map { " \($0.name) \($0.value.shape)" }.joined(separator: ",")
            return Message(
                finding: """
                    \(call): the shape is \(received.shape) and should be \(expected.shape)\
                    \(given.isEmpty ? "" : ", for\(given)").
                    """, advice: advice)
        case .elements(let row, let column, let count):
            let (bad, good) = distinct(received[row, column], expected[row, column])
            if expected.elements.count == 1 {
                return Message(
                    finding: "\(call): the result is \(bad) and \(origin) \(good).", advice: advice,
                    table: MatrixTable(matrices: inputs, place: (row, column)))
            }
            return Message(
                finding: """
                    \(call): [\(row), \(column)] is \(bad) and \(origin) \(good) \
                    (\(count) of \(expected.elements.count) wrong).
                    """, advice: advice,
                table: MatrixTable(
                    matrices: [("received", received), ("expected", expected)] + inputs,
                    place: (row, column)))
        }
    }
}
