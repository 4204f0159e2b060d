import LinearAlgebra
import Student
import TestSupport

// What students write in place of a softmax, and what comes of it.

extension SoftmaxTests {
    var forward: Subject<Matrix> {
        .forward(
            of: "Softmax", lesson: lesson, { Softmax() },
            draw: { normal($0, $1, seed: $2) }, right: { ofRows($0) },
            mistakes: [
                Mistake(
                    "All rows are shifted by the whole matrix's largest logit: a low row gets lost.",
                    see: "whole-matrix-shift"
                ) {
                    powers($0 - $0.max()).dividedByRowSums()
                },
                Mistake("Without a shift, e to a large power is infinity, and ∞/∞ is NaN.", see: "no-shift") {
                    powers($0).dividedByRowSums()
                },
                Mistake(
                    "It is shifted by the row's smallest logit: the largest may still overflow.",
                    see: "the-idea"
                ) {
                    $0.mapRows { exp($0 + (-$0).max()) }.dividedByRowSums()
                },
                Mistake("The maximum is added, and has to be subtracted.", see: "the-idea") {
                    $0.mapRows { exp($0 + $0.max()) }.dividedByRowSums()
                },
                Mistake("The smallest logit gets the largest probability: a sign is wrong.", see: "the-idea")
                {
                    ofRows(-$0)
                },
                Mistake("Large logits are cut off: those that differ become equal.", see: "the-idea") {
                    ofRows(clip($0, min: -50, max: 50))
                },
                Mistake(
                    "The columns add up to 1: a sample is a row, and each row needs a sum of its own.",
                    see: "columns-add-up"
                ) {
                    ofRows($0.transposed()).transposed()
                },
                wholeBatch { powers($0 - $0.max()) }, wholeBatch { powers(try $0 - $0.rowMaxima()) },
                Mistake("Each row is divided by the sums of the columns.", see: "formula") {
                    try powers($0 - $0.rowMaxima()) / powers($0 - $0.rowMaxima()).columnSums()
                },
                Mistake(
                    "The shift differs from column to column: it has to be the same all along a row.",
                    see: "formula"
                ) {
                    powers(try $0 - $0.columnMaxima()).dividedByRowSums()
                },
                Mistake("It is shifted by the row's mean: that leaves large logits large.", see: "the-idea") {
                    powers(try $0 - $0.rowMeans()).dividedByRowSums()
                },
                Mistake("It is the logarithm of the probabilities.", see: "formula") { log(ofRows($0)) },
                Mistake("These are powers of 2, not of e.", see: "formula") {
                    ofRows(0.6931471805599453 * $0)
                },
                Mistake("The logits are divided by their sum: powers of e are missing.", see: "the-idea") {
                    $0.dividedByRowSums()
                },
                Mistake(
                    "The shifted logits are divided by their sum: powers of e are missing.", see: "the-idea"
                ) {
                    $0.mapRows { $0 - $0.max() }.dividedByRowSums()
                },
                Mistake("These are powers of e: dividing each row by its sum is missing.", see: "the-idea") {
                    $0.mapRows { exp($0 - $0.max()) }
                },
                Mistake(
                    "These are powers of e, neither shifted nor divided by their row's sum.", see: "the-idea"
                ) {
                    powers($0)
                },
                Mistake(
                    "Each logit goes through a sigmoid: a row's probabilities do not add up to 1.",
                    see: "the-idea"
                ) {
                    $0.map { (tanh($0 / 2) + 1) / 2 }
                },
                Mistake(
                    "The largest gets 1 and the others 0: a decision, not probabilities.", see: "the-idea"
                ) {
                    try $0 .== $0.rowMaxima()
                },
            ])
    }

    var backward: Subject<BackwardInput> {
        .backward(
            of: "Softmax", lesson: lesson, { Softmax() },
            draw: { normal($0, $1, seed: $2) },
            right: { try jacobianProduct($0) { try ($0 * $1).rowSums() } },
            mistakes: [
                Mistake(
                    "Only the diagonal of the Jacobian is used: the row's other logits matter too.",
                    see: "only-the-diagonal"
                ) {
                    let output = ofRows($0.input)
                    return try (output - output * output) * $0.outputGradient
                },
                Mistake(
                    "The sum Σⱼ ∂L/∂pⱼ pⱼ is taken down the columns, and belongs to a row.",
                    see: "sum-down-the-columns"
                ) {
                    try jacobianProduct($0) { try ($0 * $1).columnSums() }
                },
                Mistake(
                    "The sum Σⱼ ∂L/∂pⱼ pⱼ is taken over the whole batch, and belongs to a row.",
                    see: "formula"
                ) {
                    try jacobianProduct($0) { .single(try ($0 * $1).sum()) }
                },
                Mistake("The sum is of ∂L/∂pⱼ alone: each one has to be weighted by its pⱼ.", see: "formula")
                {
                    try jacobianProduct($0) { gradient, _ in gradient.rowSums() }
                },
                Mistake("The mean of ∂L/∂pⱼ pⱼ is taken, and should be the sum.", see: "formula") {
                    try jacobianProduct($0) { try ($0 * $1).rowMeans() }
                },
                Mistake(
                    "It hands its gradient on unchanged: that is right only for a loss made for it.",
                    see: "gradient-unchanged"
                ) {
                    $0.outputGradient
                },
                Mistake(
                    "It is p − ∂L/∂p: the shortcut of a loss that has the softmax in it.",
                    see: "shortcut-of-the-loss"
                ) {
                    try ofRows($0.input) - $0.outputGradient
                },
                Mistake("The sum Σⱼ ∂L/∂pⱼ pⱼ is added, and has to be subtracted.", see: "formula") {
                    try jacobianProduct($0) { try -($0 * $1).rowSums() }
                },
                Mistake(
                    "The sum Σⱼ ∂L/∂pⱼ pⱼ is missing: the row's other logits matter too.", see: "missing-sum"
                ) {
                    try jacobianProduct($0) { gradient, _ in 0 * gradient }
                },
                Mistake("Only the row's other logits count: the diagonal is missing.", see: "formula") {
                    let output = ofRows($0.input)
                    return try output * ($0.outputGradient * output - ($0.outputGradient * output).rowSums())
                },
                Mistake(
                    "The softmax is taken twice: what forward returned has been through it.", see: "formula"
                ) {
                    try jacobianProduct(BackwardInput(ofRows($0.input), $0.outputGradient)) {
                        try ($0 * $1).rowSums()
                    }
                },
                Mistake("The output as the last factor is missing.", see: "formula") {
                    try $0.outputGradient - ($0.outputGradient * ofRows($0.input)).rowSums()
                },
                Mistake(
                    "It uses what forward was given, and should use what forward returned.", see: "formula"
                ) {
                    let gradient = $0.outputGradient
                    return try $0.input * (gradient - (gradient * $0.input).rowSums())
                },
            ])
    }

    /// Rows so far apart that each needs a shift of its own.
    func farApart(rows: Int, columns: Int, seed: UInt64) -> Matrix {
        var input = normal(rows, columns, seed: seed)
        for row in 0..<rows {
            for column in 0..<columns { input[row, column] += row.isMultiple(of: 2) ? 1000 : -1000 }
        }
        return input
    }

    /// Logits far beyond what e can be raised to, with either sign.
    func huge(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
        normal(rows, columns, seed: seed).map { 1e4 * $0 + ($0 < 0 ? -1000 : 1000) }
    }

    /// Huge logits in every other row, and ordinary ones between them, with a gradient.
    func hugeBatch(_ rows: Int, _ columns: Int, seed: UInt64) -> BackwardInput {
        BackwardInput(
            farOut(columns, rows, seed: seed).transposed(), normal(rows, columns, seed: seed + 1))
    }

    private var lesson: String { "Lessons/07-softmax.md" }
}

private func wholeBatch(_ powers: @escaping (Matrix) throws -> Matrix) -> Mistake<Matrix> {
    Mistake("The batch as a whole adds up to 1: each row needs a sum of its own.", see: "batch-adds-up") {
        try powers($0) / powers($0).sum()
    }
}

private func powers(_ input: Matrix) -> Matrix { exp(input) }

private func ofRows(_ input: Matrix) -> Matrix {
    input.mapRows { row in
        let powers = exp(row - row.max())
        return powers / powers.sum()
    }
}

/// p times the gradient from which a sum, which the caller takes, is subtracted.
private func jacobianProduct(
    _ given: BackwardInput, sum: (Matrix, Matrix) throws -> Matrix
) throws -> Matrix {
    let output = ofRows(given.input)
    return try output * (given.outputGradient - sum(given.outputGradient, output))
}

extension Matrix {
    fileprivate func dividedByRowSums() -> Matrix { mapRows { $0 / $0.sum() } }
}
