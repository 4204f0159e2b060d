import LinearAlgebra
import NeuralNetwork
import Testing

@Suite("Dataset")
struct DatasetTests {
    /// Sample i has inputs i and −i, and target 10 i: pairs can be told apart and checked.
    private func samples(_ count: Int) throws -> Dataset {
        let numbers = try Matrix(rows: count, columns: 1, elements: (0..<count).map(Double.init))
        return try Dataset(inputs: matmul(numbers, [[1, -1]]), targets: numbers * 10)
    }

    /// The numbers of the samples in a dataset, after a check that inputs and targets are still paired.
    private func numbers(_ dataset: Dataset) throws -> [Int] {
        #expect(dataset.inputs.shape == Shape(rows: dataset.count, columns: 2))
        #expect(dataset.targets.shape == Shape(rows: dataset.count, columns: 1))
        let numbers = (0..<dataset.count).map { dataset.inputs[$0, 0] }
        #expect((0..<dataset.count).map { dataset.inputs[$0, 1] } == numbers.map { -$0 })
        #expect(dataset.targets.elements == numbers.map { 10 * $0 })
        return numbers.map { Int($0) }
    }

    @Test("keeps inputs and targets, and counts the rows")
    func keeps() throws {
        let dataset = try Dataset(inputs: [[1, 2], [3, 4], [5, 6]], targets: [[0], [1], [0]])
        #expect(dataset.inputs == [[1, 2], [3, 4], [5, 6]])
        #expect(dataset.targets == [[0], [1], [0]])
        #expect(dataset.count == 3)
        #expect(
            try Dataset(inputs: .zeros(rows: 0, columns: 2), targets: .zeros(rows: 0, columns: 1)).count == 0)
    }

    @Test("as many targets as inputs, or a ShapeError", arguments: [(3, 2), (2, 3), (0, 1), (1, 0)])
    func mismatch(inputs: Int, targets: Int) {
        let error = ShapeError(
            operation: "Dataset(inputs:targets:)", left: Shape(rows: inputs, columns: 4),
            right: Shape(rows: targets, columns: 1))
        #expect(throws: error) {
            try Dataset(
                inputs: .zeros(rows: inputs, columns: 4), targets: .zeros(rows: targets, columns: 1))
        }
    }

    @Test("selecting takes samples in any order and as often as named, inputs and targets together")
    func selecting() throws {
        let dataset = try samples(5)
        #expect(try numbers(dataset.selecting([4, 0, 4])) == [4, 0, 4])
        #expect(try numbers(dataset.selecting(1..<4)) == [1, 2, 3])
        #expect(try numbers(dataset.selecting([9, 3, 2][1...])) == [3, 2])
        #expect(try numbers(dataset.selecting([])) == [])
    }

    @Test("indices that are drawn while they are read keep inputs and targets together")
    func drawing() throws {
        var generator = SeededGenerator(seed: 60)
        let drawn = (0..<20).lazy.map { _ in Int.random(in: 0..<5, using: &generator) }
        #expect(try numbers(samples(5).selecting(drawn)).count == 20)
    }

    @Test("split puts every sample into exactly one set, paired as before", arguments: [2, 3, 10, 101])
    func partition(_ count: Int) throws {
        var generator = SeededGenerator(seed: 61)
        let (train, test) = try samples(count).split(testFraction: 0.4, using: &generator)
        #expect(try (numbers(train) + numbers(test)).sorted() == Array(0..<count))
    }

    @Test(
        "the test set has the nearest number of samples, a half rounded up",
        arguments: [
            (10, 0.2, 2), (10, 0.24, 2), (10, 0.26, 3), (10, 0.25, 3), (5, 0.5, 3), (7, 0.5, 4), (3, 0.34, 1),
            (1000, 0.999, 999), (2, 0.25, 1), (2, 0.74, 1), (10, 0.05, 1), (10, 0.9, 9),
        ])
    func rounding(count: Int, fraction: Double, expected: Int) throws {
        var generator = SeededGenerator(seed: 62)
        let (train, test) = try samples(count).split(testFraction: fraction, using: &generator)
        #expect(test.count == expected)
        #expect(train.count == count - expected)
    }

    @Test("split shuffles: neither set keeps the order, and neighbours part")
    func shuffled() throws {
        var generator = SeededGenerator(seed: 63)
        let (train, test) = try samples(100).split(testFraction: 0.5, using: &generator)
        #expect(try numbers(train) != numbers(train).sorted())
        #expect(try numbers(test) != numbers(test).sorted())
        #expect(try Set(numbers(test)) != Set(0..<50))
        #expect(try Set(numbers(test)) != Set(50..<100))
    }

    @Test("the seed decides: the same one splits the same way, the next draw another way")
    func reproducible() throws {
        let dataset = try samples(50)
        var first = SeededGenerator(seed: 64)
        var second = SeededGenerator(seed: 64)
        let once = try numbers(dataset.split(testFraction: 0.2, using: &first).test)
        #expect(try numbers(dataset.split(testFraction: 0.2, using: &second).test) == once)
        #expect(try numbers(dataset.split(testFraction: 0.2, using: &second).test) != once)
    }

    @Test(
        "a fraction that is not between 0 and 1 is an invalid argument",
        arguments: [0, 1, -0.1, 1.5, .infinity, -.infinity, .nan, -0.0])
    func refused(_ fraction: Double) throws {
        var generator = SeededGenerator(seed: 65)
        let dataset = try samples(10)
        let error = NetworkError.invalidArgument(
            "Dataset.split: testFraction is \(fraction), and has to be above 0 and below 1")
        #expect(throws: error) { try dataset.split(testFraction: fraction, using: &generator) }
    }

    @Test(
        "a fraction that leaves a set empty is an invalid argument, not an empty set",
        arguments: [(10, 0.04), (10, 0.96), (1, 0.5), (0, 0.5), (2, 0.2), (2, 0.75), (3, 1e-300)])
    func leavesNothing(count: Int, fraction: Double) throws {
        var generator = SeededGenerator(seed: 66)
        let dataset = try samples(count)
        let error = NetworkError.invalidArgument(
            "Dataset.split: holding out \(fraction) of \(count) samples leaves one set empty")
        #expect(throws: error) { try dataset.split(testFraction: fraction, using: &generator) }
    }
}
