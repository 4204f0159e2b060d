public import LinearAlgebra
public import NeuralNetwork
public import Testing

// What every loss promises, whatever it computes; for layers see LayerContract.swift.

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
