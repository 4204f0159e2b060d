import Foundation
import Testing

@testable import Grading

/// The programs of small pages, right and wrong, compiled and run as those of the lessons are.
@Suite(
    "Programs of pages",
    .enabled(if: PageCompiler.ownBuild != nil, "the answers are not here: this copy was handed out"))
struct PageProgramTests {
    @Test("a page that keeps its promises is right, whatever form they have")
    func right() async throws {
        let page = """
            # A page
            ```swift
            // A remark.
            let relu = ReLU()
            print(try relu.forward([[-1, 2]]))  // [[0, 2]] (1 × 2)
            for factor in 1...2 {
                print(factor, terminatorless)
            }
            // 1 [[3],
            //  [4]] (2 × 1)
            // 2 [[3],
            //  [4]] (2 × 1)
            ```
            <!-- check
            print(rounded(2.0 / 3), rounded(-0.00001), rounded([[1.23456]], 2))  // 0.6667 0.0 [[1.23]] (1 × 1)

            // A remark.
            print(log(2))  // 0.693…
            -->
            """
            .replacing("terminatorless", with: "[[3], [4]] as Matrix")
        #expect(try await findings(page) == [])
    }

    @Test("a number that the answers do not give is named with its line, printed and promised")
    func wrongNumber() async throws {
        let page = """
            ```swift
            let linear = try Linear(weight: [[2]], bias: [[1]])
            print(try linear.forward([[3]]))  // [[8]] (1 × 1)
            ```

            ```swift
            print(linear.weight.value)  // [[2]] (1 × 1)
            ```
            <!-- check
            print(rounded(0.12345))
            // 0.124
            -->
            """
        #expect(
            try await findings(page) == [
                finding(3, "prints “[[7]] (1 × 1)”, and the page promises “[[8]] (1 × 1)”"),
                finding(11, "prints “0.1235”, and the page promises “0.124”"),
            ])
    }

    @Test("a line too many or too few is named where it begins")
    func wrongCount() async throws {
        let unpromised = "```swift\nprint(1)  // 1\nprint(2)\nprint(3)  // 3\n```"
        let unprinted = "```swift\nprint(1)  // 1\n// 2\n```"
        let silent = "```swift\nprint(1)\n```"
        #expect(
            try await findings(unpromised, unprinted, silent) == [
                finding(
                    4, "prints “2”, and the page promises “3”: 3 lines are printed in all, and 2 promised"),
                finding(
                    3,
                    "prints nothing more, and the page promises “2”: 1 lines are printed in all, and 2 promised"
                ),
                finding(
                    2,
                    "prints “1”, and the page promises nothing more: 1 lines are printed in all, and 0 promised"
                ),
            ])
    }

    @Test("code that does not compile, throws or traps is named with its line")
    func broken() async throws {
        let misspelt = "# A page\n\n```swift\nlet layer = ReLU()\nprint(layer.forwards([[1]]))  // 1\n```"
        #expect(
            try await findings(misspelt) == [
                finding(5, "does not compile: value of type 'ReLU' has no member 'forwards'")
            ])
        let throwing = "```swift\nprint(1)  // 1\n_ = try ReLU().backward([[1]])\n```"
        let trapping = "```swift\nprint(1)  // 1\nlet m: Matrix = [[1]]\nprint(m[3, 3])  // 0\n```"
        let found = try await findings(throwing, trapping)
        #expect(found.map(\.line) == [2, 2])
        #expect(found.first?.problem.contains("ReLU.backward") == true)
        #expect(found.last?.problem.contains("3, 3") == true)
    }

    private func findings(_ pages: String...) async throws -> [Finding] {
        let build = try #require(PageCompiler.ownBuild)
        let toolchain = try Toolchain(environment: ProcessInfo.processInfo.environment)
        return try await PageCompiler(build: build, toolchain: toolchain)
            .findings(pages.compactMap { PageProgram(Page(path: "Lessons/04-linear.md", text: $0)) })
    }

    private func finding(_ line: Int, _ problem: String) -> Finding {
        Finding(page: "Lessons/04-linear.md", line: line, problem: problem)
    }
}
