import LinearAlgebra
import NeuralNetwork

/// Adds all elements; nothing adds up to 0.
public func summing(_ matrix: Matrix) throws -> Double {
    // fill your code here
    throw FillYourCodeHere()
}
