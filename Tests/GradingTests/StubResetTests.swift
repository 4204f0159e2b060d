import Foundation
import Testing

@testable import Grading

@Suite("Stubs put back")
struct StubResetTests {
    private let source = "Sources/Student/Linear.swift"
    private let stub = "Tests/Stubs/Linear.swift"

    @Test("the stub is back, and the student's file is kept, byte for byte")
    func replaced() async throws {
        let linear = try linear
        try await withFiles([source: "mine", stub: "stub"]) { root throws in
            let date = try #require(
                Calendar(identifier: .gregorian).date(
                    from: DateComponents(year: 2026, month: 3, day: 9, hour: 7, minute: 5)))
            let outcome = try StubReset(root: root).reset(linear, at: date)
            let copy = ".kept/Linear-2026-03-09-0705.swift"
            #expect(outcome == .replaced(source, copy: copy))
            #expect(try text(of: source, in: root) == "stub")
            #expect(try text(of: copy, in: root) == "mine")
            #expect(outcome.text(TerminalStyle(isColoured: false)).hasSuffix("cp \(copy) \(source)"))
        }
    }

    @Test("a copy never takes the place of another one")
    func twice() async throws {
        let linear = try linear
        try await withFiles([source: "first", stub: "stub"]) { root throws in
            let reset = StubReset(root: root)
            let now = Date.now
            var copies: [String] = []
            for own in ["first", "second", "third"] {
                try Data(own.utf8).write(to: root.appending(path: source))
                guard case .replaced(_, let copy) = try reset.reset(linear, at: now) else {
                    Issue.record("nothing was replaced")
                    return
                }
                copies.append(try text(of: copy, in: root))
            }
            #expect(copies == ["first", "second", "third"])
        }
    }

    @Test("a file that is the stub already is left alone, and no copy is made")
    func wasStub() async throws {
        let linear = try linear
        try await withFiles([source: "stub", stub: "stub"]) { root throws in
            #expect(try StubReset(root: root).reset(linear) == .wasStub(source))
            #expect(!FileManager.default.fileExists(atPath: root.appending(path: ".kept").path))
        }
    }

    @Test("a file that is gone comes back")
    func missing() async throws {
        let linear = try linear
        try await withFiles([stub: "stub"]) { root throws in
            #expect(try StubReset(root: root).reset(linear) == .broughtBack(source))
            #expect(try text(of: source, in: root) == "stub")
        }
    }

    @Test("without a stub nothing is touched")
    func noStub() async throws {
        let linear = try linear
        try await withFiles([source: "mine"]) { root throws in
            #expect(throws: GradingError.noStub(stub)) { try StubReset(root: root).reset(linear) }
            #expect(try text(of: source, in: root) == "mine")
        }
    }

    @Test("a capstone has nothing to put back")
    func capstone() async throws {
        let moons = try rubric().exercise(named: "moons")
        try await withFiles([:]) { root throws in
            #expect(throws: GradingError.nothingToReset(moons)) { try StubReset(root: root).reset(moons) }
        }
    }

    private var linear: Exercise {
        get throws { try rubric().exercise(named: "linear") }
    }

    private func text(of file: String, in root: URL) throws -> String {
        try String(contentsOf: root.appending(path: file), encoding: .utf8)
    }
}
