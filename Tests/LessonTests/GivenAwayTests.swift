import Testing

@testable import Grading

/// Answers on a page, and what only looks like one.
@Suite(
    "Answers on pages", .enabled(if: (try? Course.own.get().hasAnswers) == true, "this copy was handed out"))
struct GivenAwayTests {
    private let course: Course

    init() throws { course = try Course.own.get() }

    private func lines(_ text: String) throws -> [Int] {
        try course.answers(on: Page(path: "Lessons/04-linear.md", text: text)).map(\.line)
    }

    @Test(
        "the forward of every answer is caught when it is pasted, as the lines in it that are long enough",
        arguments: ["Linear", "Softmax", "Sigmoid", "ReLU", "MeanSquaredError", "CrossEntropy", "Sequential"])
    func pasted(name: String) throws {
        let answer = try #require(try course.sources(in: "Solutions/Reference")["\(name).swift"])
        let start = try #require(answer.firstRange(of: "public func forward")).lowerBound
        let end = try #require(answer[start...].firstRange(of: "\n    }")).upperBound
        #expect(try !lines("```swift\n\(answer[start..<end])\n```").isEmpty)
    }

    @Test(
        "a line of an answer is caught in code of any kind, under another name and in other white space",
        arguments: [
            "```swift\nlet z = try matmul(input, weight.value) + bias.value\n```",
            "```\nreturn try matmul( input,weight.value )+bias.value\n```",
            "<!-- check\nprint(1,\n    try matmul(input,\n weight.value) + bias.value)\n-->",
            "```swift\n// let output = try matmul(input, weight.value) + bias.value\n```",
            "So write\n`matmul(input, weight.value) + bias.value`.",
        ])
    func disguised(text: String) throws {
        #expect(try lines(text).count == 1)
    }

    @Test("calls of the kit, formulas and what the stub has already are no answers")
    func harmless() throws {
        let text = """
            $Z = XW + b$ and `init(inFeatures:outFeatures:using:)`
            ```swift
            // X times W, and the bias: matmul, +
            let layer = try Linear(weight: [[1, 2]], bias: [[3, 4]])
            public func forward(_ input: Matrix) throws -> Matrix {
            guard let input else { fatalError() }
            print(try matmul(a, b), columns.columnSums())
            ```
            """
        #expect(try lines(text) == [])
    }
}
