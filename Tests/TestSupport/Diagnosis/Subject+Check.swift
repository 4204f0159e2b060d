public import LinearAlgebra
import NeuralNetwork
public import Testing

extension Subject {
    /// Records an issue unless the function gives, nearly, what is right; the issue names the mistake where it is a
    /// known one.
    ///
    ///     |received − expected| ≤ tolerance · max(1, |expected|)
    ///
    /// - Parameters:
    ///   - input: What the function is given.
    ///   - expected: What is right, worked out by hand; by `right` when nil.
    ///   - hint: A sentence that helps where the mistake is not a known one.
    ///   - situation: What is special about the input: "huge logits".
    ///   - tolerance: How far off an element may be, relative to its size or to 1.
    ///   - draw: Makes other inputs of this kind, from rows, columns and a seed; the subject's when nil.
    ///   - sourceLocation: Where to report.
    /// - Returns: True when the result is right.
    /// - Throws: `FillYourCodeHere` from a stub.
    @discardableResult
    public func check(
        _ input: Input, gives expected: Matrix? = nil, _ hint: String = "", of situation: String = "",
        tolerance: Double = 1e-9, draw: ((Int, Int, UInt64) -> Input)? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Bool {
        try judge(
            input, expected: expected ?? right(input), right, hint: hint, situation: situation,
            draw: draw ?? self.draw, sourceLocation
        ) { abs($0 - $1) / (tolerance * max(1, abs($1))) }
    }

    /// Checks a gradient against centred differences through the student's own `forward`, in every entry.
    ///
    ///     |a − n| / max(1e-3, |a| + |n|) ≤ 1e-6
    ///
    /// See `centredDifferences`. A `forward` that gives the same whatever it is given has a derivative that is
    /// easily right: that counts as wrong.
    ///
    /// - Parameters:
    ///   - input: Where to differentiate, away from kinks.
    ///   - hint: A sentence that helps where the mistake is not a known one.
    ///   - sourceLocation: Where to report.
    /// - Returns: True when the gradient is right.
    /// - Throws: `FillYourCodeHere` from a stub.
    @discardableResult
    public func checkGradient(
        at input: Input, _ hint: String = "", sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Bool {
        guard let differences else { preconditionFailure("\(name) is no gradient") }
        let numerical = try differences(input)
        // A single column may well have no effect: the softmax of one number is 1.
        if input.batch.columns > 1, numerical.elements.allSatisfy({ $0 == 0 }) {
            Message(finding: "\(forwardName): gives the same, whatever it is given.").record(
                at: sourceLocation)
            return false
        }
        // A pair of functions that return what they are given would agree.
        if let given = input as? BackwardInput, given.input.elements.count > 4,
            numerical.matches(given.outputGradient)
        {
            Message(
                finding: "\(forwardName): its derivative is 1 everywhere, as if it returned its input."
            ).record(at: sourceLocation)
            return false
        }
        return try judge(
            input, expected: numerical, differences, hint: hint, situation: "",
            origin: "small changes, through your own forward, give", draw: draw, sourceLocation
        ) { abs($0 - $1) / gradientTolerance($0, $1) }
    }

    private func judge(
        _ input: Input, expected: Matrix, _ oracle: (Input) throws -> Matrix, hint: String,
        situation: String, origin: String = "should be", draw: (Int, Int, UInt64) -> Input,
        _ sourceLocation: SourceLocation, error: (Double, Double) -> Double
    ) throws -> Bool {
        let call = situation.isEmpty ? name : "\(name) of \(situation)"
        let received: Matrix
        do {
            received = try self.received(input)
        } catch let stub as FillYourCodeHere {
            throw stub
        } catch {
            let advice = diagnosis(of: error, at: input, draw: draw) ?? hint
            record("\(call): throws \"\(error)\".", advice, sourceLocation)
            return false
        }
        guard let deviation = Deviation(received, from: expected, error: error) else { return true }
        let trial = Trial(input: input, received: received, expected: expected)
        let advice =
            diagnosis(of: trial, expected: oracle, draw: draw) ?? wrongForward(on: input)
            ?? whereItBegan(in: trial) ?? hint
        deviation.message(
            call, received, expected, origin: origin, advice: advice, inputs: input.parts
        ).record(at: sourceLocation)
        return false
    }
}
