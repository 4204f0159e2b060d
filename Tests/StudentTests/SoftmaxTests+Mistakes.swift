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
                Mistake("All rows are shifted by the whole matrix's largest logit: a low row gets lost.") {
                    powers($0 - $0.max()).dividedByRowSums()
                },
                Mistake("Without a shift, e to a large power is infinity, and ∞/∞ is NaN.") {
                    powers($0).dividedByRowSums()
                },
                Mistake("The columns add up to 1: a sample is a row, and each row needs a sum of its own.") {
                    ofRows($0.transposed()).transposed()
                },
                Mistake("The batch as a whole adds up to 1: each row needs a sum of its own.") {
                    powers($0 - $0.max()) / powers($0 - $0.max()).sum()
                },
                Mistake("Each row is divided by the sums of the columns.") {
                    try powers($0 - $0.rowMaxima()) / powers($0 - $0.rowMaxima()).columnSums()
                },
                Mistake(
                    "The shift differs from column to column: it has to be the same all along a row."
                ) {
                    powers(try $0 - $0.columnMaxima()).dividedByRowSums()
                },
                Mistake("It is shifted by the row's mean: that leaves large logits large.") {
                    powers(try $0 - $0.rowMeans()).dividedByRowSums()
                },
                Mistake("It is the logarithm of the probabilities.") { log(ofRows($0)) },
                Mistake("These are powers of 2, not of e.") { ofRows(0.6931471805599453 * $0) },
                Mistake("The logits are divided by their sum: powers of e are missing.") {
                    abs($0).dividedByRowSums()
                },
                Mistake(
                    "The largest gets 1 and the others 0: a decision, not probabilities."
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
                    "Only the diagonal of the Jacobian is used: the row's other logits matter too."
                ) {
                    let output = ofRows($0.input)
                    return try $0.outputGradient * output * (1 - output)
                },
                Mistake("The sum Σⱼ ∂L/∂pⱼ pⱼ is taken down the columns, and belongs to a row.") {
                    try jacobianProduct($0) { try ($0 * $1).columnSums() }
                },
                Mistake("The sum Σⱼ ∂L/∂pⱼ pⱼ is taken over the whole batch, and belongs to a row.") {
                    try jacobianProduct($0) { .single(try ($0 * $1).sum()) }
                },
                Mistake("The sum is of ∂L/∂pⱼ alone: each one has to be weighted by its pⱼ.") {
                    try jacobianProduct($0) { gradient, _ in gradient.rowSums() }
                },
                Mistake("The mean of ∂L/∂pⱼ pⱼ is taken, and should be the sum.") {
                    try jacobianProduct($0) { try ($0 * $1).rowMeans() }
                },
                Mistake("The output as the last factor is missing.", see: "formula") {
                    try $0.outputGradient - ($0.outputGradient * ofRows($0.input)).rowSums()
                },
                Mistake("It uses what forward was given, and should use what forward returned.") {
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

    private var lesson: String { "Lessons/07-softmax.md" }
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
