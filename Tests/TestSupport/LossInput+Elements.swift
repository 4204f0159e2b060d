public import LinearAlgebra

extension LossInput {
    /// What a function makes of each element of the prediction and the one of the target.
    ///
    /// - Parameter transform: Is given an element of the prediction and one of the target.
    /// - Returns: A matrix of the prediction's shape.
    public func map(_ transform: (Double, Double) -> Double) -> Matrix {
        var result = prediction
        for row in 0..<prediction.rows {
            for column in 0..<prediction.columns {
                result[row, column] = transform(prediction[row, column], target[row, column])
            }
        }
        return result
    }

    /// The sum over all elements of what a function makes of the prediction and the target.
    ///
    /// - Parameter term: Is given an element of the prediction and one of the target.
    /// - Returns: The sum.
    public func sum(_ term: (Double, Double) -> Double) -> Double { map(term).sum() }

    /// The sum over all elements, divided by the number of elements or of rows.
    ///
    /// - Parameters:
    ///   - divisor: What is counted.
    ///   - term: Is given an element of the prediction and one of the target.
    /// - Returns: The mean.
    public func mean(over divisor: Divisor = .elements, _ term: (Double, Double) -> Double) -> Double {
        sum(term) / divisor.number(in: batch)
    }

    /// What a function makes of each element, divided by the number of elements or of rows.
    ///
    /// - Parameters:
    ///   - divisor: What is counted.
    ///   - slope: Is given an element of the prediction and one of the target.
    /// - Returns: A matrix of the prediction's shape.
    public func gradient(over divisor: Divisor = .elements, _ slope: (Double, Double) -> Double) -> Matrix {
        map(slope) / divisor.number(in: batch)
    }
}
