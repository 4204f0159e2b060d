import LinearAlgebra
import Student
import TestSupport

// What students count in place of the rows that are right, and what share comes of it.

extension AccuracyTests {
    /// Of a single column, with the default threshold when it is nil.
    func ofOneColumn(threshold given: Double? = nil) -> Subject<LossInput> {
        let threshold = given ?? 0.5
        return subject(
            threshold: given, draw: { predictions(rows: 5 + 2 * $0, around: threshold, seed: $2) },
            right: { share(of: $0) { ($0[0] > threshold) == ($1[0] > 0.5) } },
            mistakes: [
                Mistake(
                    "The threshold is used for the targets too: theirs is always ½.",
                    see: "threshold-for-targets"
                ) {
                    share(of: $0) { ($0[0] > threshold) == ($1[0] > threshold) }
                },
                Mistake("The threshold is ½ whatever is given.", see: "threshold-ignored") {
                    share(of: $0) { ($0[0] > 0.5) == ($1[0] > 0.5) }
                },
                Mistake(
                    "A prediction at the threshold counts as class 1: only above it does.",
                    see: "at-the-threshold"
                ) {
                    share(of: $0) { ($0[0] >= threshold) == ($1[0] > 0.5) }
                },
                Mistake(
                    "The largest of one column is always the first: all count as right.",
                    see: "one-column-argmax"
                ) {
                    share(of: $0) { _, _ in true }
                },
                Mistake(
                    "Predictions are compared with targets as they are, not their classes.", see: "formula"
                ) {
                    share(of: $0) { $0[0] == $1[0] }
                },
                Mistake(
                    "Predictions are rounded: the threshold says which class they mean.",
                    see: "rounded-predictions"
                ) {
                    share(of: $0) { $0[0].rounded() == $1[0] }
                },
                Mistake("Only class 1 counts: a 0 that is predicted as 0 is right as well.", see: "formula") {
                    share(of: $0) { $0[0] > threshold && $1[0] > 0.5 }
                },
                Mistake("Only class 0 counts: a 1 that is predicted as 1 is right as well.", see: "formula") {
                    share(of: $0) { $0[0] <= threshold && $1[0] <= 0.5 }
                },
                Mistake("It is the share of predictions of class 1, right or wrong.", see: "formula") {
                    share(of: $0) { prediction, _ in prediction[0] > threshold }
                },
                Mistake("It is 1 minus the mean distance from the targets: count rows.", see: "formula") {
                    let distances = try $0.prediction - $0.target
                    return .single(1 - distances.map(abs).mean())
                },
            ])
    }

    /// Of several columns; the threshold should not matter.
    func ofSeveralColumns(threshold given: Double? = nil) -> Subject<LossInput> {
        let threshold = given ?? 0.5
        return subject(
            threshold: given, draw: { classes(rows: 5 + 2 * $0, columns: $1, seed: $2) },
            right: { share(of: $0) { isLargest($0, at: $1) } },
            mistakes: [
                Mistake(
                    "All predictions are compared with the first row of the targets.", see: "first-target"
                ) { given in
                    let first = given.target.selectingRows([0]).elements
                    return share(of: given) { prediction, _ in isLargest(prediction, at: first) }
                },
                Mistake(
                    "Elements are counted, not rows: the zeros that agree count as right.",
                    see: "elements-counted"
                ) {
                    let agree = try ($0.prediction .> threshold) .== ($0.target .> 0.5)
                    return .single(agree.mean())
                },
                Mistake(
                    "Rows are compared with the threshold: the largest element decides.",
                    see: "rows-by-threshold"
                ) {
                    share(of: $0) { $0.map { $0 > threshold } == $1.map { $0 > 0.5 } }
                },
                Mistake("The largest of each column is looked for: each row needs its own.", see: "the-idea")
                {
                    let columns = LossInput($0.prediction.transposed(), $0.target.transposed())
                    let count =
                        share(of: columns) { largest($0) == largest($1) }.sum() * Double(columns.batch.rows)
                    return .single(count / Double($0.batch.rows))
                },
                Mistake("The largest of each column is looked for: each row needs its own.", see: "the-idea")
                {
                    let columns = LossInput($0.prediction.transposed(), $0.target.transposed())
                    return share(of: columns) { largest($0) == largest($1) }
                },
                Mistake("Rows are compared as they are, not their classes.", see: "formula") {
                    share(of: $0) { $0 == $1 }
                },
                Mistake("The smallest element of a row is taken for its class.", see: "the-idea") {
                    share(of: $0) { isLargest($0.map { -$0 }, at: $1) }
                },
                Mistake("It is divided by the number of elements: divide by the rows.", see: "formula") {
                    share(of: $0) { isLargest($0, at: $1) } / Double($0.batch.columns)
                },
                Mistake("The numbers of the right class are averaged: count rows.", see: "formula") {
                    .single(try ($0.prediction * $0.target).rowSums().mean())
                },
            ])
    }

    private func subject(
        threshold: Double?, draw: @escaping (Int, Int, UInt64) -> LossInput,
        right: @escaping (LossInput) -> Matrix, mistakes: [Mistake<LossInput>]
    ) -> Subject<LossInput> {
        let ofBoth: [Mistake<LossInput>] = [
            Mistake("Only the first row is read.", see: "first-row-only") { given in
                let first = LossInput(given.prediction.selectingRows([0]), given.target.selectingRows([0]))
                return right(first)
            },
            Mistake("The last row is left out.", see: "formula") { given in
                let others = 0..<given.batch.rows - 1
                let rest = LossInput(
                    given.prediction.selectingRows(others), given.target.selectingRows(others))
                return right(rest).map { $0 * Double(others.count) / Double(given.batch.rows) }
            },
            Mistake("It is the share of wrong answers: count the rows that agree.", see: "formula") {
                right($0).map { 1 - $0 }
            },
            Mistake(
                "Whole numbers are divided, and the rest is lost: 3/4 gives 0.", see: "whole-numbers-divided"
            ) {
                right($0).map { $0.rounded(.down) }
            },
            Mistake("It is the number of right answers: the division by n is missing.", see: "formula") {
                given in
                right(given).map { $0 * Double(given.batch.rows) }
            },
        ]
        return Subject(
            "accuracy", lesson: "Lessons/03-accuracy.md",
            received: {
                let (prediction, target) = ($0.prediction, $0.target)
                guard let threshold else {
                    return .single(try accuracy(prediction: prediction, target: target))
                }
                return .single(try accuracy(prediction: prediction, target: target, threshold: threshold))
            },
            right: right, draw: draw, mistakes: mistakes + ofBoth)
    }

    /// A column of predictions on both sides of a threshold, one of them exactly 1, and targets.
    func predictions(
        rows: Int, around threshold: Double, seed: UInt64, withTie: Bool = false
    ) -> LossInput {
        var prediction = uniform(rows, 1, in: threshold - 2...threshold + 2, seed: seed)
        prediction[rows - 1, 0] = 1
        if withTie { prediction[0, 0] = threshold }
        return LossInput(prediction, uniform(rows, 1, in: 0...1, seed: seed &+ 1000) .> 0.5)
    }

    /// Rows of several columns, some of them right, the last one exactly, and one-hot targets.
    func classes(rows: Int, columns: Int, seed: UInt64) -> LossInput {
        let target = oneHotRows(rows, columns, seed: seed)
        let noise = normal(rows, columns, seed: seed &+ 1000).elements
        var prediction = target
        for row in 0..<rows - 1 {
            for column in 0..<columns { prediction[row, column] += noise[row * columns + column] }
        }
        return LossInput(prediction, target)
    }
}

/// The share of rows that count, from the prediction and the target of each.
private func share(of given: LossInput, counts: ([Double], [Double]) -> Bool) -> Matrix {
    let rows = 0..<given.batch.rows
    let right = rows.count { row in
        counts(given.prediction.selectingRows([row]).elements, given.target.selectingRows([row]).elements)
    }
    return .single(Double(right) / Double(rows.count))
}

/// The place of the largest number, the first of equal ones.
private func largest(_ numbers: [Double]) -> Int? {
    numbers.max().flatMap { numbers.firstIndex(of: $0) }
}

/// Whether the largest number is in the place that a one-hot row marks.
private func isLargest(_ numbers: [Double], at oneHot: [Double]) -> Bool {
    largest(numbers) == oneHot.firstIndex(of: 1)
}
