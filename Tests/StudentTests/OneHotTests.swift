import LinearAlgebra
import Student
import TestSupport
import Testing

@Suite("One-hot targets") struct OneHotTests {
    private let hint = "Row i belongs to labels[i], and column j to class j; both are counted from 0."

    @Test("each row has a single 1, in the column of its label")
    func singleOne() throws {
        guard
            try rows.check(
                OneHotInput([0, 2, 1, 2], classes: 3),
                gives: [[1, 0, 0], [0, 0, 1], [0, 1, 0], [0, 0, 1]],
                hint)
        else { return }
        try rows.checkDrawn(hint)
    }

    @Test("the shape is labels × classes, also when some classes never occur")
    func shape() throws {
        // No label is 0 here: whoever counts from 1 gets rows as well, and wrong ones.
        let draw = { (rows: Int, columns: Int, seed: UInt64) in
            OneHotInput(
                OneHotInput(count: rows, classes: columns, seed: seed).labels.map { $0 + 1 },
                classes: columns + 3)
        }
        guard
            try rows.check(
                OneHotInput([1, 1], classes: 5), gives: [[0, 1, 0, 0, 0], [0, 1, 0, 0, 0]], hint,
                of: "labels without the last class", draw: draw),
            try rows.check(OneHotInput([0], classes: 1), gives: [[1]], hint, of: "one label of one class")
        else { return }
        try rows.checkDrawn(hint, draw: draw)
    }

    @Test("any labels can be read back from the rows")
    func roundTrip() throws {
        let input = OneHotInput(count: 40, classes: 6, seed: 7)
        guard try rows.check(input, hint, of: "40 labels") else { return }
        let targets = try oneHot(input.labels, classes: 6)
        #expect(
            targets.rowArgmax() == input.labels,
            "oneHot of 40 labels: the largest element of row i is not in column labels[i].")
    }

    @Test("a label that is no class is refused", arguments: [3, 4, -1])
    func labelOutOfRange(label: Int) throws {
        guard try rows.checkDrawn(hint) else { return }
        try expectRefusal(
            .invalidArgument,
            "oneHot of the labels 0 and \(short(Double(label))) for 3 classes, which are 0, 1 and 2"
        ) {
            try oneHot([0, label], classes: 3)
        }
    }

    @Test("fewer than one class is refused", arguments: [0, -2])
    func tooFewClasses(classes: Int) throws {
        guard try rows.checkDrawn(hint) else { return }
        try expectRefusal(.invalidArgument, "oneHot of no labels for \(short(Double(classes))) classes") {
            try oneHot([], classes: classes)
        }
    }
}
