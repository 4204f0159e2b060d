import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Mend: class probabilities") struct ClassProbabilitiesTests {
    private let ln2 = 0.6931471805599453
    private let advice = "Put each row of this batch in alone, and compare with what it gives in the batch."

    @Test("forward: a row gives the same in any batch as alone, worked out by hand")
    func rowsOfABatch() throws {
        try farForward.check(
            [[1000, 1000 + ln2], [-1000, -1000]], gives: [[1.0 / 3, 2.0 / 3], [0.5, 0.5]], advice,
            of: "a high row and a low one")
    }

    @Test("forward: rows that are far apart, drawn")
    func farApartRows() throws {
        try farForward.checkDrawn(advice)
    }

    @Test("forward: finite for logits as far out as ±10 000, and right for small ones")
    func anyLogits() throws {
        guard try farForward.checkDrawn(advice),
            try forward.check(
                [[1e4, 0, -1e4], [-1e4, -1e4, -1e4]], gives: [[1, 0, 0], [1.0 / 3, 1.0 / 3, 1.0 / 3]],
                "Each row is shifted for a reason: e to a large power is infinity.", of: "huge logits",
                draw: { 1e4 * normal($0, $1, seed: $2) })
        else { return }
        try forward.checkDrawn("Each row is divided by its sum.")
    }

    @Test("backward: worked out by hand, and drawn, for rows that are far apart")
    func backwardValues() throws {
        let isRight = try farBackward.check(
            BackwardInput([[1000, 1000 + ln2], [-1000, -1000]], [[3, 0], [1, -1]]),
            gives: [[2.0 / 3, -2.0 / 3], [0.5, -0.5]], advice, of: "a high row and a low one")
        if isRight { try farBackward.checkDrawn(advice) }
    }

    @Test("backward: agrees with small changes of the input", arguments: Size.typical)
    func backwardDerivatives(size: Size) throws {
        guard try farForward.checkDrawn(advice) else { return }
        try backward.checkGradient(
            at: BackwardInput(
                normal(size.rows, size.columns, seed: 3), normal(size.rows, size.columns, seed: 4)),
            "backward was right as it was handed out.")
    }

    @Test("backward belongs to the latest forward, and needs one")
    func state() throws {
        guard try farForward.checkDrawn(advice) else { return }
        try expectLatestForwardCounts("ClassProbabilities", columns: 4) { ClassProbabilities() }
        try expectBackwardNeedsForward(ClassProbabilities(), "ClassProbabilities")
    }
}

// What it was, and what becomes of it half mended.

extension ClassProbabilitiesTests {
    private var forward: Subject<Matrix> { forward { normal($0, $1, seed: $2) } }
    private var farForward: Subject<Matrix> { forward(draw: farApart) }

    private func forward(draw: @escaping (Int, Int, UInt64) -> Matrix) -> Subject<Matrix> {
        .forward(
            of: "ClassProbabilities", lesson: lesson, { ClassProbabilities() }, draw: draw,
            right: { ofRows($0) },
            mistakes: [
                Mistake(
                    """
                    Only the highest rows of a batch survive: what has one row of a batch to do with another?
                    """, see: "class-probabilities"
                ) { exp($0 - $0.max()).dividedByRowSums() },
                Mistake("Nothing is shifted any more: e to a large power is infinity, and ∞/∞ is NaN.") {
                    exp($0).dividedByRowSums()
                },
                Mistake("The shift differs along a row now: it cancels only where it is the same.") {
                    exp(try $0 - $0.columnMaxima()).dividedByRowSums()
                },
                Mistake("Each row is shifted by its mean: that leaves large logits large.") {
                    exp(try $0 - $0.rowMeans()).dividedByRowSums()
                },
                Mistake("Large logits are cut off now: those that differ become equal.") {
                    ofRows(clip($0, min: -700, max: 700))
                },
                Mistake("A low row gives zeros in the place of NaN: they still do not add up to 1.") {
                    let powers = exp($0 - $0.max())
                    return try powers / maximum(powers.rowSums(), 1e-12)
                },
                Mistake("NaN is replaced by equal probabilities: the row says more than that.") { input in
                    let quotients = exp(input - input.max()).dividedByRowSums()
                    return quotients.map { $0.isNaN ? 1 / Double(input.columns) : $0 }
                },
            ])
    }

    private var backward: Subject<BackwardInput> { backward { normal($0, $1, seed: $2) } }
    private var farBackward: Subject<BackwardInput> { backward(draw: farApart) }

    private func backward(draw: @escaping (Int, Int, UInt64) -> Matrix) -> Subject<BackwardInput> {
        .backward(
            of: "ClassProbabilities", lesson: lesson, { ClassProbabilities() }, draw: draw,
            right: { given in
                let output = ofRows(given.input)
                let weighted = try output * given.outputGradient
                return try weighted - output * weighted.rowSums()
            }, mistakes: [])
    }

    /// Rows so far apart that no shift fits them all; within a row the logits are near each other.
    private func farApart(rows: Int, columns: Int, seed: UInt64) -> Matrix {
        var input = normal(rows, columns, seed: seed)
        for row in 0..<rows {
            for column in 0..<columns { input[row, column] += row.isMultiple(of: 2) ? 1000 : -1000 }
        }
        return input
    }

    private var lesson: String { "Lessons/20-whats-wrong.md" }
}

private func ofRows(_ input: Matrix) -> Matrix { input.mapRows { exp($0 - $0.max()).dividedByRowSums() } }

extension Matrix {
    fileprivate func dividedByRowSums() -> Matrix { mapRows { $0 / $0.sum() } }
}
