import Foundation
import LinearAlgebra
public import NeuralNetwork

/// Makes two interleaved half circles, a small problem that no straight line solves.
///
///     outer, class 0:  (cos t, sin t)
///     inner, class 1:  (1 − cos t, 1 − sin t − ½),   t evenly spaced from 0 to π, both ends included
///
/// Shapes: inputs are samples × 2, targets are samples × 1 and hold 0 or 1. Half of the samples are outer
/// points, rounded down; the others are inner points. They come shuffled, and then every coordinate gets
/// independent noise from N(0, noise²).
///
/// The same generator state gives the same samples in the same order, and for another `noise` the same points
/// under it. Sine and cosine are the system's: their last bit may differ from one platform to the next.
///
/// - Parameters:
///   - samples: The number of points, 1 or more.
///   - noise: The standard deviation of the noise, finite, 0 or more; with 0 the points lie on the circles.
///   - generator: The source of randomness, for the order and for the noise.
/// - Returns: The shuffled points with their classes.
/// - Throws: `NetworkError.invalidArgument` when `samples` or `noise` is out of range.
///
/// Source: scikit-learn, `sklearn.datasets.make_moons`.
public func moons(
    samples: Int, noise: Double, using generator: inout some RandomNumberGenerator
) throws -> Dataset {
    guard samples >= 1 else {
        throw NetworkError.invalidArgument("moons: samples is \(samples), and has to be 1 or more")
    }
    guard noise >= 0, noise.isFinite else {
        throw NetworkError.invalidArgument("moons: noise is \(noise), and has to be finite and 0 or more")
    }
    let outer = halfTurn(count: samples / 2).map { (x: cos($0), y: sin($0), label: 0.0) }
    let inner = halfTurn(count: samples - samples / 2).map {
        (x: 1 - cos($0), y: 1 - sin($0) - 0.5, label: 1.0)
    }
    let points = (outer + inner).shuffled(using: &generator)
    let onCircles = try Matrix(rows: samples, columns: 2, elements: points.flatMap { [$0.x, $0.y] })
    let deviations = Matrix.normal(
        rows: samples, columns: 2, standardDeviation: noise, using: &generator)
    return try Dataset(
        inputs: onCircles + deviations,
        targets: Matrix(rows: samples, columns: 1, elements: points.map(\.label)))
}

/// Returns angles evenly spaced from 0 to π, both included; a single one is 0.
private func halfTurn(count: Int) -> [Double] {
    (0..<count).map { .pi * Double($0) / Double(max(count - 1, 1)) }
}
