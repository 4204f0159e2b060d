import Foundation
import Testing

@testable import Grading

@Suite("Progress") struct ProgressTests {
    @Test("on a terminal the line is gone afterwards, also after an error")
    func terminal() async throws {
        let text = try await output(isTerminal: true) { progress in
            try await progress.during("Building") {}
            do {
                try await progress.during("Running") { throw GradingError.packageNotFound }
                Issue.record("The error of the work was lost.")
            } catch GradingError.packageNotFound {
                // What the work throws comes through.
            }
        }
        #expect(text.hasSuffix("\r\u{1B}[2K"))
        #expect(!text.contains("\n"))
    }

    @Test("elsewhere it is one plain line")
    func plain() async throws {
        let text = try await output(isTerminal: false) { progress in
            try await progress.during("Building") {}
            progress.clear()
        }
        #expect(text == "Building…\n")
    }

    private func output(isTerminal: Bool, _ body: (Grading.Progress) async throws -> Void) async throws
        -> String
    {
        let pipe = Pipe()
        try await body(Grading.Progress(output: pipe.fileHandleForWriting, isTerminal: isTerminal))
        try pipe.fileHandleForWriting.close()
        return String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    }
}
