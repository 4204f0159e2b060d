import Foundation

@testable import Grading

/// Reports of each kind, to be written in each format.
///
/// Whatever comes from a hidden test has the word `secret` in it.
enum SampleReport: String, CaseIterable {
    case passed, stubs, midway, broken, hostile

    var document: ReportDocument {
        get throws {
            var origin = Origin([
                "CLASSROOM": "networks", "ASSIGNMENT": "kit", "OWNER": "ada",
                "SUBMISSION_TAG": "submit/2026-11-21T16-00-00Z-a1b2c3d",
                "COMMIT_URL": "https://github.com/networks/kit-ada/commit/a1b2c3d",
                "RELEASE_URL": "https://github.com/networks/kit-ada/releases/tag/submit%2F1",
            ])
            origin.pages = self == .hostile ? "https://example.org/kit/" : ""
            return ReportDocument(
                report: try content, student: self == .hostile ? .own : .submission(URL(filePath: "/in/ada")),
                name: self == .hostile ? Self.hostileText : "ada", seconds: 12.3456, origin: origin,
                date: Date(timeIntervalSince1970: 1_795_276_800))
        }
    }

    /// All that some format could take for its own.
    static let hostileText =
        "=cmd()|' /C calc'!A1\t\"q\",\r\n<script>alert(1)</script>]]>&amp;\u{0}\u{8}\u{1B}[31mred\u{FFFE}\u{202E}"
        + "`````` @everyone [x](http://evil.example) **b** | # $x$ www.evil.example 😀e\u{301}"

    private var content: Report {
        get throws {
            let exercises = try rubric().exercises
            switch self {
            case .passed:
                let linear = hidden(results([.passed, .passed]), [.passed, .passed])
                return report(
                    exercises, linear + results([.passed], in: "MoonsTests") + challenge(.notStarted))
            case .stubs:
                let stub = "Linear.forward is still to be filled: Sources/Student/Linear.swift:31"
                let linear = hidden(results([.notStarted, .notStarted], messages: [stub]), [.notStarted])
                let moons = results([.notStarted], in: "MoonsTests", messages: [stub])
                return report(exercises, linear + moons + challenge(.notStarted))
            case .midway:
                var linear = results(
                    [.passed, .failed, .crashed, .timedOut],
                    messages: [
                        "Z is X·W: look at the order of the factors. See Lessons/04-linear.md#formula.",
                        "expected 1, got 2",
                    ])
                linear[0].seconds = 0.25
                linear[1].seconds = 0.0625
                let moons = results([.failed], in: "MoonsTests", messages: ["The accuracy is 0.5, not 0.9."])
                var graded = report(
                    exercises, hidden(linear, [.passed, .failed, .passed]) + moons + challenge(.failed))
                graded.output = "shape (3 × 4)\nshape (1 × 4)\n"
                graded.hiddenOutput = "secret shape\n"
                return graded
            case .broken:
                let error = SourceError(
                    file: "Sources/Student/Linear.swift", position: .init(line: 3, column: 9),
                    message: "cannot find 'weigth' in scope")
                let refused = SourceError(
                    kind: .refused, file: "Sources/Student/Tanh.swift", position: .init(line: 1, column: 8),
                    message: "“Foundation” cannot be imported")
                return report(
                    [exercises[0], exercises[2]],
                    hidden(results([.missing, .missing], messages: [error.description]), [.missing])
                        + results([.missing], in: "TanhTests", messages: [refused.description]),
                    errors: [error, error, error, error, refused])
            case .hostile:
                let linear = [
                    TestResult(
                        test: test("a()"), displayName: Self.hostileText, status: .failed,
                        messages: [Self.hostileText, ""])
                ]
                let moons = results(
                    [.failed], in: "MoonsTests", messages: [String(repeating: "long 😀 ", count: 2000)])
                let error = SourceError(file: "Sources/Student/Tanh.swift", message: Self.hostileText)
                var graded = report(
                    exercises, linear + moons + results([.missing], in: "TanhTests"), errors: [error])
                graded.leftOut = [LeftOut(file: "Sources/Student/\(Self.hostileText)", reason: "is a link")]
                graded.output = Self.hostileText + String(repeating: "printed, ", count: 1000)
                graded.hiddenTests = .afterPublished
                return graded
            }
        }
    }

    private func challenge(_ status: TestStatus) -> [TestResult] {
        let message = status == .failed ? "tanh(1) is 0.7616, not 1." : "Tanh.forward is still to be filled"
        return results([status], in: "TanhTests", messages: [message])
    }

    /// The results with those of hidden tests of the same suite after them.
    private func hidden(_ results: [TestResult], _ statuses: [TestStatus]) -> [TestResult] {
        results
            + statuses.enumerated().map { index, status in
                TestResult(
                    test: test("secret\(index)()", of: "HiddenTests"), displayName: "a secret name",
                    status: status, messages: status == .passed ? [] : ["secret: for [[1.25]] it is 3.5"])
            }
    }
}
