import LinearAlgebra
import NeuralNetwork

/// Differentiates a loss by every element of a parameter, by small changes of one element at a time: what a gradient
/// is checked against.
///
///     n[i] = (L(θ + h eᵢ) − L(θ − h eᵢ)) / 2h
///
/// What was observed: the gradients are right, to six digits. Yet whoever checks them in the middle of a training
/// finds another loss afterwards than before, and the more checks there are the worse the network becomes.
///
/// - Parameters:
///   - parameter: θ, with some value.
///   - step: h, above 0.
///   - loss: L, computed anew from the parameter's present value.
/// - Returns: The derivatives, of the shape of the parameter's value.
/// - Throws: What the loss throws.
///
/// Lesson: Lessons/20-whats-wrong.md.
public func numericalGradient(
    of parameter: Parameter, step: Double = 1e-5, loss: () throws -> Double
) throws -> Matrix {
    var gradient = parameter.value
    for row in 0..<gradient.rows {
        for column in 0..<gradient.columns {
            parameter.value[row, column] += step
            let above = try loss()
            parameter.value[row, column] -= 2 * step
            let below = try loss()
            gradient[row, column] = (above - below) / (2 * step)
        }
    }
    return gradient
}
