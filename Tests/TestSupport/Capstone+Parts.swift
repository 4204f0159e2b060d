import LinearAlgebra
import NeuralNetwork

// A look at each part with a few samples, as they meet it in a training: enough to say which one to turn to.

extension Capstone {
    /// The first part that does not do what it should; nil where all seem to.
    func wrongPart() throws -> String? {
        let parts = try make()
        let batch = test.selecting(0..<min(4, test.count))
        return try wrongLayer(of: parts, batch) ?? wrongLoss(of: parts, batch) ?? wrongModel(of: parts, batch)
            ?? wrongStep(of: parts, batch)
    }

    /// Whether it is the accuracy that is wrong, and not what the model says.
    func wrongAccuracy(_ reported: Double, _ model: any Layer) throws -> String? {
        let prediction = try model.forward(test.inputs)
        let threshold = try make().loss.decisionThreshold
        func label(_ matrix: Matrix, _ row: Int, _ threshold: Double) -> Int {
            if matrix.columns == 1 { return matrix[row, 0] > threshold ? 1 : 0 }
            return (0..<matrix.columns).reduce(0) { matrix[row, $1] > matrix[row, $0] ? $1 : $0 }
        }
        let right = (0..<test.count).count {
            label(prediction, $0, threshold) == label(test.targets, $0, 0.5)
        }
        let share = Double(right) / Double(test.count)
        guard abs(share - reported) > 1e-9 else { return nil }
        return
            "fit reports the accuracy \(short(reported)), where \(short(share)) of the model's answers are right."
    }

    private func wrongLayer(of parts: Parts, _ batch: Dataset) throws -> String? {
        var signal = batch.inputs
        for (index, layer) in parts.layers.enumerated() {
            let name = "\(type(of: layer)), layer \(index + 1) of \(parts.layers.count)"
            let output = try layer.forward(signal)
            guard output.elements.allSatisfy(\.isFinite) else {
                return "\(name): forward gives infinity or NaN before any step."
            }
            let upstream = normal(output.rows, output.columns, seed: 1)
            func sum(_ input: Matrix) throws -> Double { try (upstream * layer.forward(input)).sum() }
            let gradient = try layer.backward(upstream)
            let ofParameters = layer.parameters.map(\.gradient)
            if let wrong = try difference(gradient, at: signal, sum) {
                return "\(name): backward's gradient of the input is wrong, \(wrong)."
            }
            for (number, parameter) in layer.parameters.enumerated() {
                guard let gradient = ofParameters[number] else {
                    return "\(name): backward leaves no gradient in parameters[\(number)]."
                }
                let value = parameter.value
                defer { parameter.value = value }
                let wrong = try difference(gradient, at: value) {
                    parameter.value = $0
                    return try sum(signal)
                }
                if let wrong { return "\(name): the gradient of parameters[\(number)] is wrong, \(wrong)." }
            }
            _ = try layer.forward(signal)
            _ = try layer.backward(upstream)
            let isReplaced = zip(layer.parameters, ofParameters).allSatisfy { parameter, gradient in
                gradient.map { parameter.gradient?.matches($0) ?? false } ?? true
            }
            guard isReplaced else {
                return "\(name): gradients add up from backward to backward; each replaces the one before."
            }
            signal = output
        }
        return nil
    }

    private func wrongLoss(of parts: Parts, _ batch: Dataset) throws -> String? {
        let name = "\(type(of: parts.loss))"
        let prediction = try parts.layers.reduce(batch.inputs) { try $1.forward($0) }
        let loss = try parts.loss.forward(prediction: prediction, target: batch.targets)
        guard loss.isFinite else { return "\(name): forward gives \(short(loss)) before any step." }
        let wrong = try difference(parts.loss.backward(), at: prediction) {
            try parts.loss.forward(prediction: $0, target: batch.targets)
        }
        return wrong.map { "\(name): backward is wrong, \($0)." }
    }

    private func wrongModel(of parts: Parts, _ batch: Dataset) throws -> String? {
        let name = "\(type(of: parts.model))"
        let output = try parts.layers.reduce(batch.inputs) { try $1.forward($0) }
        guard try parts.model.forward(batch.inputs).matches(output) else {
            return "\(name): forward gives something else than its layers, one after the other."
        }
        let upstream = normal(output.rows, output.columns, seed: 2)
        _ = try parts.layers.reversed().reduce(upstream) { try $1.backward($0) }
        let parameters = parts.layers.flatMap(\.parameters)
        let gradients = parameters.map(\.gradient)
        guard parts.model.parameters.elementsEqual(parameters, by: ===) else {
            return "\(name): its parameters are not those of all its layers, in order."
        }
        for parameter in parameters { parameter.gradient = nil }
        _ = try parts.model.backward(upstream)
        let isSame = zip(parameters, gradients).allSatisfy { parameter, gradient in
            gradient.map { parameter.gradient?.matches($0) ?? false } ?? true
        }
        return isSame ? nil : "\(name): backward leaves other gradients than its layers, last to first."
    }

    private func wrongStep(of parts: Parts, _ batch: Dataset) throws -> String? {
        let name = "\(type(of: parts.optimizer))"
        _ = try parts.loss.forward(
            prediction: parts.model.forward(batch.inputs), target: batch.targets)
        parts.optimizer.zeroGradients()
        _ = try parts.model.backward(parts.loss.backward())
        let parameters = parts.model.parameters
        let before = parameters.map { ($0.value, $0.gradient) }
        try parts.optimizer.step()
        for (index, parameter) in parameters.enumerated() {
            guard let gradient = before[index].1, gradient.elements.contains(where: { $0 != 0 }) else {
                continue
            }
            let downhill = try -((parameter.value - before[index].0) * gradient).sum()
            if downhill == 0 { return "\(name): a step does not change the model's parameters[\(index)]." }
            if downhill < 0 { return "\(name): a step goes uphill, with the gradient and not against it." }
        }
        return nil
    }

    /// Where a gradient is not what small changes give, in a few of its elements; nil where it is.
    private func difference(
        _ gradient: Matrix, at point: Matrix, _ function: (Matrix) throws -> Double
    ) throws -> String? {
        guard gradient.shape == point.shape else { return "of shape \(gradient.shape) for \(point.shape)" }
        let step = 1e-5
        for index in stride(from: 0, to: point.elements.count, by: max(1, point.elements.count / 24)) {
            let (row, column) = index.quotientAndRemainder(dividingBy: point.columns)
            var (above, below) = (point, point)
            above[row, column] += step
            below[row, column] -= step
            let numerical = try (function(above) - function(below)) / (2 * step)
            let received = gradient[row, column]
            guard abs(received - numerical) > 1e-6 + 1e-3 * max(abs(received), abs(numerical)) else {
                continue
            }
            return "[\(row), \(column)] is \(short(received)), where small changes give \(short(numerical))"
        }
        return nil
    }
}
