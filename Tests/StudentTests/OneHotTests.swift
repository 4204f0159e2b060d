import LinearAlgebra
import Student
import TestSupport
import Testing

@Suite("One-hot targets") struct OneHotTests {
    @Test("each row has a single 1, in the column of its label")
    func singleOne() throws {
        expectClose(
            try oneHot([0, 2, 1, 2], classes: 3),
            [[1, 0, 0], [0, 0, 1], [0, 1, 0], [0, 0, 1]],
            "oneHot([0, 2, 1, 2], classes: 3)", "Row i belongs to labels[i]; classes are counted from 0.")
    }

    @Test("the shape is labels × classes, also when some classes never occur")
    func shape() throws {
        expectClose(
            try oneHot([1, 1], classes: 5), [[0, 1, 0, 0, 0], [0, 1, 0, 0, 0]],
            "oneHot([1, 1], classes: 5)",
            "The number of columns is `classes`, whatever the largest label is.")
        expectClose(try oneHot([0], classes: 1), [[1]], "oneHot([0], classes: 1)")
    }

    @Test("any labels can be read back from the rows")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 7)
        let labels = (0..<40).map { _ in Int.random(in: 0..<6, using: &generator) }
        let targets = try oneHot(labels, classes: 6)
        #expect(
            targets.shape == Shape(rows: 40, columns: 6) && targets.rowArgmax() == labels,
            "oneHot of 40 labels: the largest element of row i is not in column labels[i].")
        #expect(
            targets.elements.allSatisfy { $0 == 0 || $0 == 1 } && targets.sum() == 40,
            "oneHot of 40 labels: apart from one 1 in each row, all has to be 0.")
    }

    @Test("a label that is no class is refused", arguments: [3, 4, -1])
    func labelOutOfRange(label: Int) throws {
        _ = try oneHot([0, 1], classes: 3)
        try expectRefusal(.invalidArgument, "oneHot with the label \(label) for 3 classes") {
            try oneHot([0, label], classes: 3)
        }
    }

    @Test("fewer than one class is refused", arguments: [0, -2])
    func tooFewClasses(classes: Int) throws {
        _ = try oneHot([0, 1], classes: 3)
        try expectRefusal(.invalidArgument, "oneHot for \(classes) classes") {
            try oneHot([], classes: classes)
        }
    }
}
