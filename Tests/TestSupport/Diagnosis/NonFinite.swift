import LinearAlgebra

extension Subject {
    /// Says from what size of the input on a result is not finite: where an infinity or a NaN begins.
    ///
    /// - Returns: A sentence; nil when the result is finite, or is not at any size.
    func whereItBegan(in trial: Trial<Input>) -> String? {
        guard let scaled = trial.input as? any Scalable, !isFinite(trial.input),
            let origin = scaled.scaled(by: 0) as? Input, isFinite(origin)
        else { return nil }
        var (finite, infinite) = (0.0, 1.0)
        for _ in 0..<40 {
            let middle = (finite + infinite) / 2
            guard let input = scaled.scaled(by: middle) as? Input else { return nil }
            if isFinite(input) { finite = middle } else { infinite = middle }
        }
        let size = infinite * scaled.size
        // e⁷⁰⁹·⁷⁸ is the largest power of e that a Double holds, and e⁻⁷⁴⁵ the smallest above 0.
        let reason =
            (709...746).contains(size) || (354...373).contains(size)
            ? ", where a power of e leaves what a Double can hold" : ""
        return "The same input scaled down is fine, until its largest number reaches \(short(size))\(reason)."
    }

    private func isFinite(_ input: Input) -> Bool {
        (try? received(input))?.elements.allSatisfy(\.isFinite) ?? false
    }
}

/// An input that can be made smaller without becoming another kind of input.
protocol Scalable {
    /// The same input with everything that may be of any size multiplied by a factor.
    func scaled(by factor: Double) -> Self
    /// The largest absolute value of what `scaled` multiplies.
    var size: Double { get }
}

extension Matrix: Scalable {
    func scaled(by factor: Double) -> Matrix { factor * self }
    var size: Double { abs(self).max() }
}

extension BackwardInput: Scalable {
    func scaled(by factor: Double) -> BackwardInput { BackwardInput(factor * input, outputGradient) }
    var size: Double { abs(input).max() }
}

extension LossInput: Scalable {
    func scaled(by factor: Double) -> LossInput { LossInput(factor * prediction, target) }
    var size: Double { abs(prediction).max() }
}
