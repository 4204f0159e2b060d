import LinearAlgebra
import Student
import TestSupport
import Testing

@Suite("Accuracy") struct AccuracyTests {
    @Test("one column: above the threshold ½ is class 1")
    func binary() throws {
        let hint = "A prediction above ½ means class 1; a row is right where that is the target's class."
        guard
            try ofOneColumn().check(
                LossInput([[0.9], [0.2], [0.6], [0.4], [0.7]], [[1], [0], [0], [1], [1]]), gives: [[0.6]],
                "Three of these five samples are right: the share is 3/5.", of: "one column")
        else { return }
        try ofOneColumn().checkDrawn(hint)
    }

    @Test("one column: the threshold is for predictions; targets are class 1 above ½")
    func threshold() throws {
        let given = LossInput([[0.2], [-0.2], [4], [-5]], [[1], [0], [1], [1]])
        let logits = ofOneColumn(threshold: 0)
        let above3 = ofOneColumn(threshold: 3)
        guard
            try logits.check(
                given, gives: [[0.75]], "For logits the threshold is 0: 0.2 means class 1.",
                of: "one column, threshold 0"),
            try above3.check(
                given, gives: [[0.5]],
                "Only predictions are compared with the threshold; a target of 1 is class 1 whatever it is.",
                of: "one column, threshold 3")
        else { return }
        try logits.checkDrawn("The threshold is 0 here.")
        try above3.checkDrawn("The threshold is 3 here.")
    }

    @Test("one column: a prediction at the threshold is class 0")
    func atTheThreshold() throws {
        let hint = "Class 1 needs more than the threshold: 0.5 > 0.5 does not hold."
        let draw = { (rows: Int, _: Int, seed: UInt64) in
            predictions(rows: rows + 4, around: 0.5, seed: seed, withTie: true)
        }
        guard
            try ofOneColumn().check(
                LossInput([[0.5], [0.5]], [[0], [0]]), gives: [[1]], hint, of: "predictions at the threshold",
                draw: draw)
        else { return }
        try ofOneColumn().checkDrawn(hint, draw: draw)
    }

    @Test("more columns: the largest element of every row counts, not of the first row alone")
    func manyClasses() throws {
        let given = LossInput(
            [[0.1, 0.7, 0.2], [0.8, 0.1, 0.1], [0.3, 0.3, 0.4], [0.2, 0.5, 0.3]],
            [[1, 0, 0], [1, 0, 0], [0, 0, 1], [0, 1, 0]])
        guard
            try ofSeveralColumns().check(
                given, gives: [[0.75]], "The first row is wrong and the other three are right: 3/4.",
                of: "three columns")
        else { return }
        try ofSeveralColumns().checkDrawn("The largest element of each row is its class, on both sides.")
    }

    @Test("more columns: logits may be negative, and no threshold applies")
    func manyClassesOfLogits() throws {
        let hint = "With two columns or more only the place of the largest element matters."
        let subject = ofSeveralColumns(threshold: 5)
        guard
            try subject.check(
                LossInput([[-3, -1], [-2, -7], [4, 9]], [[0, 1], [0, 1], [0, 1]]), gives: [[2.0 / 3]], hint,
                of: "two columns, threshold 5")
        else { return }
        try subject.checkDrawn(hint)
    }

    @Test("all right is 1 and all wrong is 0, for any batch", arguments: [1, 2, 9])
    func extremes(count: Int) throws {
        let target = oneHotRows(count, 4, seed: 3)
        let wrong = 1 - target
        guard
            try ofSeveralColumns().check(
                LossInput(target, target), gives: [[1]], of: "the targets themselves"),
            try ofSeveralColumns().check(
                LossInput(wrong, target), gives: [[0]], "Count rows, not single elements.",
                of: "wrong classes alone")
        else { return }
        try ofSeveralColumns().checkDrawn("The largest element of each row is its class, on both sides.")
    }

    @Test("different shapes are refused")
    func shapes() throws {
        let target = oneHotRows(3, 2, seed: 5)
        guard try ofSeveralColumns().check(LossInput(target, target), gives: [[1]], of: "equal shapes"),
            try ofSeveralColumns().checkDrawn("Equal shapes come first.")
        else { return }
        for (rows, columns) in [(3, 1), (1, 2), (2, 2), (2, 3)] {
            try expectShapeError("accuracy of (\(rows) × \(columns)) predictions for (3 × 2) targets") {
                try accuracy(prediction: .ones(rows: rows, columns: columns), target: target)
            }
        }
    }

    @Test("matrices without elements are refused: there is nothing to count")
    func nothingToCount() throws {
        guard try ofSeveralColumns().checkDrawn("Matrices with rows come first.") else { return }
        for (rows, columns) in [(0, 1), (0, 3), (2, 0)] {
            let empty = Matrix.zeros(rows: rows, columns: columns)
            try expectRefusal(.invalidArgument, "accuracy of \(empty.shape) predictions and targets") {
                try accuracy(prediction: empty, target: empty)
            }
            // Rows without a largest element end the program: that would hide what has been said.
            if (try? accuracy(prediction: empty, target: empty)) != nil { return }
        }
    }
}
