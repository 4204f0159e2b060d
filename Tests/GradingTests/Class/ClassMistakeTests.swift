import Testing

@testable import Grading

@Suite("Mistakes of a class")
struct ClassMistakeTests {
    @Test("what a test says of a mistake is one text for all who make it")
    func diagnosis() {
        let texts = [
            "[1, 2] is 0.1192 and should be 0.8808 (5 of 6\nwrong)", "the result is 1 and should be 0",
        ].map {
            """
            Sigmoid.forward: \($0).
            The curve falls, and should rise: look at the sign in the exponent. See
            Lessons/06-sigmoid.md#falling-curve.
            received               expected
               0.5   0.25   0.75      0.5   0.75   0.25
            """
        }
        let mistakes = Set(texts.map { ClassMistake(message: $0) })
        #expect(
            mistakes == [
                ClassMistake(
                    lesson: "Lessons/06-sigmoid.md#falling-curve",
                    text: "The curve falls, and should rise: look at the sign in the exponent.")
            ])
    }

    @Test(
        "without a place in the lessons, it is the sentence after the numbers, or what went wrong, without numbers",
        arguments: [
            (
                "oneHot: the shape is (3 × 4) and should be (4 × 3).\nRows and columns are swapped.",
                "Rows and columns are swapped."
            ),
            (
                "Linear.init: another seed gives the same weights.\nThey have to be drawn.",
                "Linear.init: another seed gives the same weights."
            ),
            (
                "Adam.step after 2: [3, 5] is −0.3855 and should be −0.38 (1 of 9 wrong).\nreceived\n 0.1 2",
                "Adam.step after #."
            ),
            (
                "f: the shapes (6 × 10) and (10 × 6) do not fit together",
                "f: the shapes (# × #) and (# × #) do not fit together."
            ),
            ("", "."),
        ])
    func others(message: String, text: String) {
        #expect(ClassMistake(message: message) == ClassMistake(lesson: nil, text: text))
    }

    @Test("numbers that are the test's own do not make two mistakes of one that the lessons know")
    func values() {
        let texts = ["0.3", "0.01"].map {
            "f: 1 is 2 and should be 3.\nThe slope is \($0), and should be 1.5 here. See Lessons/20-x.md#slope."
        }
        #expect(Set(texts.map { ClassMistake(message: $0) }).count == 1)
    }

    @Test("each mistake of an exercise is there once; a stub is none, a crash has no words of its own")
    func all() throws {
        let statuses: [TestStatus] = [.failed, .failed, .crashed, .timedOut, .notStarted, .passed]
        let tests = results(statuses, messages: ["f: a is swapped."])
        let stub = results([.failed], messages: ["f is still to be filled: Sources/Student/Linear.swift:3"])
        let missing = results(
            [.failed], messages: ["needs Sources/Student/Tanh.swift, which does not compile"])
        let result = ExerciseResult(
            exercise: try rubric().exercises[0], tests: tests + stub + missing, counts: true)
        #expect(
            ClassMistake.all(in: result).map(\.text) == ["f: a is swapped.", "crashed", "ran without end"])
    }

    @Test("of hidden tests nothing is told but that only they fail")
    func hidden() throws {
        let hidden = TestResult(
            test: test("h()", of: "HiddenTests"), displayName: nil, status: .failed,
            messages: ["f of [1, 2]: the result is 3."])
        let exercise = try rubric().exercises[0]
        let alone = ExerciseResult(exercise: exercise, tests: [hidden], counts: true)
        #expect(
            ClassMistake.all(in: alone).map(\.text) == [
                "Only the hidden tests fail: random sizes and values."
            ])
        let both = ExerciseResult(
            exercise: exercise, tests: [hidden] + results([.failed], messages: ["Swapped."]), counts: true)
        #expect(ClassMistake.all(in: both).map(\.text) == ["Swapped."])
    }
}
