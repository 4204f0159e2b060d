import LinearAlgebra
import NeuralNetwork

/// Doubles every element.
public func doubling(_ matrix: Matrix) throws -> Matrix {
    Matrix(rows: matrix.rows, columns: matrix.columns, elements: matrix.elements.map { 2 * $0 })
}
