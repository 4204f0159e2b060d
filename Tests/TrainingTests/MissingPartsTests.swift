import Foundation
import NeuralNetwork
import Testing

@testable import Training

@Suite("What is still to be filled")
struct MissingPartsTests {
    private func place(_ file: String, line: Int) -> FillYourCodeHere {
        FillYourCodeHere(function: "forward(_:)", fileID: "Student/\(file).swift", line: line)
    }

    @Test("the course's order decides which comes first, and a file's first place is named")
    func order() {
        let parts = MissingParts([
            place("Tanh", line: 25), place("Fit", line: 38), place("Linear", line: 66),
            place("Helper", line: 3), place("Linear", line: 40), place("ReLU", line: 26),
        ])
        #expect(
            parts.message == """
                This network needs Linear first: Sources/Student/Linear.swift:40 is still to be filled.
                Lessons/04-linear.md, ./grade.sh linear
                And after it: ReLU, Fit, Tanh, Helper.
                """)
    }

    @Test("one place alone has no line about others, and none has no message")
    func few() {
        #expect(
            MissingParts([place("Fit", line: 38)]).message == """
                This network needs Fit first: Sources/Student/Fit.swift:38 is still to be filled.
                Lessons/17-fit.md, ./grade.sh fit
                """)
        #expect(MissingParts([]).message == nil)
    }

    @Test("nothing is missing in the answers", .enabled(if: areAnswers), arguments: NetworkPlan.named)
    func answers(plan: NetworkPlan) {
        #expect(MissingParts(of: plan, startsAtRandom: true).places == [])
    }

    @Test("only what a network needs is looked at")
    func needed() throws {
        let plan = try #require(
            try TrainRequest.reading(["custom", "--layers", "2,tanh:3,1", "--optimizer", "adam"])
        ).plan
        let names = MissingParts(of: plan, startsAtRandom: true).places.map(\.fileID)
        let needed = ["Linear", "Tanh", "SigmoidCrossEntropy", "Sequential", "Adam", "Minibatches", "Fit"]
        #expect(Set(names).isSubset(of: needed.map { "Student/\($0).swift" }))
    }

    @Test("exercises, their ids, lessons and order are the rubric's, apart from code to mend")
    func rubric() throws {
        struct Rubric: Decodable {
            struct Exercise: Decodable {
                let id: String
                let lesson: String
                let source: String?
            }
            let exercises: [Exercise]
        }
        let file = URL(filePath: #filePath).appending(path: "../../../Lessons/rubric.json").standardized
        let rubric = try JSONDecoder().decode(Rubric.self, from: Data(contentsOf: file))
        let exercises = rubric.exercises.filter { $0.source?.contains("/WhatsWrong/") != true }
        let expected = exercises.compactMap { exercise in
            exercise.source.map { source in
                CourseExercise(
                    id: exercise.id,
                    name: URL(filePath: source).deletingPathExtension().lastPathComponent,
                    lesson: exercise.lesson)
            }
        }
        #expect(CourseExercise.all == expected)
    }
}
