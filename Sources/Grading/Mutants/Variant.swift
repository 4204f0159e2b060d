/// An answer with something changed, which is to be run.
struct Variant: Sendable {
    enum Kind: Sendable {
        /// Some test must fail, and say why.
        case wrong
        /// All tests must pass, those of the capstones too.
        case correct
        /// An attempt at hard-coding, which must fail nearly all tests.
        case attempt
        /// Made by the `Mutator`: some test must fail.
        case mutant
        /// The answer with nothing in its bodies: a test that passes with it has no use for the answer.
        case absent
    }

    /// What chooses it when the tests run: 1 or more, each its own.
    let number: Int
    let kind: Kind
    let exercise: Exercise
    /// The whole file.
    let text: String
    /// The names of the tests that are not run.
    var skipped: [String] = []

    /// Where a test program finds the number.
    static let environmentKey = "ACTIVE_VARIANT"

    /// What the schemata ask for the number; a parameter's default may use what is public, and nothing else.
    static let reader = (
        file: "\(StudentFiles.folder)/ActiveVariant.swift",
        text: """
        import Foundation

        public let activeVariant =
            ProcessInfo.processInfo.environment["\(environmentKey)"].flatMap { Int($0) } ?? 0

        """
    )
}

/// What came of a variant.
enum VariantOutcome: Sendable {
    /// It cannot be built, for this reason.
    case refused(String)
    case tested([TestResult])

    /// The results; none where it was not built.
    var results: [TestResult] {
        guard case .tested(let results) = self else { return [] }
        return results
    }

    /// The results of tests that found something: a test without a record has found nothing.
    var failures: [TestResult] {
        results.filter { [.failed, .crashed, .timedOut].contains($0.status) }
    }

    /// The results of tests that did not pass, for whatever reason.
    var unpassed: [TestResult] { results.filter { $0.status != .passed } }
}
