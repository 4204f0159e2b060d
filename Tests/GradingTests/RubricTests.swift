import Foundation
import Testing

@testable import Grading

@Suite("Rubric")
struct RubricTests {
    @Test("a good rubric is read whole and has no problems")
    func good() throws {
        let rubric = try rubric()
        #expect(rubric.exercises.map(\.id) == ["linear", "moons", "tanh"])
        #expect(rubric.exercises[0].answer == "Solutions/Reference/Linear.swift")
        #expect(rubric.exercises[0].tests == "Tests/StudentTests/LinearTests.swift")
        #expect(rubric.exercises[1].source == nil)
        #expect(rubric.exercises[1].answer == nil)
        #expect(rubric.exercises[2].challenge)
        #expect(rubric.problems() == [])
    }

    @Test("code to mend has a folder of its own, among the answers and the wrong answers as well")
    func toMend() throws {
        let json = rubricJSON.replacing("Student/Tanh.swift", with: "Student/WhatsWrong/Tanh.swift")
        let exercise = try rubric(json).exercises[2]
        #expect(exercise.isToMend)
        #expect(exercise.answer == "Solutions/Reference/WhatsWrong/Tanh.swift")
        #expect(
            WrongAnswers.path(forAnswer: exercise.answer ?? "")
                == "Solutions/WrongAnswers/WhatsWrong/Tanh.json")
        #expect(try rubric().exercises.allSatisfy { !$0.isToMend })
    }

    @Test(
        "each slip in a value has its sentence",
        arguments: [
            (#""id": "moons""#, #""id": "linear""#, "two exercises have the id “linear”: give each its own"),
            ("MoonsTests", "LinearTests", "two exercises have the suite “LinearTests”: give each its own"),
            (
                "Student/Tanh", "Student/Linear",
                "two exercises have the source “Sources/Student/Linear.swift”: give each its own"
            ),
            (
                #""id": "tanh""#, #""id": "Tanh_1""#,
                "the id “Tanh_1” is not in kebab-case, as “mean-squared-error” is"
            ),
            ("Two moons", " ", "moons: the title is empty"),
            (#""points": 5"#, #""points": 0"#, "tanh: 0 points; give it 1 or more"),
            (#""One.", "#, "", "moons: hints: 2; write three, from a nudge to nearly there"),
            (#""Two.""#, #"" ""#, "moons: a hint is empty"),
            (
                #""points": 40"#, #""points": 41"#,
                "the points without the challenges add up to 101, not to 100"
            ),
        ])
    func values(original: String, slip: String, problem: String) throws {
        let rubric = try rubric(rubricJSON.replacing(original, with: slip))
        #expect(rubric.problems() == ["Lessons/rubric.json: \(problem)"])
    }

    @Test(
        "what cannot be read at all names the exercise and the key",
        arguments: [
            (#""points": 40,"#, "", "exercise 2: the key “points” is missing"),
            (#""points": 40"#, #""points": "forty""#, "exercise 2: points: "),
            (
                #""source": "Sources/Student/Tanh"#, #""sorce": "Sources/Student/Tanh"#,
                "exercise 3: there is no key “sorce”; the keys are id, title, lesson, source, "
            ),
            (#"{ "exercises""#, #"{ "course": 1, "exercises""#, "there is no key “course”"),
            ("] }", "]", "The given data was not valid JSON."),
        ])
    func unreadable(original: String, slip: String, problem: String) throws {
        let error = #expect(throws: GradingError.self) {
            try rubric(rubricJSON.replacing(original, with: slip))
        }
        let description = try #require(error?.description)
        #expect(description.hasPrefix("Lessons/rubric.json: \(problem)"))
    }

    @Test("a package without a rubric is told how to get it back")
    func absent() async throws {
        try await withFiles([:]) { folder in
            let error = #expect(throws: GradingError.self) { try Rubric.load(from: folder) }
            #expect(error?.description.contains("git checkout Lessons/rubric.json") == true)
        }
    }

    @Test("exercises are found by id, in course order; none named means all")
    func named() throws {
        let rubric = try rubric()
        #expect(try rubric.exercises(named: ["tanh", "linear"]).map(\.id) == ["linear", "tanh"])
        #expect(try rubric.exercises(named: []).count == 3)
    }

    @Test("an unknown id is answered with the nearest ones, and all of them")
    func unknown() throws {
        #expect(
            throws: GradingError.unknownExercise(
                "linaer", nearest: ["linear"], all: ["linear", "moons", "tanh"])
        ) { try rubric().exercises(named: ["linaer"]) }
    }

    @Test(
        "nearest: a slip or two away, or a beginning; nearest first; nothing far off",
        arguments: [
            ("sgd", ["sgd"]), ("sdg", ["sgd"]), ("ReLU", ["relu"]), ("tan", ["tanh"]),
            ("one", ["one-hot"]), ("softmax-cros-entropie", ["softmax-cross-entropy"]),
            ("convolution", []),
        ])
    func near(typed: String, expected: [String]) {
        let names = ["one-hot", "relu", "softmax", "softmax-cross-entropy", "sgd", "tanh"]
        #expect(Set(nearest(to: typed, in: names)) == Set(expected))
    }
}
