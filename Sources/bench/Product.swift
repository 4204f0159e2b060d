import LinearAlgebra

/// A product of two matrices, as a network's layers form it.
struct Product: Sendable {
    let name: String
    let rows: Int
    let inner: Int
    let columns: Int
    /// The operand that is stored the other way round, and transposed for the product.
    let transposed: Operand?

    enum Operand: Sendable { case left, right }

    /// The three products of a linear layer: Z = X·W, ∂W = Xᵀ·∂Z, ∂X = ∂Z·Wᵀ.
    static func layer(_ name: String, batch: Int, inputs: Int, outputs: Int) -> [Product] {
        [
            Product(
                name: "\(name) X·W", rows: batch, inner: inputs, columns: outputs, transposed: nil),
            Product(
                name: "\(name) Xᵀ·∂Z", rows: inputs, inner: batch, columns: outputs, transposed: .left),
            Product(
                name: "\(name) ∂Z·Wᵀ", rows: batch, inner: outputs, columns: inputs, transposed: .right),
        ]
    }

    /// What is measured: the networks' larger layers, and square matrices.
    static let all =
        layer("mnist-momentum", batch: 128, inputs: 784, outputs: 64)
        + layer("mnist-mlp", batch: 1, inputs: 784, outputs: 512)
        + layer("mnist-sigmoid", batch: 1, inputs: 784, outputs: 32)
        + layer("moons", batch: 1000, inputs: 50, outputs: 50)
        + [128, 512, 1024].map {
            Product(name: "square", rows: $0, inner: $0, columns: $0, transposed: nil)
        }

    /// The product as the peer's program reads it.
    var code: String {
        "\(rows)\(transposed == .left ? "T" : "")x\(inner)x\(columns)\(transposed == .right ? "T" : "")"
    }

    var shape: String { "\(rows) × \(inner) × \(columns)" }

    /// Multiplications and additions.
    var operations: Double { 2 * Double(rows) * Double(inner) * Double(columns) }

    /// The time of one product: the best of five batches of at least 20 ms.
    func measure() throws -> Timing {
        var generator = SeededGenerator(seed: 1)
        let (left, right) = (transposed == .left, transposed == .right)
        let a = Matrix.normal(
            rows: left ? inner : rows, columns: left ? rows : inner, using: &generator)
        let b = Matrix.normal(
            rows: right ? columns : inner, columns: right ? inner : columns, using: &generator)
        return try Timing.best {
            // As a layer writes it: transposing is part of the price.
            _ = try matmul(left ? a.transposed() : a, right ? b.transposed() : b)
        }
    }
}
