/// A random number generator that gives the same numbers for the same seed, on every platform.
///
/// Pass it on as `&generator`: each number drawn changes its state. Not for cryptography.
///
/// Source: SplitMix64, Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Makes a generator that starts at the given seed.
    public init(seed: UInt64) {
        state = seed
    }

    /// Returns the next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}

/// Returns a number spread evenly over 0 ..< 1, one of 2⁵³ equally spaced ones.
func unitUniform(using generator: inout some RandomNumberGenerator) -> Double {
    Double(generator.next() >> 11) * 0x1p-53
}

/// Returns two independent numbers from the normal distribution with mean 0 and standard deviation 1.
///
/// Source: Marsaglia and Bray, "A Convenient Method for Generating Normal Variables", SIAM Review 6, 1964.
func standardNormalPair(using generator: inout some RandomNumberGenerator) -> (Double, Double) {
    while true {
        let x = 2 * unitUniform(using: &generator) - 1
        let y = 2 * unitUniform(using: &generator) - 1
        let square = x * x + y * y
        if square > 0, square < 1 {
            let scale = (-2 * portableLog(square) / square).squareRoot()
            return (x * scale, y * scale)
        }
    }
}

/// Returns the natural logarithm of a positive, normal number, from operations that IEEE 754 rounds exactly.
///
///     x = 2ᵏ · m,  ¾ ≤ m < 1½:   ln x = k ln 2 + 2 artanh t,   t = (m − 1) / (m + 1)
///
/// The system's `log` may differ in the last bit from one platform to the next; seeded numbers must not.
/// The series in t² ends where its next term is below 2⁻⁵³: |t| ≤ 1/5.
private func portableLog(_ x: Double) -> Double {
    var exponent = Double(x.exponent)
    var significand = x.significand
    if significand >= 1.5 {
        significand /= 2
        exponent += 1
    }
    let t = (significand - 1) / (significand + 1)
    var series = 0.0
    for odd in stride(from: 23, through: 1, by: -2) {
        series = series * (t * t) + 1 / Double(odd)
    }
    return exponent * 0.693_147_180_559_945_3 + 2 * t * series
}
