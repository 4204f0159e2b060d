import Student
import TestSupport
import Testing

@Suite("Mend: batch ranges") struct BatchRangesTests {
    @Test(
        "every sample is in exactly one batch",
        arguments: [(10, 3), (10, 5), (7, 7), (7, 8), (5, 1), (100, 32), (9, 4)])
    func partition(count: Int, size: Int) throws {
        let ranges = try Ranges(count, size)
        let missing = Set(0..<count).subtracting(ranges.samples).sorted()
        let strange = Set(ranges.samples).subtracting(0..<count).sorted()
        let twice = ranges.samples.count - Set(ranges.samples).count
        try expectTrue(
            missing.isEmpty && strange.isEmpty && twice == 0,
            """
            \(ranges.call): \(missing.isEmpty ? "none" : missing.map(String.init).joined(separator: ", ")) \
            missing, \(strange.count) that are no samples, \(twice) more than once.
            """, diagnosis() ?? "Write down for 10 samples in batches of 3 what you want, and what comes.")
    }

    @Test("all batches are full, and the last takes what is left")
    func sizes() throws {
        for (count, size, expected) in [
            (10, 3, [0..<3, 3..<6, 6..<9, 9..<10]), (10, 5, [0..<5, 5..<10]), (7, 7, [0..<7]),
            (7, 8, [0..<7]),
            (3, 1, [0..<1, 1..<2, 2..<3]), (8, 3, [0..<3, 3..<6, 6..<8]),
        ] {
            let ranges = try Ranges(count, size)
            let isRight = try expectTrue(
                ranges.ranges == expected,
                "\(ranges.call) is \(list(ranges.ranges)), and should be \(list(expected)).",
                diagnosis() ?? "The last takes what is left, and none is empty.")
            guard isRight else { return }
        }
    }

    @Test("a single sample makes one batch", arguments: [1, 2, 100])
    func singleSample(size: Int) throws {
        guard try isRight() else { return }
        let ranges = try Ranges(1, size)
        try expectTrue(
            ranges.ranges == [0..<1], "\(ranges.call) is \(list(ranges.ranges)), and should be [0..<1].",
            diagnosis() ?? "One sample is one batch, whatever the size.")
    }

    @Test("a count or size below 1 is refused", arguments: [(0, 3), (-5, 3), (5, 0), (5, -1)])
    func refused(count: Int, size: Int) throws {
        guard try isRight() else { return }
        try expectRefusal(.invalidArgument, "batchRanges(count: \(count), size: \(size))") {
            try batchRanges(count: count, size: size)
        }
    }

    /// What brings the defect out, before a test of something else.
    private func isRight() throws -> Bool {
        try Ranges.several.allSatisfy { ranges in
            try expectTrue(
                ranges.isRight, "\(ranges.call) is \(list(ranges.ranges)).", diagnosis() ?? "Mend this first."
            )
        }
    }

    private func diagnosis() throws -> String? {
        try Ranges.mistakes.diagnosis(
            of: Ranges.several, lesson: "Lessons/20-whats-wrong.md", isRight: \.isRight)
    }
}

/// Ranges as they are written: "[0..<3, 3..<5]".
private func list(_ ranges: [Range<Int>]) -> String {
    "[" + ranges.map { "\($0.lowerBound)..<\($0.upperBound)" }.joined(separator: ", ") + "]"
}

/// The samples as they were cut.
private struct Ranges {
    let count: Int
    let size: Int
    let ranges: [Range<Int>]

    init(_ count: Int, _ size: Int) throws {
        self.count = count
        self.size = size
        ranges = try batchRanges(count: count, size: size)
    }

    static var several: [Ranges] {
        get throws { try [(10, 3), (11, 4), (8, 4), (9, 5), (6, 1)].map { try Ranges($0, $1) } }
    }

    var call: String { "batchRanges(count: \(count), size: \(size))" }
    var samples: [Int] { ranges.flatMap { Array($0) } }
    var isRight: Bool { ranges == cut(upTo: count) }

    private func cut(upTo end: Int) -> [Range<Int>] {
        stride(from: 0, to: end, by: size).map { $0..<min($0 + size, end) }
    }

    static var mistakes: [Symptom<Ranges>] {
        [
            Symptom(
                "One sample is in no batch, however many there are: which one?", see: "batch-ranges"
            ) { $0.ranges == $0.cut(upTo: $0.count - 1) },
            Symptom("One sample is still in no batch, or makes an empty one: two places have to agree.") {
                let end = $0.count - 1
                return $0.ranges == $0.cut(upTo: $0.count).map { $0.lowerBound..<min($0.upperBound, end) }
            },
            Symptom("The sample is still missing where it would be alone in its batch.") {
                let last = $0.count - 1
                return $0.ranges == $0.cut(upTo: $0.count).filter { $0.lowerBound < last }
            },
            Symptom("Where the batches come out even there is an empty one now, at the end.") {
                $0.ranges == $0.cut(upTo: $0.count)
                    + ($0.count % $0.size == 0 ? [$0.count..<$0.count] : [])
            },
            Symptom("The last range ends behind the last sample now.") {
                let size = $0.size
                return $0.ranges == $0.cut(upTo: $0.count).map { $0.lowerBound..<$0.lowerBound + size }
            },
            Symptom("There is one sample more now than there are.") {
                $0.ranges == $0.cut(upTo: $0.count + 1)
            },
            Symptom("Only full batches are left: what remains has to be a batch, too.") {
                let size = $0.size
                return $0.ranges == $0.cut(upTo: $0.count).filter { $0.count == size }
            },
        ]
    }
}
