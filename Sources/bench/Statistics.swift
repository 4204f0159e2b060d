/// What several measurements of one thing come to.
struct Spread: Encodable, Sendable {
    let median: Double
    let least: Double
    let most: Double

    /// Sums up at least one number.
    init(_ numbers: [Double]) {
        let sorted = numbers.sorted()
        let middle = sorted.count / 2
        median = sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
        least = sorted[0]
        most = sorted[sorted.count - 1]
    }

    /// Sums up the ratios of numbers that were measured in turns.
    init(of numbers: [Double], over others: [Double]) {
        self.init(zip(numbers, others).map { $0 / $1 })
    }
}
