import Foundation

/// The report as continuous integration reads it: JUnit's XML, as Jenkins and its schema have it.
///
/// A suite is an exercise. A test that failed, or met a stub, is a failure; one that did not come to its end is an
/// error; a challenge that nobody began is skipped.
///
/// Schema: Tests/GradingTests/Fixtures/Schemas/junit.xsd
struct JUnitReport {
    let feedback: Feedback
    let seconds: Double

    private struct Case {
        let module: String
        let name: String
        var seconds: Double?
        var outcome = Outcome.passed
        var messages: [String] = []

        enum Outcome: String { case passed, failure, error, skipped }
    }

    var text: String {
        let suites = feedback.exercises.map { ($0, cases(of: $0)) }
        let all = suites.flatMap(\.1)
        let name = feedback.name ?? "Neural network exercises"
        let attributes = [
            ("name", name), ("tests", "\(all.count)"), ("failures", count(.failure, in: all)),
            ("errors", count(.error, in: all)), ("time", time(seconds)),
        ]
        return
            ([#"<?xml version="1.0" encoding="UTF-8"?>"#, "<testsuites\(XML.attributes(attributes))>"]
            + suites.flatMap { suite($0.exercise, $1) } + ["</testsuites>"]).joined(separator: "\n")
    }

    private func suite(_ exercise: Exercise, _ cases: [Case]) -> [String] {
        let attributes = [
            ("name", exercise.title), ("tests", "\(cases.count)"), ("failures", count(.failure, in: cases)),
            ("errors", count(.error, in: cases)), ("skipped", count(.skipped, in: cases)),
            ("time", time(cases.compactMap(\.seconds).reduce(0, +))),
        ]
        return ["  <testsuite\(XML.attributes(attributes))>"]
            + cases.flatMap { self.case($0, of: exercise) } + ["  </testsuite>"]
    }

    private func `case`(_ each: Case, of exercise: Exercise) -> [String] {
        let attributes =
            [("classname", "\(each.module).\(exercise.suite)"), ("name", each.name)]
            + (each.seconds.map { [("time", time($0))] } ?? [])
        let head = "    <testcase\(XML.attributes(attributes))"
        guard each.outcome != .passed else { return [head + "/>"] }
        let text = each.messages.joined(separator: "\n")
        let kind = each.outcome.rawValue
        let first = XML.attributes([("message", String(text.prefix { !$0.isNewline }))])
        return [head + ">", "      <\(kind)\(first)>\(XML.escaped(text))</\(kind)>", "    </testcase>"]
    }

    private func cases(of each: ExerciseFeedback) -> [Case] {
        let isExtra = !each.counts && each.status == .notStarted
        let own = each.tests.map { result in
            let outcome: Case.Outcome =
                switch result.status {
                case .passed: .passed
                case .notStarted where isExtra: .skipped
                case .failed, .notStarted: .failure
                case .crashed, .timedOut, .missing, .skipped: .error
                }
            return Case(
                module: result.test.module, name: result.title, seconds: result.seconds, outcome: outcome,
                messages: result.messages)
        }
        let hidden = each.hidden.map {
            Case(
                module: "HiddenTests", name: "hidden tests",
                outcome: $0.isPassed ? .passed : isExtra ? .skipped : .failure, messages: [$0.text])
        }
        return own + [hidden].compactMap(\.self)
    }

    private func count(_ outcome: Case.Outcome, in cases: [Case]) -> String {
        "\(cases.count { $0.outcome == outcome })"
    }

    private func time(_ seconds: Double) -> String { String(format: "%.3f", seconds) }
}
