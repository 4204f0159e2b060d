import Foundation

extension Double {
    /// A loss for people to read: four decimals, or a power of ten where they would say nothing; NaN, ∞ or −∞.
    var lossText: String {
        guard isFinite else { return isNaN ? "NaN" : self < 0 ? "−∞" : "∞" }
        let isPlain = self == 0 || (0.001..<100_000).contains(magnitude)
        return String(format: isPlain ? "%.4f" : "%.2e", self)
    }

    /// A setting without needless zeros: "0.5", "2", "1e-08".
    var plainText: String { String(format: "%g", self) }

    /// Without decimals: "12345".
    var wholeText: String { String(format: "%.0f", isFinite ? self : 0) }

    /// Seconds with two decimals, or more where they are few.
    var secondsText: String { String(format: self < 1 ? "%.4f" : "%.2f", self) }

    /// A loss or an accuracy for programs as well as for people: four decimals or a power of ten; nan or inf.
    var resultText: String { isFinite ? lossText : "\(self)" }
}
