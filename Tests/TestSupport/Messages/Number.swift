import Foundation

/// Writes a number with four significant digits, and a whole number below a million with all of its digits; NaN and
/// 0 without their signs, which say nothing.
public func short(_ value: Double) -> String { text(value, digits: 4) }

/// Writes two numbers that differ with as many digits as it takes to see it, four at least.
func distinct(_ first: Double, _ second: Double) -> (String, String) {
    for digits in 4...17 {
        let texts = (text(first, digits: digits), text(second, digits: digits))
        if texts.0 != texts.1 { return texts }
    }
    return (short(first), short(second))
}

private func text(_ value: Double, digits: Int) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "−∞" : "∞" }
    let isSmallWhole = value == value.rounded() && abs(value) < 1e6
    let text = isSmallWhole ? "\(Int(value))" : String(format: "%.\(digits)g", value)
    return text.replacing("-", with: "−")
}
