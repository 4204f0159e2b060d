import Foundation

/// The report for other programs: all that was tried, with the tests that failed and what they said.
struct MutantJSON: Encodable {
    struct Exercise: Encodable {
        let id: String
        let wrong: [Wrong]
        let correct: [Correct]
        let attempts: [Attempt]
        let mutants: [Mutant]
    }

    struct Test: Encodable {
        let test: String
        let status: TestStatus
        let messages: [String]
    }

    struct Wrong: Encodable {
        let name: String
        let caught: Bool
        let named: Bool
        let unfailing: [String]
        let unsaid: [String]
        let refused: String?
        let failing: [Test]
    }

    struct Correct: Encodable {
        let name: String
        let accepted: Bool
        let refused: String?
        let failing: [Test]
    }

    struct Attempt: Encodable {
        let name: String
        let passed: [String]
        let tests: Int
        let refused: String?
    }

    struct Mutant: Encodable {
        let function: String
        let line: String
        let mutation: String
        let survives: Bool
        let refused: String?
        let failing: [String]
    }

    let exercises: [Exercise]
    let right: Int
    let problems: [String]
    let seconds: Double

    init(_ report: MutantReport) {
        exercises = report.exercises.map(Exercise.init)
        right = report.findings.passed
        problems = report.findings.failures
        seconds = report.duration / .seconds(1)
    }

    /// The report as text, with its keys in one order always.
    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

extension MutantJSON.Exercise {
    fileprivate init(_ trials: ExerciseTrials) {
        id = trials.exercise.id
        wrong = trials.wrong.map {
            .init(
                name: $0.subject.name, caught: $0.isCaught, named: $0.isNamed, unfailing: $0.unfailing,
                unsaid: $0.unsaid, refused: $0.outcome.reason,
                failing: $0.outcome.failures.map(MutantJSON.Test.init))
        }
        correct = trials.correct.map {
            .init(
                name: $0.subject.name, accepted: $0.isAccepted, refused: $0.outcome.reason,
                failing: $0.outcome.unpassed.map(MutantJSON.Test.init))
        }
        attempts = trials.attempts.map {
            .init(
                name: $0.subject.name, passed: $0.own.filter { $0.status == .passed }.map(\.test.id),
                tests: $0.own.count, refused: $0.outcome.reason)
        }
        mutants = trials.mutants.map {
            .init(
                function: $0.subject.function, line: $0.subject.line, mutation: $0.subject.mutation,
                survives: $0.survives, refused: $0.outcome.reason,
                failing: $0.outcome.failures.map(\.test.id))
        }
    }
}

extension MutantJSON.Test {
    fileprivate init(_ result: TestResult) {
        test = result.test.id
        status = result.status
        messages = result.messages
    }
}

extension VariantOutcome {
    /// Why it was not built.
    fileprivate var reason: String? {
        guard case .refused(let reason) = self else { return nil }
        return reason
    }
}
