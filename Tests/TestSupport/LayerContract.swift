import LinearAlgebra
public import NeuralNetwork
public import Testing

// What every layer promises, whatever it computes.

/// Checks that `backward` without a `forward` is refused, and after one gives the right gradient.
///
/// - Parameters:
///   - layer: A layer that has seen nothing yet.
///   - name: Its name: "ReLU".
///   - parameterNames: What its parameters are called, in their order.
///   - sourceLocation: Where to report.
/// - Throws: `FillYourCodeHere` from a stub.
public func expectBackwardNeedsForward(
    _ layer: any Layer, _ name: String, parameterNames: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    try expectRefusal(
        .backwardBeforeForward, "\(name).backward before any forward", sourceLocation: sourceLocation
    ) {
        try layer.backward([[1, 2]])
    }
    // A layer that refuses, or lets through, whatever comes has not understood.
    try expectGradients(
        of: layer, name, at: awayFromZero(2, 3, seed: 20), parameterNames: parameterNames,
        "After a forward the gradient has to be right: look at the other tests of backward first.",
        sourceLocation: sourceLocation)
}

/// Checks that `backward` belongs to the latest `forward`, whatever came before.
///
/// - Parameters:
///   - name: The layer's name: "ReLU".
///   - columns: The number of its input columns.
///   - parameterNames: What the layer's parameters are called, in their order.
///   - sourceLocation: Where to report.
///   - make: Makes the layer, the same each time.
/// - Throws: What the layer throws.
public func expectLatestForwardCounts(
    _ name: String, columns: Int, parameterNames: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation, _ make: () throws -> any Layer
) throws {
    let width = try make().forward(awayFromZero(2, columns, seed: 22)).columns
    func batch(rows: Int, seed: UInt64) -> Batch {
        Batch(input: awayFromZero(rows, columns, seed: seed), upstream: normal(rows, width, seed: seed + 1))
    }
    let earlier = batch(rows: 2, seed: 22)
    let latest = batch(rows: 2, seed: 25)
    let alone = try attempt(
        "\(name).backward", "Look at the other tests of backward first.", sourceLocation: sourceLocation
    ) {
        History(
            right: try gradients(of: make(), at: latest),
            ofEarlierBatch: try gradients(of: make(), at: earlier),
            withEarlierInput: try gradients(
                of: make(), at: Batch(input: earlier.input, upstream: latest.upstream)))
    }
    guard let history = alone else { return }
    guard !history.right.contains(nil) else {
        record("\(name).backward: stores no gradient, or not all of them.", "", sourceLocation)
        return
    }
    guard history.right != history.withEarlierInput else {
        record(
            "\(name).backward: gives the same gradient for two different inputs of forward.",
            "The derivative depends on what forward was given.", sourceLocation)
        return
    }

    let larger = batch(rows: 3, seed: 28)
    let situations: [(what: String, layer: (any Layer) throws -> Void)] = [
        ("in a second batch", { _ = try gradients(of: $0, at: earlier) }),
        ("after two forwards", { _ = try $0.forward(earlier.input) }),
        ("of 2 rows after a batch of 3", { _ = try gradients(of: $0, at: larger) }),
    ]
    for situation in situations {
        let layer = try make()
        let values = layer.parameters.map(\.value)
        let call = "\(name).backward \(situation.what)"
        let received = try attempt(
            call, "Nothing of an earlier batch may be left.", sourceLocation: sourceLocation
        ) {
            try situation.layer(layer)
            return try gradients(of: layer, at: latest)
        }
        guard let received else { return }
        guard layer.parameters.map(\.value) == values else {
            record(
                "\(name).backward: changes what the layer has learnt.",
                "It only stores gradients: update is what moves the parameters.", sourceLocation)
            return
        }
        for index in history.right.indices {
            guard let right = history.right[index] else { continue }
            let parameter = parameterNames.indices.contains(index - 1) ? parameterNames[index - 1] : nil
            let place = parameter.map { "\(call), \($0).gradient" } ?? call
            guard let gradient = received[index] else {
                record("\(place): is nil, and was not in the first batch.", "", sourceLocation)
                return
            }
            let isRight = expectClose(
                gradient, right, place, history.reason(for: gradient, at: index),
                sourceLocation: sourceLocation)
            guard isRight else { return }
        }
    }
}

/// What a layer is given, forwards and backwards.
private struct Batch {
    let input: Matrix
    let upstream: Matrix
}

/// The gradients of a batch: the input's first, then those that the layer stores.
private func gradients(of layer: any Layer, at batch: Batch) throws -> [Matrix?] {
    _ = try layer.forward(batch.input)
    return try [layer.backward(batch.upstream)] + layer.parameters.map(\.gradient)
}

/// What a second batch's gradients may have been mixed up with.
private struct History {
    let right: [Matrix?]
    let ofEarlierBatch: [Matrix?]
    /// The gradients of the second batch, were its input that of the first.
    let withEarlierInput: [Matrix?]

    /// Says what has happened to a gradient that is not right.
    func reason(for gradient: Matrix, at index: Int) -> String {
        guard let right = right[index], let earlier = ofEarlierBatch[index],
            let mixed = withEarlierInput[index]
        else { return "" }
        if gradient.matches(mixed) {
            return "It belongs to an earlier forward: what is kept has to be new each time."
        }
        if gradient.matches(earlier) {
            return "It is still the gradient of the batch before: each backward has to replace it."
        }
        if let sum = try? right + earlier, gradient.matches(sum) {
            return "The gradients of two batches add up: each backward has to replace the stored one."
        }
        return "Something of an earlier batch is left in it: each forward has to start afresh."
    }
}
