import LinearAlgebra
import Student
import TestSupport

// What goes wrong where samples are shuffled and divided, in `minibatches` as in an epoch of `fit`.

/// How samples were divided into batches.
struct Cut {
    let count: Int
    let size: Int
    let batches: [[Int]]

    /// The samples in the order in which they come.
    var order: [Int] { batches.flatMap { $0 } }
    var sizes: [Int] { batches.map(\.count) }
    /// Full batches, and one for what is left.
    var rightSizes: [Int] { sizes(inBatchesOf: size) }
    var hasRightSizes: Bool { sizes == rightSizes }
    /// Whether each sample is in one batch, whatever the batches' sizes.
    var isPartition: Bool { order.sorted() == Array(0..<count) }
    /// Whether there are samples, and none comes twice: the order of others means nothing.
    var isDistinct: Bool { !order.isEmpty && Set(order).count == order.count }

    func sizes(inBatchesOf size: Int) -> [Int] {
        [Int](repeating: size, count: count / size) + (count % size > 0 ? [count % size] : [])
    }
}

extension Cut {
    static let lesson = "Lessons/16-minibatches.md"

    /// Numbers of samples and sizes of batches, with and without a rest, that no two mistakes treat alike.
    static let varied = [(10, 3), (11, 4), (9, 2), (8, 4), (6, 2), (12, 3), (5, 7)]

    /// Batches so large that samples which are drawn and put back come twice in some batch.
    static let large = [(40, 20), (70, 35), (45, 30)]

    /// The one mistake in the sizes of batches, or in which samples are in them, that explains what is done.
    ///
    /// - Parameter cut: Divides so many samples into batches of such a size.
    /// - Returns: A sentence, and where to read on; nil when no known mistake fits.
    static func diagnosis(_ cut: (_ count: Int, _ size: Int) throws -> Cut) rethrows -> String? {
        try wrongSizes.diagnosis(of: varied.map(cut), lesson: lesson, isRight: \.hasRightSizes)
            ?? wrongSamples.diagnosis(of: large.map(cut), lesson: lesson, isRight: \.isPartition)
    }

    /// Why these are not shuffled as they should be, where each of them shows the same.
    static func whyUnmixed(_ cuts: [Cut]) -> String? {
        guard cuts.allSatisfy({ $0.isDistinct && $0.hasRightSizes }) else { return nil }
        return unmixed.diagnosis(of: cuts, lesson: lesson) { _ in false }
    }

    static var wrongSizes: [Symptom<Cut>] {
        [
            Symptom("The short last batch is dropped: its samples are never seen.", see: "dropped") {
                $0.sizes == $0.rightSizes.filter { [size = $0.size] in $0 == size }
            },
            Symptom(
                "The samples left over join the last full batch: they are a batch of their own.",
                see: "rest-joins"
            ) {
                $0.sizes.count == max(1, $0.count / $0.size)
                    && $0.sizes.last == $0.size + $0.count % $0.size - ($0.count < $0.size ? $0.size : 0)
                    && $0.sizes.dropLast().allSatisfy { [size = $0.size] in $0 == size }
            },
            Symptom(
                "The short last batch is filled up with samples that are in another one.", see: "filled-up"
            ) {
                $0.sizes == $0.rightSizes.map { [size = $0.size] _ in size }
            },
            Symptom(
                "There are as many batches as a batch has samples: the two numbers are confused.",
                see: "numbers-confused"
            ) {
                $0.sizes == [Int](repeating: $0.size, count: $0.size)
                    || $0.sizes == Array($0.rightSizes.prefix($0.size))
            },
            Symptom(
                "The size is taken for the number of batches: it is how many samples are in each.",
                see: "size-for-number"
            ) {
                $0.sizes == $0.sizes(inBatchesOf: ($0.count - 1) / $0.size + 1)
            },
            Symptom("Where the batches come out even, an empty one is left at the end.", see: "empty-batch") {
                $0.sizes == $0.rightSizes + ($0.count % $0.size == 0 ? [0] : [])
            },
            Symptom("The last batch ends one sample too early: that one is never seen.", see: "too-early") {
                $0.sizes == $0.rightSizes.dropLast() + [($0.rightSizes.last ?? 0) - 1]
                    || $0.sizes == $0.rightSizes.dropLast() + [max(1, ($0.rightSizes.last ?? 0) - 1)]
            },
            Symptom("Each batch takes in the first sample of the next one as well.", see: "the-idea") {
                $0.sizes
                    == $0.rightSizes.indices.map { [cut = $0] in
                        min(cut.size + 1, cut.count - $0 * cut.size)
                    }
            },
            Symptom("All samples are in one batch, whatever the size.", see: "formula") {
                $0.sizes == [$0.count]
            },
            Symptom("Each batch has a single sample, whatever the size.", see: "formula") {
                $0.sizes == [Int](repeating: 1, count: $0.count)
            },
            Symptom("Only the first batch comes: go on until no sample is left.", see: "formula") {
                $0.sizes == [min($0.size, $0.count)]
            },
            Symptom("The short batch does not come last: that is the one which takes what is left.") {
                $0.sizes.sorted() == $0.rightSizes.sorted()
            },
            Symptom("Every batch is the whole set: take the samples of this batch alone.", see: "the-idea") {
                $0.sizes == $0.rightSizes.map { [count = $0.count] _ in count }
            },
        ]
    }

    static var wrongSamples: [Symptom<Cut>] {
        [
            Symptom("The samples are counted from 1: the first one is sample 0.", see: "formula") {
                $0.order.sorted() == Array(1...$0.count)
            },
            Symptom("Samples are drawn and put back: some come twice, and others never.", see: "the-idea") {
                $0.hasRightSizes && !$0.order.contains($0.count)
                    && $0.batches.contains { Set($0).count < $0.count }
            },
            Symptom("Each batch is drawn from all samples, and should be from those left.", see: "the-idea") {
                $0.hasRightSizes && !$0.order.contains($0.count)
                    && $0.batches.allSatisfy { Set($0).count == $0.count }
            },
        ]
    }

    /// What is no shuffle, though it looks like one.
    static var unmixed: [Symptom<Cut>] {
        [
            Symptom("The samples are in their first order: nothing is shuffled.", see: "the-idea") {
                $0.order == Array(0..<$0.count)
            },
            Symptom("The samples are in reverse order: that is no shuffle.", see: "the-idea") {
                $0.order == (0..<$0.count).reversed()
            },
            Symptom(
                "The list is turned, and not shuffled: each sample is followed by the next.", see: "the-idea"
            ) {
                let (order, count) = ($0.order, $0.count)
                return order.first != 0 && zip(order, order.dropFirst()).allSatisfy { ($0 + 1) % count == $1 }
            },
            Symptom("Only the batches change places: shuffle the samples, then cut.", see: "cut-first") {
                $0.order != Array(0..<$0.count) && $0.areRuns && $0.batches.allSatisfy { $0 == $0.sorted() }
            },
            Symptom(
                "The samples are shuffled within their batch alone: neighbours stay together.",
                see: "within-batch"
            ) {
                $0.areRuns && !$0.batches.contains { $0 == $0.sorted() }
                    && $0.batches.map { $0.min() ?? 0 } == $0.batches.map { $0.min() ?? 0 }.sorted()
            },
            Symptom(
                "Each batch is sorted after the shuffle: its samples are in order again.", see: "the-idea"
            ) {
                !$0.areRuns && $0.batches.allSatisfy { $0 == $0.sorted() }
            },
        ]
    }

    /// Whether each batch holds neighbours, in whatever order.
    private var areRuns: Bool {
        batches.allSatisfy { ($0.max() ?? 0) - ($0.min() ?? 0) == $0.count - 1 }
    }
}

/// Tells how a shuffle uses the generator that it is given.
///
/// - Parameter order: Shuffles 40 samples or more once; returns them in the order in which they come.
/// - Returns: What a teacher would say of it; nil when the generator is used as it should be.
func misuseOfGenerator(_ order: (inout SeededGenerator) throws -> [Int]) rethrows -> String? {
    var (generator, twin, other) = (
        SeededGenerator(seed: 3), SeededGenerator(seed: 3), SeededGenerator(seed: 4)
    )
    let first = try order(&generator)
    // Where samples are missing or come twice, it is not the generator that is to blame.
    guard Set(first).count == first.count else { return nil }
    let isRepeatable = try order(&twin) == first
    let dependsOnSeed = try order(&other) != first
    let goesOn = try order(&generator) != first
    let finding: String? =
        if !isRepeatable {
            "The random numbers come from elsewhere: draw them from the generator that is passed."
        } else if first == first.sorted() {
            "The samples are in their first order: nothing is shuffled."
        } else if !dependsOnSeed {
            "It draws from a generator of its own: use the one that is passed."
        } else if !goesOn {
            "It draws from a copy of the generator: the one that is passed stays where it is."
        } else {
            nil
        }
    return finding.map { "\($0) See \(Cut.lesson)#common-mistakes." }
}

/// The first numbers of a list: "[3, 3, 1]".
func listed(_ numbers: [Int]) -> String {
    "[\(numbers.prefix(14).map(String.init).joined(separator: ", "))\(numbers.count > 14 ? ", …" : "")]"
}
