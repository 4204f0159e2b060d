public import LinearAlgebra
public import NeuralNetwork
public import Testing

/// Checks a layer's `backward` against its own `forward` by centred differences.
///
///     n[i] = Σ G ⊙ (f(x + h eᵢ) − f(x − h eᵢ)) / 2h,   h = 1e-5
///     |a − n| / max(1e-3, |a| + |n|) ≤ 1e-6
///
/// G is a random upstream gradient: one of all ones would hide mistakes. Every entry of the input and of
/// every parameter is checked. Below 1e-3 the error is absolute, at most 1e-9: the differences carry rounding
/// errors of about 1e-11, and a tiny derivative must not be measured by them. A `forward` that returns its
/// input, or a constant, has a derivative that is easily right: that counts as wrong. See Stanford CS231n,
/// "Gradient checks".
///
/// - Parameters:
///   - layer: The layer to check.
///   - name: Its name: "Linear".
///   - input: Where to differentiate, away from kinks.
///   - parameterNames: What the layer's parameters are called, in their order.
///   - seed: For the upstream gradient.
///   - hint: A sentence that helps to find the mistake.
///   - sourceLocation: Where to report.
/// - Throws: What the layer throws.
public func expectGradients(
    of layer: any Layer, _ name: String, at input: Matrix, parameterNames: [String] = [], seed: UInt64 = 1,
    _ hint: String = "", sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let output = try layer.forward(input)
    let upstream = normal(output.rows, output.columns, seed: seed)
    let backward = try attempt(
        "\(name).backward of a \(input.shape) input", hint, sourceLocation: sourceLocation
    ) { try layer.backward(upstream) }
    guard let inputGradient = backward else { return }
    let parameterGradients = layer.parameters.map(\.gradient)

    let numerical = try centredDifferences(at: input, upstream: upstream, of: layer.forward)
    if input.elements.count > 4, output == input {
        record("\(name).forward: returns its input as it is.", hint, sourceLocation)
    }
    guard expectAnyChange(numerical, name, sourceLocation) else { return }
    compare(inputGradient, numerical, name, "input", hint, sourceLocation)

    for (index, parameter) in layer.parameters.enumerated() {
        let parameterName = index < parameterNames.count ? parameterNames[index] : "parameters[\(index)]"
        guard let gradient = parameterGradients[index] else {
            record("\(name).backward: stored no gradient in \(parameterName).gradient.", hint, sourceLocation)
            continue
        }
        let value = parameter.value
        let numerical = try centredDifferences(at: value, upstream: upstream) { changed in
            parameter.value = changed
            return try layer.forward(input)
        }
        parameter.value = value
        compare(gradient, numerical, name, parameterName, hint, sourceLocation)
    }
}

/// A single column may well have no effect: the softmax of one number is 1.
private func expectAnyChange(
    _ numerical: Matrix, _ name: String, _ sourceLocation: SourceLocation
) -> Bool {
    guard numerical.columns > 1, numerical.elements.allSatisfy({ $0 == 0 }) else { return true }
    record("\(name).forward: gives the same, whatever it is given.", "", sourceLocation)
    return false
}

/// The derivative of Σ G ⊙ f(x) by every element of x, by centred differences.
///
/// - Parameters:
///   - x: Where to differentiate, away from kinks.
///   - upstream: G, of the shape of f(x).
///   - function: f.
/// - Returns: The derivatives, of the shape of x.
/// - Throws: What the function throws.
public func centredDifferences(
    at x: Matrix, upstream: Matrix, of function: (Matrix) throws -> Matrix
) throws -> Matrix {
    let step = 1e-5
    var gradient = x
    for row in 0..<x.rows {
        for column in 0..<x.columns {
            var above = x
            above[row, column] += step
            var below = x
            below[row, column] -= step
            // Subtracted entry by entry: outputs that do not depend on this input leave no rounding behind.
            let change = try function(above) - function(below)
            gradient[row, column] = try (upstream * change).sum() / (2 * step)
        }
    }
    return gradient
}

private func compare(
    _ analytic: Matrix, _ numerical: Matrix, _ name: String, _ variable: String, _ hint: String,
    _ sourceLocation: SourceLocation
) {
    let deviation = Deviation(analytic, from: numerical) { abs($0 - $1) / gradientTolerance($0, $1) }
    deviation?.message(
        "\(name).backward, the gradient of the \(variable)", analytic, numerical,
        origin: "small changes, through your own forward, give", advice: hint
    ).record(at: sourceLocation)
}

/// How far an analytic gradient may be from a numerical one: 1e-6 of their sum, and 1e-9 where both are tiny.
func gradientTolerance(_ analytic: Double, _ numerical: Double) -> Double {
    1e-6 * max(1e-3, abs(analytic) + abs(numerical))
}
