import Testing

@testable import Charts

@Suite("Numbers") struct NumbersTests {
    @Test(
        "coordinates have two decimals at most, and a point",
        arguments: [
            (0.0, "0"), (-0.0, "0"), (-0.001, "0"), (12, "12"), (1.5, "1.5"), (-3.14159, "-3.14"),
            (0.06, "0.06"),
            (99.999, "100"), (1_234_567.891, "1234567.89"), (.nan, "0"), (.infinity, "0"), (1e300, "0"),
        ])
    func coordinates(number: Double, text: String) {
        #expect(number.coordinateText == text)
    }

    @Test(
        "numbers to read have three digits",
        arguments: [
            (0.0, "0"), (0.123456, "0.123"), (0.6931, "0.693"), (1.005, "1.00"), (12.34, "12.3"),
            (123.4, "123"),
            (1_234.5, "1235"), (99_999, "99999"), (100_000, "1e5"), (0.000_412_9, "0.000413"),
            (0.000_012_3, "1.23e-5"), (-2.5, "−2.50"), (1.5e300, "1.5e300"), (.nan, "NaN"), (.infinity, "∞"),
            (-.infinity, "−∞"),
        ])
    func short(number: Double, text: String) {
        #expect(number.shortText == text)
    }

    @Test(
        "shares are percentages, and only what is whole is written as whole",
        arguments: [
            (0.0, "0%"), (1, "100%"), (0.916, "91.6%"), (0.5, "50%"), (0.0004, "<0.1%"), (0.9997, ">99.9%"),
            (.nan, "NaN"), (-0.25, "−25%"),
        ])
    func percent(share: Double, text: String) {
        #expect(share.percentText == text)
    }
}
