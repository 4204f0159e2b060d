import LinearAlgebra
public import NeuralNetwork
public import Testing

// What every loss promises, whatever it computes; for layers see LayerContract.swift.

/// Checks that a loss refuses `backward` before `forward`, and that nothing of a batch is left in the next.
///
/// - Parameters:
///   - backward: The loss's `backward`, which has to be right.
///   - sourceLocation: Where to report.
///   - make: Makes the loss.
/// - Throws: What the loss throws.
public func expectLossKeepsItsState(
    _ backward: Subject<LossInput>, sourceLocation: SourceLocation = #_sourceLocation,
    _ make: () -> any Loss
) throws {
    let sizes = [Size(2, 3), Size(2, 3), Size(2, 3), Size(4, 3)]
    let batches = sizes.enumerated().map { backward.draw($1.rows, $1.columns, UInt64(31 + 2 * $0)) }
    guard try backward.check(batches[0], sourceLocation: sourceLocation) else { return }
    try expectRefusal(
        .backwardBeforeForward, "\(backward.name) before any forward", sourceLocation: sourceLocation
    ) {
        try make().backward()
    }
    let used = make()
    var values: [Matrix] = []
    var gradients: [Matrix] = []
    for (index, batch) in batches.enumerated() {
        let fresh = make()
        values.append(.single(try fresh.forward(prediction: batch.prediction, target: batch.target)))
        let value = try attempt("\(backward.forwardName), once more", sourceLocation: sourceLocation) {
            try Matrix.single(used.forward(prediction: batch.prediction, target: batch.target))
        }
        guard let value, let right = values.last,
            expectClose(
                value, right, "\(backward.forwardName), call \(index + 1) of one object",
                leftovers(in: value, of: values), sourceLocation: sourceLocation)
        else { return }
        // One forward has no backward of its own: the next one replaces it.
        if index == 1 { continue }
        gradients.append(try fresh.backward())
        let gradient = try attempt("\(backward.name), once more", sourceLocation: sourceLocation) {
            try used.backward()
        }
        guard let gradient, let right = gradients.last,
            expectClose(
                gradient, right, "\(backward.name) after \(index + 1) forwards",
                leftovers(in: gradient, of: gradients), sourceLocation: sourceLocation)
        else { return }
    }
}

/// Says what of earlier batches is left in a result.
private func leftovers(in received: Matrix, of batches: [Matrix]) -> String {
    if received.matches(batches[0]) { return "It still belongs to the first batch, not to the latest." }
    let sameShape = batches.filter { $0.shape == received.shape }
    let sum = sameShape.dropFirst().reduce(batches[0]) { sum, batch in (try? sum + batch) ?? sum }
    if received.matches(sum) {
        return "What came of the batches before is added to it: begin anew each time."
    }
    return "It has to depend on the latest batch alone; on a new object it is right."
}

/// Checks that a loss refuses a prediction and a target of different shapes, also where they would broadcast.
///
/// - Parameters:
///   - forward: The loss's `forward`, which has to be right.
///   - sourceLocation: Where to report.
/// - Throws: `FillYourCodeHere` from a stub.
public func expectLossRefusesShapes(
    _ forward: Subject<LossInput>, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let batch = forward.draw(3, 2, 41)
    guard try forward.check(batch, sourceLocation: sourceLocation) else { return }
    for (rows, columns) in [(3, 1), (1, 2), (1, 1), (2, 3), (2, 2)] {
        let target = Matrix.ones(rows: rows, columns: columns)
        let call = "\(forward.name) of a (3 × 2) prediction and a \(target.shape) target"
        do {
            _ = try forward.received(LossInput(batch.prediction, target))
            record(
                "\(call): should throw a ShapeError, and throws nothing.",
                "Shapes that differ are refused first, even where they would broadcast.",
                sourceLocation)
            return
        } catch is ShapeError {
            // Refused as it should be.
        } catch {
            record("\(call): should throw a ShapeError, and throws \"\(error)\".", "", sourceLocation)
            return
        }
    }
}
