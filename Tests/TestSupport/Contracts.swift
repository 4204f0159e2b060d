public import LinearAlgebra
public import NeuralNetwork
public import Testing

// What every layer and every loss promises, whatever it computes.

/// Checks that `backward` without a `forward` is refused, and after one it is not.
///
/// - Parameters:
///   - layer: A layer that has seen nothing yet.
///   - name: Its name: "ReLU".
///   - sourceLocation: Where to report.
/// - Throws: `FillYourCodeHere` from a stub.
public func expectBackwardNeedsForward(
    _ layer: any Layer, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    try expectRefusal(
        .backwardBeforeForward, "\(name).backward before any forward", sourceLocation: sourceLocation
    ) {
        try layer.backward([[1, 2]])
    }
    let output = try layer.forward(awayFromZero(2, 3, seed: 20))
    let gradient = try layer.backward(normal(output.rows, output.columns, seed: 21))
    if gradient.shape != Shape(rows: 2, columns: 3) {
        record(
            "\(name).backward: the gradient of a (2 × 3) input is \(gradient.shape).", "", sourceLocation)
    }
}

/// Checks that `backward` belongs to the latest `forward`: two in a row, of different batch sizes.
///
/// - Parameters:
///   - name: The layer's name: "ReLU".
///   - columns: The number of its input columns.
///   - sourceLocation: Where to report.
///   - make: Makes the layer, the same each time.
/// - Throws: What the layer throws.
public func expectLatestForwardCounts(
    _ name: String, columns: Int, sourceLocation: SourceLocation = #_sourceLocation,
    _ make: () throws -> any Layer
) throws {
    let larger = awayFromZero(3, columns, seed: 21)
    let earlier = awayFromZero(2, columns, seed: 25)
    let later = awayFromZero(2, columns, seed: 22)
    let fresh = try make()
    let output = try fresh.forward(later)
    let upstream = normal(output.rows, output.columns, seed: 23)
    let expected = try fresh.backward(upstream)

    let used = try make()
    _ = try used.forward(larger)
    _ = try used.backward(normal(3, output.columns, seed: 24))
    _ = try used.forward(earlier)
    let hint = "It has to belong to the latest forward; here there were several, of 3 rows and of 2."
    let other = try attempt("\(name).backward", hint, sourceLocation: sourceLocation) {
        try used.backward(upstream)
    }
    guard let other else { return }
    let dependsOnInput =
        other != expected
        || zip(used.parameters, fresh.parameters).contains { $0.gradient != $1.gradient }
    if !dependsOnInput {
        record(
            "\(name).backward: gives the same gradient for two different inputs of forward.",
            "The derivative depends on what forward was given.", sourceLocation)
    }
    _ = try used.forward(awayFromZero(2, columns, seed: 26))
    _ = try used.forward(later)
    let latest = try attempt("\(name).backward", hint, sourceLocation: sourceLocation) {
        try used.backward(upstream)
    }
    guard let latest else { return }
    expectClose(latest, expected, "\(name).backward", hint, sourceLocation: sourceLocation)
    for (used, fresh) in zip(used.parameters, fresh.parameters) {
        guard let usedGradient = used.gradient, let freshGradient = fresh.gradient else { continue }
        expectClose(
            usedGradient, freshGradient, "\(name).backward, the stored gradient",
            "Each backward replaces the gradient: nothing of earlier batches may be left.",
            sourceLocation: sourceLocation)
    }
}

/// Checks that a loss refuses `backward` before `forward`, and belongs to the latest `forward`.
///
/// - Parameters:
///   - name: Its name: "CrossEntropy".
///   - predictions: Makes valid predictions of the given shape, from a seed.
///   - targets: Makes valid targets of the given shape, from a seed.
///   - sourceLocation: Where to report.
///   - make: Makes the loss.
/// - Throws: What the loss throws.
public func expectLossKeepsItsState(
    _ name: String, predictions: (Int, Int, UInt64) -> Matrix, targets: (Int, Int, UInt64) -> Matrix,
    sourceLocation: SourceLocation = #_sourceLocation, _ make: () -> any Loss
) throws {
    try expectRefusal(
        .backwardBeforeForward, "\(name).backward before any forward", sourceLocation: sourceLocation
    ) {
        try make().backward()
    }
    let prediction = predictions(2, 3, 31)
    let target = targets(2, 3, 32)
    let fresh = make()
    let value = try fresh.forward(prediction: prediction, target: target)
    let gradient = try fresh.backward()

    let used = make()
    _ = try used.forward(prediction: predictions(4, 3, 33), target: targets(4, 3, 34))
    _ = try used.backward()
    _ = try used.forward(prediction: predictions(2, 3, 35), target: target)
    if try used.backward() == gradient {
        record(
            "\(name).backward: gives the same gradient for two different predictions.",
            "The derivative depends on what forward was given.", sourceLocation)
    }
    expectClose(
        try used.forward(prediction: prediction, target: target), value, "\(name).forward",
        "The second batch's loss must not depend on the first batch.", sourceLocation: sourceLocation)
    expectClose(
        try used.backward(), gradient, "\(name).backward",
        "It has to belong to the latest forward; here there was another one before it.",
        sourceLocation: sourceLocation)
}

/// Checks that a loss refuses a prediction and a target of different shapes, also where they would broadcast.
///
/// - Parameters:
///   - loss: The loss.
///   - name: Its name: "CrossEntropy".
///   - sourceLocation: Where to report.
/// - Throws: `FillYourCodeHere` from a stub.
public func expectLossRefusesShapes(
    _ loss: any Loss, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let prediction = probabilityRows(3, 2, seed: 41)
    _ = try loss.forward(prediction: prediction, target: oneHotRows(3, 2, seed: 42))
    for (rows, columns) in [(3, 1), (1, 2), (1, 1), (2, 3), (2, 2)] {
        try expectShapeError(
            "\(name).forward with a (3 × 2) prediction and a (\(rows) × \(columns)) target",
            sourceLocation: sourceLocation
        ) {
            try loss.forward(prediction: prediction, target: .ones(rows: rows, columns: columns))
        }
    }
}
