import Foundation

/// The tests that must have a verdict, as the stubs' own build lists them: no student's code has a say.
///
/// The list is kept in the scratch folder until the tests change.
struct ExpectedTests {
    let workspace: Workspace
    let stubs: [String: String]

    private struct Record: Codable {
        let fingerprint: [String]
        let tests: [String]
    }

    /// The list that was kept; nil when there is none, or none that is still right.
    func kept() -> [TestName]? {
        guard let data = try? Data(contentsOf: file),
            let record = try? JSONDecoder().decode(Record.self, from: data),
            record.fingerprint == fingerprint
        else { return nil }
        return record.tests.compactMap { TestName($0) }
    }

    /// Builds the stubs, and keeps the list of the tests.
    ///
    /// - Throws: `GradingError.kitDoesNotBuild` when not even the stubs build.
    func list() async throws -> [TestName] {
        // Tests that change while they are built are listed again the next time.
        let fingerprint = fingerprint
        switch try await workspace.build(from: stubs) {
        case .failed(let errors, let output):
            throw GradingError.kitDoesNotBuild(errors: errors, output: output)
        case .tests(let program):
            let tests = try await program.list()
            let record = Record(fingerprint: fingerprint, tests: tests.map(\.id))
            try JSONEncoder().encode(record).write(to: file, options: .atomic)
            return tests
        }
    }

    private var file: URL { workspace.scratch.appending(path: "expected-tests.json") }

    /// The names, sizes and dates of all that decides which tests there are.
    private var fingerprint: [String] {
        let tests = FileManager.default.subpaths(atPath: workspace.root.appending(path: "Tests").path) ?? []
        return (["Package.swift"] + tests.map { "Tests/\($0)" }).sorted().map { path in
            let attributes = try? FileManager.default.attributesOfItem(
                atPath: workspace.root.appending(path: path).path)
            let date = attributes?[.modificationDate] as? Date
            return "\(path) \(attributes?[.size] ?? 0) \(date?.timeIntervalSinceReferenceDate ?? 0)"
        }
    }
}
