import LinearAlgebra
import Student
import TestSupport

// What students write in place of one-hot rows, and what comes of it.

/// Labels, and the number of classes.
struct OneHotInput: TestInput {
    let labels: [Int]
    let classes: Int

    init(_ labels: [Int], classes: Int) {
        self.labels = labels
        self.classes = classes
    }

    /// Random labels; the last class is among them only by chance.
    init(count: Int, classes: Int, seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        labels = (0..<count).map { _ in Int.random(in: 0..<classes, using: &generator) }
        self.classes = classes
    }

    var parts: [(name: String, value: Matrix)] {
        [("labels", rows(columns: 1) { _, label, _ in Double(label) })]
    }

    var batch: Shape { Shape(rows: labels.count, columns: classes) }

    /// A row for each label; each element is made from the row, the label and the column.
    func rows(columns: Int? = nil, _ element: (Int, Int, Int) -> Double) -> Matrix {
        var result = Matrix.zeros(rows: labels.count, columns: columns ?? classes)
        for (row, label) in labels.enumerated() {
            for column in 0..<result.columns { result[row, column] = element(row, label, column) }
        }
        return result
    }
}

extension OneHotTests {
    var rows: Subject<OneHotInput> {
        Subject(
            "oneHot", lesson: "Lessons/02-one-hot.md",
            received: { try oneHot($0.labels, classes: $0.classes) },
            right: { $0.rows { _, label, column in label == column ? 1 : 0 } },
            draw: { OneHotInput(count: $0, classes: $1, seed: $2) },
            mistakes: [
                Mistake(
                    "The largest label decides the number of columns: `classes` has to.",
                    see: "largest-label-decides"
                ) { input in
                    input.rows(columns: (input.labels.max() ?? 0) + 1) { _, label, column in
                        label == column ? 1 : 0
                    }
                },
                Mistake(
                    "Labels are counted from 1, and the 1 is a column too far left. They start at 0.",
                    see: "counted-from-1"
                ) {
                    $0.rows { _, label, column in label - 1 == column ? 1 : 0 }
                },
                Mistake("The 1 is a column too far right: labels are counted from 0.", see: "too-far-right") {
                    $0.rows { _, label, column in label + 1 == column ? 1 : 0 }
                },
                Mistake("The label itself stands where there has to be a 1.", see: "label-itself") {
                    $0.rows { _, label, column in label == column ? Double(label) : 0 }
                },
                Mistake(
                    "All labels are marked in the first row: each has a row of its own.",
                    see: "first-row-only"
                ) {
                    input in
                    input.rows { row, _, column in row == 0 && input.labels.contains(column) ? 1 : 0 }
                },
                Mistake("There is one row for all labels: each has a row of its own.", see: "one-row-for-all")
                {
                    input in
                    let all = input.rows { _, _, column in input.labels.contains(column) ? 1 : 0 }
                    return all.selectingRows([0])
                },
                Mistake(
                    "Every row marks all labels: row i is for labels[i] alone.", see: "every-row-all-labels"
                ) {
                    input in
                    input.rows { _, _, column in input.labels.contains(column) ? 1 : 0 }
                },
                Mistake("The others are −1, and have to be 0.", see: "formula") {
                    $0.rows { _, label, column in label == column ? 1 : -1 }
                },
                Mistake("Columns before the label are 1 too: only the label's own is.", see: "columns-before")
                {
                    $0.rows { _, label, column in column <= label ? 1 : 0 }
                },
                Mistake("The label is written into each column.", see: "formula") {
                    $0.rows { _, label, _ in Double(label) }
                },
                Mistake(
                    "The rows are only the labels, one column. A row has one column a class.", see: "formula"
                ) {
                    $0.parts[0].value
                },
                Mistake("Everything is 1: the columns of the other classes have to be 0.", see: "formula") {
                    $0.rows { _, _, _ in 1 }
                },
                Mistake("The first row is left out: rows are counted from 0.", see: "formula") {
                    $0.rows { row, label, column in row > 0 && label == column ? 1 : 0 }
                },
                Mistake("The last row is left out.", see: "formula") { input in
                    input.rows { row, label, column in
                        row < input.labels.count - 1 && label == column ? 1 : 0
                    }
                },
            ])
    }
}
