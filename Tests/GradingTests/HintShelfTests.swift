import Foundation
import Testing

@testable import Grading

@Suite("Hints")
struct HintShelfTests {
    @Test("one more each time, then none, and all whenever they are asked for")
    func order() async throws {
        let course = try course
        let exercise = course.exercises[0]
        try await withFiles([:]) { root throws in
            // Each time from the file alone, as each call of the command does.
            #expect(try HintShelf(root: root).next(for: exercise).shown == 0..<1)
            #expect(try HintShelf(root: root).next(for: exercise).shown == 1..<2)
            #expect(try HintShelf(root: root).next(for: exercise).shown == 2..<3)
            #expect(try HintShelf(root: root).next(for: exercise).shown == 3..<3)
            #expect(try HintShelf(root: root).all(for: exercise).shown == 0..<3)
            #expect(try HintShelf(root: root).next(for: course.exercises[1]).shown == 0..<1)
        }
    }

    @Test("who has seen all at once has seen all")
    func allAtOnce() async throws {
        let exercise = try course.exercises[0]
        try await withFiles([:]) { root throws in
            #expect(try HintShelf(root: root).all(for: exercise).shown == 0..<3)
            #expect(try HintShelf(root: root).next(for: exercise).shown.isEmpty)
        }
    }

    @Test(
        "a file of hints seen that makes no sense loses no hint",
        arguments: [("{", 0), ("{\"linear\": -4}", 0), ("{\"linear\": 9}", 3), ("{\"linear\": 1}", 1)])
    func brokenFile(content: String, seen: Int) async throws {
        let exercise = try course.exercises[0]
        try await withFiles([HintShelf.path: content]) { root throws in
            #expect(try HintShelf(root: root).next(for: exercise).shown.lowerBound == seen)
        }
    }

    @Test("where nothing can be written the reason is plain, and names the place")
    func notWritable() async throws {
        let exercise = try course.exercises[0]
        // A file where the folder would be.
        try await withFiles([".build": ""]) { root in
            let error = #expect(throws: CocoaError.self) { try HintShelf(root: root).next(for: exercise) }
            let text = error?.explanation ?? ""
            #expect(text.hasPrefix(root.appending(path: ".build").path))
            #expect(text.contains(" cannot be read or written: "))
            #expect(!text.contains("Domain") && !text.contains("The operation"))
        }
    }

    @Test("each hint says how to go on")
    func text() throws {
        let exercise = try course.exercises[0]
        let plain = TerminalStyle(isColoured: false)
        let text = { HintShelf.Hints(exercise: exercise, shown: $0).text(plain) }
        #expect(
            text(1..<2)
                == """
                  Hint 2 of 3: Linear layer
                    Second.

                  Still stuck? ./grade.sh hint linear
                """)
        #expect(
            text(2..<3).hasSuffix("\n  That was the last one. See all again: ./grade.sh hint linear --all"))
        #expect(text(0..<3).hasSuffix("    Third.\n\n  The page  Lessons/04-linear.md"))
        #expect(
            text(3..<3)
                == """
                  You have seen all 3 hints for Linear layer.
                  See them again  ./grade.sh hint linear --all
                  The page        Lessons/04-linear.md
                """)
    }

    private var course: Rubric { get throws { try rubric() } }
}
