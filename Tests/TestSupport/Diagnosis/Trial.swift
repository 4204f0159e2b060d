import LinearAlgebra

/// One input, with what came and what should have come.
struct Trial<Input: TestInput> {
    let input: Input
    let received: Matrix
    let expected: Matrix

    /// Whether what came is what should have come.
    var isRight: Bool { received.matches(expected) }

    /// Whether the element at each place is wrong; nil when the shapes differ.
    var isWrong: [Bool]? {
        guard received.shape == expected.shape else { return nil }
        return zip(received.elements, expected.elements).map { !$0.matches($1) }
    }
}

extension Matrix {
    /// Whether two results are the same but for rounding, also in their shapes and where they are not finite.
    func matches(_ other: Matrix) -> Bool {
        shape == other.shape && zip(elements, other.elements).allSatisfy { $0.matches($1) }
    }
}

extension Double {
    /// Whether two numbers are the same but for rounding; NaN is the same as NaN.
    ///
    /// Differences of 1e-9 pass near 0, where centred differences carry rounding errors of 1e-11; relative to larger
    /// numbers 1e-6 do, which is what gradient checks go by.
    func matches(_ other: Double) -> Bool {
        if isNaN || other.isNaN { return isNaN && other.isNaN }
        if self == other { return true }
        guard isFinite, other.isFinite else { return false }
        return Swift.abs(self - other) <= Swift.max(1e-9, 1e-6 * Swift.max(Swift.abs(self), Swift.abs(other)))
    }
}
