import LinearAlgebra
import Student
import TestSupport
import Testing

@Suite("Accuracy") struct AccuracyTests {
    @Test("one column: above the threshold ½ is class 1")
    func binary() throws {
        let prediction: Matrix = [[0.9], [0.2], [0.6], [0.4], [0.7]]
        let target: Matrix = [[1], [0], [0], [1], [1]]
        expectClose(
            try accuracy(prediction: prediction, target: target), 0.6, "accuracy",
            "Three of these five samples are right: the share is 3/5.")
    }

    @Test("one column: the threshold is for predictions; targets are class 1 above ½")
    func threshold() throws {
        let logits: Matrix = [[0.2], [-0.2], [4], [-5]]
        let target: Matrix = [[1], [0], [1], [1]]
        expectClose(
            try accuracy(prediction: logits, target: target, threshold: 0), 0.75,
            "accuracy with threshold 0",
            "For logits the threshold is 0: 0.2 means class 1.")
        expectClose(
            try accuracy(prediction: logits, target: target, threshold: 3), 0.5,
            "accuracy with threshold 3",
            "Only predictions are compared with the threshold; a target of 1 is class 1 whatever it is.")
    }

    @Test("one column: a prediction at the threshold is class 0")
    func atTheThreshold() throws {
        expectClose(
            try accuracy(prediction: [[0.5], [0.5]], target: [[0], [0]]), 1, "accuracy",
            "Class 1 needs more than the threshold: 0.5 > 0.5 does not hold.")
    }

    @Test("more columns: the largest element of every row counts, not of the first row alone")
    func manyClasses() throws {
        let prediction: Matrix = [
            [0.1, 0.7, 0.2], [0.8, 0.1, 0.1], [0.3, 0.3, 0.4], [0.2, 0.5, 0.3],
        ]
        let target: Matrix = [[1, 0, 0], [1, 0, 0], [0, 0, 1], [0, 1, 0]]
        expectClose(
            try accuracy(prediction: prediction, target: target), 0.75, "accuracy",
            "The first row is wrong and the other three are right: 3/4.")
    }

    @Test("more columns: logits may be negative, and no threshold applies")
    func manyClassesOfLogits() throws {
        let prediction: Matrix = [[-3, -1], [-2, -7], [4, 9]]
        let target: Matrix = [[0, 1], [0, 1], [0, 1]]
        expectClose(
            try accuracy(prediction: prediction, target: target, threshold: 5), 2.0 / 3, "accuracy",
            "With two columns or more only the place of the largest element matters.")
    }

    @Test("all right is 1 and all wrong is 0, for any batch", arguments: [1, 2, 9])
    func extremes(count: Int) throws {
        let target = oneHotRows(count, 4, seed: 3)
        let wrong = 1 - target
        expectClose(try accuracy(prediction: target, target: target), 1, "accuracy of the targets themselves")
        expectClose(
            try accuracy(prediction: wrong, target: target), 0, "accuracy of wrong classes",
            "Count rows, not single elements.")
    }

    @Test("different shapes are refused")
    func shapes() throws {
        let target = oneHotRows(3, 2, seed: 5)
        _ = try accuracy(prediction: target, target: target)
        for (rows, columns) in [(3, 1), (1, 2), (2, 2), (2, 3)] {
            try expectShapeError("accuracy of (\(rows) × \(columns)) predictions for (3 × 2) targets") {
                try accuracy(prediction: .ones(rows: rows, columns: columns), target: target)
            }
        }
    }
}
