/// A test as Swift Testing names it: module, suite and function.
///
/// `--list-tests` writes `StudentTests.LinearTests/shapes(n:)`; records add `/LinearTests.swift:7:4`, which
/// is left out here, so that results are found again wherever the test is written.
struct TestName: Hashable, Sendable {
    let module: String
    /// The suite, or "Outer/Inner"; empty for a function outside of a suite.
    let suite: String
    let function: String

    init(module: String, suite: String, function: String) {
        self.module = module
        self.suite = suite
        self.function = function
    }

    /// Reads a test's name or id; nil when it is not that of a function.
    init?(_ id: some StringProtocol) {
        let parts = /([^.\/ ]+)\.(?:(.*?)\/)?([^\/]*\(.*?\))(?:\/[^\/]+:\d+:\d+)?/
        guard let match = String(id).wholeMatch(of: parts) else { return nil }
        self.init(
            module: String(match.1), suite: match.2.map(String.init) ?? "", function: String(match.3))
    }

    /// The test as it is listed.
    var id: String { suite.isEmpty ? "\(module).\(function)" : "\(module).\(suite)/\(function)" }

    /// Whether students do not have it: all that is in another module than theirs.
    var isHidden: Bool { module != Grader.modules[0] }

    /// The suite that stands in a file of its own: "Outer" of "Outer/Inner".
    var outerSuite: String { suite.split(separator: "/").first.map(String.init) ?? "" }

    /// The tests that `--list-tests` printed, in its order.
    static func list(_ output: String) -> [TestName] {
        output.split(whereSeparator: \.isNewline).compactMap { TestName($0) }
    }
}
