extension Double {
    /// Whether the number can be drawn: NaN and infinity cannot, nor can what is so large that a difference of
    /// two such numbers might be infinite.
    var isDrawable: Bool { magnitude <= 1e300 }

    /// The number for a place or a size in a drawing: at most two decimals, no exponent, a point.
    ///
    /// What is not finite is drawn at 0; drawings leave such values out before they come here.
    var coordinateText: String {
        guard isFinite, let digits = magnitude.fixedText(places: 2) else { return "0" }
        let trimmed = digits.withoutTrailingZeros
        return self < 0 && trimmed != "0" ? "-" + trimmed : trimmed
    }

    /// The number for people to read: three significant digits, a true minus sign, `1.23e-5` when very small
    /// or large.
    var shortText: String {
        guard isFinite else { return isNaN ? "NaN" : self < 0 ? "−∞" : "∞" }
        let size = magnitude
        let sign = self < 0 ? "−" : ""
        if size == 0 { return "0" }
        if size < 0.000_099_95 || size >= 99_999.5 { return sign + size.scientificText }
        let places = [100, 10, 1, 0.1, 0.01, 0.001].firstIndex { size >= $0 } ?? 6
        return sign + (size.fixedText(places: places) ?? size.scientificText)
    }

    /// A share from 0 to 1 as a percentage with at most one decimal: "91.6%".
    ///
    /// Only 0 is written as 0% and only 1 as 100%: "<0.1%" and ">99.9%" are for what is close to them.
    var percentText: String {
        guard isFinite, let digits = (magnitude * 100).fixedText(places: 1) else { return shortText }
        if self > 0, digits == "0.0" { return "<0.1%" }
        if self < 1, digits == "100.0" { return ">99.9%" }
        return (self < 0 ? "−" : "") + digits.withoutTrailingZeros + "%"
    }

    /// The digits of a number that is 0 or more, with as many decimals as asked for; nil when it is too large
    /// to have exact ones.
    func fixedText(places: Int) -> String? {
        let scaled = (self * Double.powerOfTen(places)).rounded()
        guard scaled < 0x1p53 else { return nil }
        return DecimalDigits(Int(scaled), exponent: -places).fixedText
    }

    /// Three digits and a power of ten, of a positive number: "1.23e-5".
    private var scientificText: String {
        var significand = self
        var exponent = 0
        while significand >= 10 {
            significand /= 10
            exponent += 1
        }
        while significand < 1 {
            significand *= 10
            exponent -= 1
        }
        return DecimalDigits(Int((significand * 100).rounded()), exponent: exponent - 2).scientificText
    }

    /// Ten to a power that is 0 or more: exact up to 10²².
    static func powerOfTen(_ exponent: Int) -> Double {
        (0..<exponent).reduce(1.0) { power, _ in power * 10 }
    }
}

/// A decimal number that is exact: digits times a power of ten.
struct DecimalDigits {
    private let digits: String
    private let exponent: Int

    /// The number `digits · 10^exponent`; `digits` is 0 or more.
    init(_ digits: Int, exponent: Int) {
        self.digits = String(digits)
        self.exponent = exponent
    }

    /// Written out, with as many decimals as the exponent says: 15 · 10⁻¹ is "1.5".
    var fixedText: String {
        guard exponent < 0 else {
            return digits == "0" ? "0" : digits + String(repeating: "0", count: exponent)
        }
        let missing = String(repeating: "0", count: max(0, 1 - exponent - digits.count))
        let padded = missing + digits
        return padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
    }

    /// One digit, a point, the others, and the power of ten: 15 · 10⁶ is "1.5e7".
    var scientificText: String {
        guard digits != "0" else { return "0" }
        let power = exponent + digits.count - 1
        let significand = (digits.prefix(1) + "." + digits.dropFirst() + "0").withoutTrailingZeros
        return "\(significand)e\(power)"
    }
}

extension StringProtocol {
    /// The digits without the zeros that end its decimals, and without a point that ends it.
    fileprivate var withoutTrailingZeros: String {
        guard contains(".") else { return String(self) }
        var trimmed = Substring(self)
        while trimmed.last == "0" { trimmed.removeLast() }
        if trimmed.last == "." { trimmed.removeLast() }
        return String(trimmed)
    }
}
