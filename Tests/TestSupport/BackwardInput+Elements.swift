public import LinearAlgebra

extension BackwardInput {
    /// A gradient made element by element.
    ///
    /// - Parameter transform: Given an element of the input, and the same one of the gradient of the output.
    /// - Returns: What it makes of them, in their places.
    public func map(_ transform: (_ input: Double, _ gradient: Double) -> Double) -> Matrix {
        var result = input
        for row in 0..<input.rows {
            for column in 0..<input.columns {
                result[row, column] = transform(input[row, column], outputGradient[row, column])
            }
        }
        return result
    }
}
