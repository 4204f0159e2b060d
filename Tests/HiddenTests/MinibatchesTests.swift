import LinearAlgebra
import Reference
import Student
import Testing

/// An answer may draw from the generator in its own way: what is compared is what every shuffle has in common.
@Suite("Mini-batches against the reference") struct MinibatchesTests {
    @Test("the same batch sizes, and every sample once, for random counts and sizes")
    func partition() throws {
        try onRandomCases(100) { draw in
            let (count, size) = (draw.integer(in: 1...60), draw.integer(in: 1...20))
            let call = "minibatches(count: \(count), size: \(size))"
            // Twice with one generator: the second epoch is no different.
            for _ in 1...2 {
                let batches = try Student.minibatches(count: count, size: size, using: &draw.generator)
                let expected = try Reference.minibatches(count: count, size: size, using: &draw.generator)
                guard
                    holds(
                        batches.map(\.count) == expected.map(\.count),
                        "\(call): the batches have \(batches.map(\.count)) samples, not \(expected.map(\.count)).",
                        draw, sourceLocation: #_sourceLocation),
                    holds(
                        batches.flatMap { $0 }.sorted() == Array(0..<count),
                        "\(call): not every index of 0..<\(count) is in exactly one batch: \(batches).", draw,
                        sourceLocation: #_sourceLocation)
                else { return false }
            }
            return true
        }
    }

    @Test("the order is a new one each time, for random counts and sizes")
    func order() throws {
        try onRandomCases { draw in
            let (count, size) = (draw.integer(in: 25...80), draw.integer(in: 1...20))
            let call = "minibatches(count: \(count), size: \(size))"
            let first = try Student.minibatches(count: count, size: size, using: &draw.generator)
            let second = try Student.minibatches(count: count, size: size, using: &draw.generator)
            return holds(
                first.flatMap { $0 } != Array(0..<count), "\(call): the samples are in their first order.",
                draw, sourceLocation: #_sourceLocation)
                && holds(
                    first != second, "\(call): twice with one generator gives the same batches.", draw,
                    sourceLocation: #_sourceLocation)
        }
    }

    @Test("every sample is as likely as the others in every place")
    func fairness() throws {
        try onRandomCases(1) { draw in
            let (count, size, shuffles) = (5, draw.integer(in: 1...5), 5000)
            var times = [[Int]](repeating: [Int](repeating: 0, count: count), count: count)
            for _ in 0..<shuffles {
                let order = try Student.minibatches(count: count, size: size, using: &draw.generator)
                    .flatMap { $0 }
                guard
                    holds(
                        order.sorted() == Array(0..<count),
                        "minibatches(count: \(count), size: \(size)): the samples are \(order).", draw,
                        sourceLocation: #_sourceLocation)
                else { return false }
                for (place, sample) in order.enumerated() {
                    times[place][sample] += 1
                }
            }
            // 1000 each; the standard deviation is 28.
            return holds(
                times.joined().allSatisfy { abs($0 - shuffles / count) < 155 },
                """
                minibatches(count: \(count), size: \(size)), \(shuffles) times: in place i sample j came \
                \(times) times; all should be near \(shuffles / count).
                """, draw, sourceLocation: #_sourceLocation)
        }
    }
}
