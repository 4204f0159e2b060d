import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

@Suite("Mini-batches") struct MinibatchesTests {
    private func cut(_ count: Int, _ size: Int, seed: UInt64 = 1) throws -> Cut {
        var generator = SeededGenerator(seed: seed)
        return try cut(count, size, using: &generator)
    }

    private func cut(_ count: Int, _ size: Int, using generator: inout SeededGenerator) throws -> Cut {
        Cut(
            count: count, size: size,
            batches: try minibatches(count: count, size: size, using: &generator))
    }

    /// The mistake that explains what other numbers of samples give; nil when none does.
    private func diagnosis() throws -> String? {
        try Cut.diagnosis { try cut($0, $1) }
    }

    /// A cut in which no sample comes twice: the order of another one means nothing.
    private func distinct(
        _ count: Int, _ size: Int, using generator: inout SeededGenerator
    ) throws -> Cut? {
        let cut = try cut(count, size, using: &generator)
        let isRight = try expectTrue(
            cut.isDistinct, "\(call(count, size)): no samples, or some of them twice.",
            try diagnosis() ?? "Each sample belongs into one batch: mend this first.")
        return isRight ? cut : nil
    }

    private func call(_ count: Int, _ size: Int) -> String { "minibatches(count: \(count), size: \(size))" }

    @Test(
        "every sample is in exactly one batch",
        arguments: [(10, 3), (10, 5), (7, 7), (7, 8), (1, 1), (1, 4), (5, 1), (100, 32)])
    func partition(count: Int, size: Int) throws {
        for count in count..<count + 20 {
            let order = try cut(count, size, seed: UInt64(count)).order
            let missing = Set(0..<count).subtracting(order).sorted()
            let strange = Set(order).subtracting(0..<count).sorted()
            let twice = Set(order).filter { sample in order.count { $0 == sample } > 1 }.sorted()
            let findings = [
                ("missing", missing), ("not in 0..<\(count)", strange), ("more than once", twice),
            ].filter { !$0.1.isEmpty }.map { "\($0.0): \(listed($0.1))" }
            let isRight = try expectTrue(
                findings.isEmpty, "\(call(count, size)): \(findings.joined(separator: "; ")).",
                try diagnosis() ?? "Each of the samples 0 to \(count - 1) belongs into one batch.")
            guard isRight else { return }
        }
    }

    @Test("all batches are full, and the last takes what is left")
    func sizes() throws {
        for (count, size, expected) in [
            (10, 3, [3, 3, 3, 1]), (10, 5, [5, 5]), (7, 7, [7]), (7, 8, [7]), (3, 1, [1, 1, 1]),
        ] {
            let sizes = try cut(count, size, seed: 2).sizes
            guard try expectSizes(sizes, expected, count, size) else { return }
        }
        for (count, size) in Cut.varied {
            var generator = SeededGenerator(seed: 2)
            guard let cut = try distinct(count, size, using: &generator),
                try expectSizes(cut.sizes, cut.rightSizes, count, size)
            else { return }
        }
    }

    private func expectSizes(_ sizes: [Int], _ expected: [Int], _ count: Int, _ size: Int) throws -> Bool {
        try expectTrue(
            sizes == expected,
            """
            \(call(count, size)): batches of \(listed(sizes)) samples came, and should be of \
            \(listed(expected)).
            """,
            try diagnosis() ?? "All are full but the last one, which takes what is left; none is empty.")
    }

    @Test("the samples are shuffled, not only the order of the batches")
    func shuffled() throws {
        var generator = SeededGenerator(seed: 1)
        var cuts: [Cut] = []
        for (count, size) in [(100, 10), (60, 6), (77, 11)] {
            guard let cut = try distinct(count, size, using: &generator) else { return }
            cuts.append(cut)
        }
        for cut in cuts {
            let mixed = cut.batches.count { ($0.max() ?? 0) - ($0.min() ?? 0) >= $0.count }
            let inOrder = cut.batches.count { $0 == $0.sorted() }
            let isShuffled = 5 * mixed >= 4 * cut.batches.count && 5 * inOrder < 4 * cut.batches.count
            guard
                try expectTrue(
                    isShuffled,
                    """
                    minibatches: the batches are no mix of all samples. The first batch of \(cut.size) \
                    of \(cut.count) is \(listed(cut.batches.first ?? [])).
                    """,
                    try Cut.whyUnmixed(cuts) ?? diagnosis()
                        ?? "Batches hold neighbours, or are in order: shuffle the samples, then cut.")
            else { return }
        }
    }

    @Test("each sample is equally likely to come first")
    func fairness() throws {
        let (count, shuffles) = (4, 4000)
        var generator = SeededGenerator(seed: 5)
        var times = Matrix.zeros(rows: count, columns: count)
        for _ in 0..<shuffles {
            guard let cut = try distinct(count, 2, using: &generator) else { return }
            guard
                try expectTrue(
                    cut.isPartition, "\(call(count, 2)): the samples are \(listed(cut.order)).",
                    try diagnosis() ?? "Each of the samples 0 to 3 comes once.")
            else { return }
            for (place, sample) in cut.order.enumerated() { times[sample, place] += 1 }
        }
        // 1000 each; the standard deviation is 27.
        guard let most = times.elements.map({ abs($0 - 1000) }).max(), most >= 170,
            let index = times.elements.firstIndex(where: { abs($0 - 1000) == most })
        else { return }
        let neverStays = (0..<count).allSatisfy { times[$0, $0] == 0 }
        try expectTrue(
            false,
            """
            \(call(count, 2)), \(shuffles) times: sample \(index / count) came \(Int(times.elements[index])) \
            times in place \(index % count), and about 1000 is right.
            """,
            try misuse() ?? whyUnmixed()
                ?? (neverStays
                    ? "No sample ever stays in its own place: in a fair shuffle some do."
                    : "Some orders are likelier than others: every one has to be as likely."))
    }

    private func whyUnmixed() throws -> String? {
        Cut.whyUnmixed(try [(100, 10), (60, 6), (77, 11)].map { try cut($0, $1) })
    }

    @Test("the same seed gives the same batches, another seed gives others")
    func reproducible() throws {
        var generator = SeededGenerator(seed: 3)
        guard let first = try distinct(50, 8, using: &generator)?.batches else { return }
        try expectTrue(
            try cut(50, 8, seed: 3).batches == first, "minibatches: the same seed gives other batches.",
            try misuse() ?? "Use the generator that is passed, and nothing else that is random.")
        try expectTrue(
            try cut(50, 8, seed: 4).batches != first, "minibatches: another seed gives the same batches.",
            try misuse() ?? "Use the generator that is passed.")
    }

    @Test("from epoch to epoch the batches differ")
    func epochs() throws {
        var generator = SeededGenerator(seed: 6)
        guard let first = try distinct(50, 8, using: &generator),
            let second = try distinct(50, 8, using: &generator)
        else { return }
        try expectTrue(
            first.batches != second.batches, "minibatches: twice with one generator gives the same batches.",
            try misuse() ?? "Use the generator itself, not a copy.")
    }

    private func misuse() throws -> String? {
        try misuseOfGenerator { try cut(50, 8, using: &$0).order }
    }

    @Test("a count or size below 1 is refused", arguments: [(0, 3), (-5, 3), (5, 0), (5, -1)])
    func refused(count: Int, size: Int) throws {
        var generator = SeededGenerator(seed: 7)
        for count in 5...9 {
            guard try distinct(count, 1, using: &generator) != nil else { return }
        }
        try expectRefusal(.invalidArgument, call(count, size)) { try cut(count, size) }
    }
}
