/// Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten.
///
/// They are held as whole numbers of a power of ten, so that labels are exact: 0.3, never 0.30000000000000004.
struct Ticks: Equatable {
    /// Where the axis begins and ends.
    let range: ClosedRange<Double>
    /// The values of the ticks, upwards.
    let values: [Double]
    /// What is written at each tick.
    let labels: [String]

    /// Ticks for an axis that is widened to the round numbers around a range.
    ///
    /// - Parameters:
    ///   - range: What the axis has to show; its ends are at most 1e300 from 0.
    ///   - count: The number of steps there may be, 1 or more.
    init(covering range: ClosedRange<Double>, steps count: Int) {
        let range = Self.widened(range)
        let step = Step(span: range.upperBound - range.lowerBound, count: count)
        let first = Int((range.lowerBound / step.value + 1e-9).rounded(.down))
        let last = Int((range.upperBound / step.value - 1e-9).rounded(.up))
        self.init(range: step.times(first)...step.times(last), step: step, multiples: first...last)
    }

    /// Ticks at whole numbers for an axis that ends where its range ends; both ends have one when there is
    /// room for them.
    ///
    /// - Parameters:
    ///   - range: The first and the last whole number.
    ///   - count: The number of steps there may be, 1 or more.
    init(within range: ClosedRange<Int>, steps count: Int) {
        let ends = Double(range.lowerBound)...Double(range.upperBound)
        guard range.count > 1 else {
            self.init(range: ends.lowerBound - 0.5...ends.upperBound + 0.5, whole: [range.lowerBound])
            return
        }
        let step = max(1, Int(Step(span: ends.upperBound - ends.lowerBound, count: count).value))
        let inner = stride(from: range.lowerBound / step * step, through: range.upperBound, by: step)
            .filter { ($0 - range.lowerBound) * 2 >= step && (range.upperBound - $0) * 2 >= step }
        self.init(range: ends, whole: [range.lowerBound] + inner + [range.upperBound])
    }

    /// Ticks inside of an axis that ends where its range ends.
    ///
    /// - Parameters:
    ///   - range: What the axis shows; its ends are at most 1e300 from 0.
    ///   - count: The number of steps there may be, 1 or more.
    init(inside range: ClosedRange<Double>, steps count: Int) {
        let range = Self.widened(range)
        let step = Step(span: range.upperBound - range.lowerBound, count: count)
        let first = Int((range.lowerBound / step.value - 1e-9).rounded(.up))
        let last = Int((range.upperBound / step.value + 1e-9).rounded(.down))
        self.init(range: range, step: step, multiples: first...max(first, last))
    }

    private init(range: ClosedRange<Double>, step: Step, multiples: ClosedRange<Int>) {
        self.range = range
        values = multiples.map(step.times)
        labels = multiples.map(step.label)
    }

    private init(range: ClosedRange<Double>, whole values: [Int]) {
        self.range = range
        self.values = values.map(Double.init)
        labels = values.map(String.init)
    }

    /// A range that is wide enough for its ends to differ in their first nine digits, and for its steps to be
    /// normal numbers.
    private static func widened(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
        let size = max(range.lowerBound.magnitude, range.upperBound.magnitude)
        guard range.upperBound - range.lowerBound <= max(size * 1e-9, 1e-280) else { return range }
        let margin = size <= 1e-270 ? 1 : size / 2
        return range.lowerBound - margin...range.upperBound + margin
    }
}

/// The distance from one tick to the next: 1, 2 or 5 times a power of ten.
private struct Step {
    let digit: Int
    let exponent: Int

    /// The smallest step of which no more than `count` cover the span.
    init(span: Double, count: Int) {
        let wanted = span / Double(max(1, count)) * (1 - 1e-9)
        var exponent = 0
        while Self.value(1, exponent) > wanted, exponent > -320 { exponent -= 1 }
        while Self.value(10, exponent) <= wanted { exponent += 1 }
        if let digit = [1, 2, 5].first(where: { Self.value($0, exponent) >= wanted }) {
            (self.digit, self.exponent) = (digit, exponent)
        } else {
            (self.digit, self.exponent) = (1, exponent + 1)
        }
    }

    var value: Double { Self.value(digit, exponent) }

    func times(_ multiple: Int) -> Double { Self.value(multiple * digit, exponent) }

    func label(_ multiple: Int) -> String {
        let digits = DecimalDigits(abs(multiple * digit), exponent: exponent)
        return (multiple < 0 ? "−" : "")
            + ((-5...4).contains(exponent) && multiple != 0 ? digits.fixedText : digits.scientificText)
    }

    /// `digits · 10^exponent`, divided where that is exact and multiplied where that is.
    private static func value(_ digits: Int, _ exponent: Int) -> Double {
        exponent < 0
            ? Double(digits) / Double.powerOfTen(-exponent) : Double(digits) * Double.powerOfTen(exponent)
    }
}
