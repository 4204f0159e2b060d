import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Mini-batches") struct MinibatchesTests {
    private func batches(_ count: Int, _ size: Int, seed: UInt64 = 1) throws -> [[Int]] {
        var generator = SeededGenerator(seed: seed)
        return try minibatches(count: count, size: size, using: &generator)
    }

    /// Batches in which no sample comes twice: whether others are shuffled, or full, means nothing.
    private func distinctBatches(
        _ count: Int, _ size: Int, using generator: inout SeededGenerator
    ) throws -> [[Int]] {
        let batches = try minibatches(count: count, size: size, using: &generator)
        let indices = batches.flatMap { $0 }
        try #require(
            !indices.isEmpty && indices.count == Set(indices).count
                && indices.allSatisfy((0..<count).contains),
            """
            minibatches(count: \(count), size: \(size)): the batches are empty, hold samples twice, or indices \
            that are not in 0..<\(count).
            """)
        return batches
    }

    @Test(
        "every sample is in exactly one batch",
        arguments: [(10, 3), (10, 5), (7, 7), (7, 8), (1, 1), (1, 4), (5, 1), (100, 32)])
    func partition(count: Int, size: Int) throws {
        let indices = try batches(count, size).flatMap { $0 }
        let missing = Set(0..<count).subtracting(indices).sorted()
        #expect(
            missing.isEmpty,
            "minibatches(count: \(count), size: \(size)): the samples \(missing) are in no batch.")
        #expect(
            indices.count == Set(indices).count,
            "minibatches(count: \(count), size: \(size)): some samples are in more than one batch.")
        #expect(
            indices.allSatisfy((0..<count).contains),
            "minibatches(count: \(count), size: \(size)): some indices are not in 0..<\(count).")
    }

    @Test("all batches are full, and the last takes what is left")
    func sizes() throws {
        for (count, size, expected) in [
            (10, 3, [3, 3, 3, 1]), (10, 5, [5, 5]), (7, 7, [7]), (7, 8, [7]), (3, 1, [1, 1, 1]),
        ] {
            var generator = SeededGenerator(seed: 2)
            let sizes = try distinctBatches(count, size, using: &generator).map(\.count)
            #expect(
                sizes == expected,
                """
                minibatches(count: \(count), size: \(size)): the batches have \(sizes) samples, and should have \
                \(expected): none is empty, and the short last one is kept.
                """)
        }
    }

    @Test("the samples are shuffled, not only the order of the batches")
    func shuffled() throws {
        var generator = SeededGenerator(seed: 1)
        let batches = try distinctBatches(100, 10, using: &generator)
        #expect(
            batches.flatMap { $0 } != Array(0..<100),
            "minibatches: the samples are in their first order; shuffle them.")
        let mixed = batches.count { ($0.max() ?? 0) - ($0.min() ?? 0) > 9 }
        #expect(
            mixed >= 8, "minibatches: most batches are runs of neighbours; shuffle the samples, then cut.")
        let inOrder = batches.count { $0 == $0.sorted() }
        #expect(inOrder < 8, "minibatches: the samples within each batch are still in order.")
    }

    @Test("each sample is equally likely to come first")
    func fairness() throws {
        var generator = SeededGenerator(seed: 5)
        var firsts = [Int](repeating: 0, count: 4)
        for _ in 0..<2000 {
            let batches = try distinctBatches(4, 2, using: &generator)
            firsts[try #require(batches.first?.first, "minibatches: the first batch is empty.")] += 1
        }
        #expect(
            firsts.allSatisfy { abs($0 - 500) < 150 },
            "minibatches: of 2000 shuffles of 4 samples, each came first this often: \(firsts). About 500 is right."
        )
    }

    @Test("the same seed gives the same batches, another seed gives others")
    func reproducible() throws {
        let first = try batches(50, 8, seed: 3)
        #expect(
            try batches(50, 8, seed: 3) == first,
            "minibatches: the same seed has to give the same batches. Use the generator that is passed.")
        #expect(
            try batches(50, 8, seed: 4) != first, "minibatches: another seed has to give other batches.")
    }

    @Test("from epoch to epoch the batches differ")
    func epochs() throws {
        var generator = SeededGenerator(seed: 6)
        let first = try distinctBatches(50, 8, using: &generator)
        let second = try distinctBatches(50, 8, using: &generator)
        #expect(
            first != second,
            "minibatches: twice with one generator gives the same batches. Use the generator itself, not a copy."
        )
    }

    @Test("a count or size below 1 is refused", arguments: [(0, 3), (-5, 3), (5, 0), (5, -1)])
    func refused(count: Int, size: Int) throws {
        _ = try batches(5, 3)
        try expectRefusal(.invalidArgument, "minibatches with count \(count) and size \(size)") {
            try batches(count, size)
        }
    }
}
