import Testing

@testable import Grading

@Suite("What errors say")
struct GradingErrorTests {
    @Test(
        "a kit that does not build: the way out fits the file",
        arguments: [
            ("Tests/StudentTests/Playground.swift", "A playground of yours is built with the tests"),
            ("Tests/StudentTests/LinearTests.swift", "`git checkout FILE` undoes it"),
        ])
    func wayOut(file: String, advice: String) {
        let error = GradingError.kitDoesNotBuild(
            errors: [SourceError(file: file, message: "no such name")], output: "")
        #expect(error.description.contains(file))
        #expect(error.description.contains(advice))
    }
}
