@testable import Grading

extension Course {
    /// The lines of answers that stand on a page, in code, in hidden comments, or in backticks.
    func answers(on page: Page) throws -> [Finding] {
        let answers = AnswerLines(
            of: try sources(in: "Solutions/Reference"), stubs: try sources(in: "Tests/Stubs").values)
        let code = page.blocks.map { Page.Line(number: $0.lines.first?.number ?? 1, text: $0.text) }
        return (code + page.codeSpans).flatMap { piece in
            answers.found(in: piece.text).map {
                page.finding(piece.number, "the answer's own “\($0.answer)” stands here, from \($0.file)")
            }
        }
    }
}
