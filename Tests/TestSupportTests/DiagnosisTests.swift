import Foundation
import LinearAlgebra
import NeuralNetwork
import Testing

@testable import TestSupport

@Suite("Diagnosis") struct DiagnosisTests {
    /// A function with nothing special about it, so that no relation holds by accident.
    private static func right(_ input: Matrix) -> Matrix { input.map { 3 * $0 * $0 - $0 - 0.25 } }

    private static func subject(
        mistakes: [Mistake<Matrix>] = [], right: @escaping (Matrix) throws -> Matrix = right,
        _ received: @escaping (Matrix) throws -> Matrix
    ) -> Subject<Matrix> {
        Subject(
            "Thing.forward", lesson: "Lessons/99-thing.md", received: received, right: right,
            draw: { normal($0, $1, seed: $2) }, mistakes: mistakes)
    }

    private static func diagnosis(
        at input: Matrix = normal(3, 4, seed: 1), mistakes: [Mistake<Matrix>] = [],
        draw: ((Int, Int, UInt64) -> Matrix)? = nil, _ wrong: @escaping (Matrix) throws -> Matrix
    ) throws -> String? {
        let subject = subject(mistakes: mistakes, wrong)
        let trial = Trial(input: input, received: try wrong(input), expected: right(input))
        return subject.diagnosis(of: trial, expected: right, draw: draw ?? subject.draw)
    }

    // MARK: What fits any function

    @Test("what came is named by how it is related to what is right", arguments: relations)
    func named(relation: Relation) throws {
        let text = try #require(try Self.diagnosis { try relation.result(Self.right($0), $0) })
        #expect(text == relation.sentence)
    }

    struct Relation: Sendable, CustomTestStringConvertible {
        let sentence: String
        let result: @Sendable (Matrix, Matrix) throws -> Matrix
        var testDescription: String { sentence }
    }

    static let relations: [Relation] = [
        Relation(sentence: "It is 3 times too large, and that is the number of rows.") { right, _ in
            right * Double(right.rows)
        },
        Relation(sentence: "It is 3 times too small, and that is the number of rows.") { right, _ in
            right / Double(right.rows)
        },
        Relation(sentence: "It is 4 times too large, and that is the number of columns.") { right, _ in
            right * Double(right.columns)
        },
        Relation(sentence: "It is 12 times too small, and that is the number of elements.") { right, _ in
            right / Double(right.rows * right.columns)
        },
        Relation(sentence: "It is twice what is right.") { right, _ in 2 * right },
        Relation(sentence: "It is half of what is right.") { right, _ in right / 2 },
        Relation(sentence: "The sign is wrong: it is the negative of what is right.") { right, _ in -right },
        Relation(sentence: "It is ln 10 = 2.303 times too small: as with a logarithm to base 10.") {
            right, _ in
            right / log(10.0)
        },
        Relation(sentence: "It is 0.3 times what is right everywhere.") { right, _ in 0.3 * right },
        Relation(sentence: "It is 0 everywhere.") { right, _ in 0 * right },
        Relation(sentence: "It is too large by 1 everywhere.") { right, _ in right + 1 },
        Relation(sentence: "It is too small by 0.5 everywhere.") { right, _ in right - 0.5 },
        Relation(sentence: "It returns its input as it is.") { _, input in input },
        Relation(sentence: "The factor input is missing: multiply by it.") { right, input in
            try right / input
        },
        Relation(sentence: "It is multiplied by input once too often.") { right, input in
            try right * input
        },
        Relation(sentence: "It is the square of what is right.") { right, _ in try right * right },
        Relation(sentence: "It is 1 minus what is right.") { right, _ in 1 - right },
        Relation(sentence: "It is the absolute value of what is right: signs are lost.") { right, _ in
            abs(right)
        },
        Relation(sentence: "Rows and columns are swapped.") { right, _ in right.transposed() },
        Relation(sentence: "The rows are right, but in the opposite order.") { right, _ in
            right.selectingRows((0..<right.rows).reversed())
        },
        Relation(sentence: "Every row is the first row of what is right.") { right, _ in
            right.selectingRows([Int](repeating: 0, count: right.rows))
        },
        Relation(sentence: "Only the last row is wrong.") { right, _ in
            var wrong = right
            for column in 0..<right.columns { wrong[right.rows - 1, column] = 7 }
            return wrong
        },
        Relation(sentence: "Only the first column is right.") { right, _ in
            var wrong = right
            for row in 0..<right.rows {
                for column in 1..<right.columns { wrong[row, column] += Double(row + column) }
            }
            return wrong
        },
    ]

    @Test("results that are cut off are said to be")
    func saturated() throws {
        let text = try Self.diagnosis { minimum(Self.right($0), 2) }
        #expect(text == "It never gets above 2: larger results are cut off.")
    }

    // MARK: Mistakes of an exercise

    private static var cubed: Mistake<Matrix> {
        Mistake("The third power.", see: "formula") { $0.map { $0 * $0 * $0 } }
    }

    @Test("a known mistake is named, with the section of the lesson")
    func ownMistake() throws {
        let text = try Self.diagnosis(mistakes: [Self.cubed]) { $0.map { $0 * $0 * $0 } }
        #expect(text == "The third power. See Lessons/99-thing.md#formula.")
    }

    @Test("a known mistake goes before a relation that holds as well")
    func ownMistakeFirst() throws {
        let own = Mistake<Matrix>("The two is there twice.") { 2 * Self.right($0) }
        let text = try Self.diagnosis(mistakes: [own]) { 2 * Self.right($0) }
        #expect(text?.hasPrefix("The two is there twice.") == true)
    }

    @Test("a mistake that fits one input by accident is not named: the input is changed until one is left")
    func accident() throws {
        // At 1 the cube and the square root are both 1.
        let ones = Matrix.ones(rows: 2, columns: 3)
        let root = Mistake<Matrix>("A root.") { $0.map { abs($0).squareRoot() } }
        let text = try Self.diagnosis(at: ones, mistakes: [root, Self.cubed]) { $0.map { $0 * $0 * $0 } }
        #expect(text == "The third power. See Lessons/99-thing.md#formula.")
        let none = try Self.diagnosis(at: ones, mistakes: [root]) { $0.map { $0 * $0 * $0 } }
        #expect(none == nil)
    }

    @Test("two mistakes that cannot be told apart are not named")
    func alike() throws {
        let again = Mistake<Matrix>("The third power, said otherwise.") { $0.map { $0 * $0 * $0 } }
        let text = try Self.diagnosis(mistakes: [Self.cubed, again]) { $0.map { $0 * $0 * $0 } }
        #expect(text == nil)
    }

    @Test("one wrong result is not enough")
    func oneWrongResult() throws {
        let input = normal(3, 4, seed: 1)
        let text = try Self.diagnosis(at: input) { $0 == input ? 2 * Self.right($0) : Self.right($0) }
        #expect(text == nil)
    }

    @Test("noise has no name, whatever the seed", arguments: 1...40)
    func noise(seed: UInt64) throws {
        let text = try Self.diagnosis { input in
            try Self.right(input) + normal(input.rows, input.columns, seed: seed + UInt64(input.rows))
        }
        #expect(text == nil)
    }

    @Test("what holds in all entries but one is not named", arguments: 0..<12)
    func allButOne(index: Int) throws {
        let text = try Self.diagnosis { input in
            var wrong = 2 * Self.right(input)
            let place = index % (input.rows * input.columns)
            wrong[place / input.columns, place % input.columns] += 0.1
            return wrong
        }
        #expect(text == nil)
    }

    @Test("an error on another input leaves no name")
    func errorElsewhere() throws {
        let input = normal(3, 4, seed: 1)
        let text = try Self.diagnosis(at: input) {
            guard $0 == input else { throw ShapeError(operation: "+", left: $0.shape, right: $0.shape) }
            return 2 * Self.right($0)
        }
        #expect(text == nil)
    }

    // MARK: Gradients

    @Test("a gradient held against a wrong forward fits no reason but that")
    func wrongForward() throws {
        // Right would be 6x − 1; the forward is 3x, and backward gives 6.
        let subject = Subject<Matrix>(
            "Thing.backward", lesson: "Lessons/99-thing.md", received: { 6 * $0.map { _ in 1 } },
            right: { 6 * $0 - 1 }, differences: { 3 * $0.map { _ in 1 } }, draw: { normal($0, $1, seed: $2) })
        let input = normal(3, 4, seed: 1)
        let trial = Trial(
            input: input, received: try subject.received(input), expected: .ones(rows: 3, columns: 4) * 3)
        let text = subject.diagnosis(
            of: trial, expected: { 3 * $0.map { _ in 1 } }, draw: subject.draw)
        #expect(text == nil)
        #expect(
            subject.wrongForward(on: input) == "Your own Thing.forward is not right here: mend it first.")
    }

    @Test("a backward that misses a forward is asked what forward has kept")
    func nothingKept() {
        let subject = Self.subject { $0 }
        let error = NetworkError.backwardBeforeForward("nothing there")
        #expect(
            subject.diagnosis(of: error, at: [[1]], draw: subject.draw)
                == "There was a forward: does it keep what backward needs?")
    }

    // MARK: Where it began

    @Test("where a NaN begins is found by scaling the input down")
    func whereNaNBegins() throws {
        let subject = Self.subject(right: { $0.map { 1 / (1 + exp(-$0)) } }) {
            $0.map { exp($0) / (1 + exp($0)) }
        }
        let input: Matrix = [[1e4, -3]]
        let trial = Trial(input: input, received: try subject.received(input), expected: [[1, 0.04743]])
        #expect(
            subject.whereItBegan(in: trial) == """
                The same input scaled down is fine, until its largest number reaches 709.8, where a power of e \
                leaves what a Double can hold.
                """)
        let finite = Trial<Matrix>(input: [[1.0]], received: [[1.0]], expected: [[2.0]])
        #expect(subject.whereItBegan(in: finite) == nil)
    }
}
