import Testing

@testable import Grading

@Suite("GitHub: annotations")
struct GitHubAnnotationsTests {
    private func lines(_ results: [TestResult], errors: [SourceError] = []) throws -> [String] {
        let exercises = try rubric().exercises
        return GitHubAnnotations(report: report(exercises, results, errors: errors)).lines
    }

    @Test("an error of the compiler stands at its line and column")
    func compiler() throws {
        let error = SourceError(
            file: "Sources/Student/Linear.swift", position: .init(line: 31, column: 9),
            message: "cannot find 'weigth' in scope")
        #expect(
            try lines(results([.missing]), errors: [error]) == [
                "::error file=Sources/Student/Linear.swift,line=31,col=9,title=Linear layer::"
                    + "cannot find 'weigth' in scope"
            ])
    }

    @Test("the first test that went wrong stands at the line that it names, or at the exercise's file")
    func failed() throws {
        #expect(
            try lines(
                results(
                    [.passed, .crashed, .failed],
                    messages: ["Index out of range\nin Sources/Student/Linear.swift:7"]))
                == [
                    "::error file=Sources/Student/Linear.swift,line=7,title=Linear layer%3A does b::"
                        + "Index out of range%0Ain Sources/Student/Linear.swift:7"
                ])
        #expect(
            try lines(results([.failed], in: "MoonsTests", messages: ["100% wrong, a: b\r\nc"])) == [
                "::error file=Tests/StudentTests/MoonsTests.swift,title=Two moons%3A does a::"
                    + "100%25 wrong, a: b%0D%0Ac"
            ])
    }

    @Test("what is done, or not started, or hidden, has none")
    func none() throws {
        #expect(try lines(results([.passed, .passed])) == [])
        #expect(try lines(results([.notStarted, .notStarted])) == [])
        let hidden = TestResult(
            test: test("a()", of: "HiddenTests"), displayName: nil, status: .failed,
            messages: ["the input was 42: Sources/Student/Linear.swift:1"])
        #expect(try lines([hidden]) == [])
    }

    @Test("no more are written than GitHub shows")
    func many() throws {
        let errors = (1...12).map {
            SourceError(
                file: "Sources/Student/Linear.swift", position: .init(line: $0, column: 1), message: "no")
        }
        let lines = try lines(results([.missing]), errors: errors)
        #expect(lines.count == 10)
        #expect(lines.last?.contains("line=10,") == true)
    }
}
