import Foundation
import Testing

@testable import Grading

@Suite("Formats: what students see")
struct FeedbackTests {
    /// All formats but those for instructors.
    static let formats = ReportFormat.allCases.filter { ![.text, .json].contains($0) }

    @Test("nothing of a hidden test but how many passed", arguments: SampleReport.allCases, formats)
    func hidden(sample: SampleReport, format: ReportFormat) throws {
        let text = try sample.document.text(in: format)
        #expect(!text.contains("secret"))
    }

    @Test("that test can fail: instructors' JSON has everything")
    func instructors() throws {
        let text = try SampleReport.midway.document.text(in: .json)
        for part in ["secret1()", "a secret name", "secret: for [[1.25]] it is 3.5", "secret shape"] {
            #expect(text.contains(part))
        }
    }

    @Test("every format says how many hidden tests passed", arguments: formats)
    func counts(format: ReportFormat) throws {
        let text = try SampleReport.midway.document.text(in: format)
        let words: [ReportFormat: String] = [
            .csv: ",2,3\r\n", .classroom50: "hidden tests: 2 of 3", .markdown: "hidden tests: 2 of 3",
            .html: "hidden tests: 2 of 3",
        ]
        #expect(text.contains(words[format, default: "2 of 3 hidden tests passed."]))
    }

    @Test("control characters are written out, in every format but the grader's own JSON", arguments: formats)
    func printable(format: ReportFormat) throws {
        let text = try SampleReport.hostile.document.text(in: format)
        let controls = text.unicodeScalars.filter {
            $0.properties.generalCategory == .control && !"\r\n".unicodeScalars.contains($0)
        }
        #expect(controls.isEmpty)
        #expect(!text.unicodeScalars.contains("\u{202E}"))
        #expect(!text.unicodeScalars.contains("\u{FFFE}"))
    }

    @Test("where only hidden tests fail, that is what comes next, and no data with it")
    func onlyHiddenFail() throws {
        let exercises = try rubric().exercises
        let secret = TestResult(
            test: test("h()", of: "HiddenTests"), displayName: "h", status: .failed, messages: ["secret"])
        let report = report(exercises, results([.passed]) + [secret] + results([.passed], in: "MoonsTests"))
        let feedback = Feedback(ReportDocument(report: report, student: .own))
        #expect(feedback.task?.title == "Linear layer")
        #expect(feedback.task?.problems.map(\.name) == ["hidden tests"])
        #expect(
            feedback.task?.problems.first?.messages.first?.hasPrefix("0 of 1 hidden tests passed.") == true)
        #expect(feedback.points == "70 / 100")
        #expect(feedback.board.contains("70 / 100"))
    }

    @Test("a module that is not the students' is hidden, whatever it is called")
    func otherModules() {
        #expect(!test("a()").isHidden)
        #expect(test("a()", of: "HiddenTests").isHidden)
        #expect(test("a()", of: "studenttests").isHidden)
    }

    @Test("links go to the pages that the messages name, else to the exercise's")
    func pages() throws {
        let midway = Feedback(try SampleReport.midway.document)
        #expect(midway.task.map(Feedback.pages) == ["Lessons/04-linear.md#formula"])
        let stubs = Feedback(try SampleReport.stubs.document)
        #expect(stubs.task.map(Feedback.pages) == ["Lessons/04-linear.md"])
    }

    @Test("who handed in reads the student's own commands")
    func commands() throws {
        for format in [ReportFormat.markdown, .html, .gradescope] {
            let text = try SampleReport.midway.document.text(in: format)
            #expect(text.contains("./grade.sh linear"))
            #expect(!text.contains("submission /in"))
        }
    }
}
