import Foundation
import Testing

@testable import Grading

@Suite("Formats: --output")
struct ReportFileTests {
    @Test("a report is written with one line feed at its end, in the place of what was there")
    func written() async throws {
        try await withFiles(["report": "old"]) { folder in
            for text in ["new", "new\n", "a\r\n"] {
                let file = ReportFile(url: folder.appending(path: "report"))
                try file.check()
                try file.write(text)
                let wanted = text == "new" ? "new\n" : text
                #expect(try Data(contentsOf: file.url) == Data(wanted.utf8))
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report"])
        }
    }

    @Test("what cannot be written to is named, with the way out")
    func refused() async throws {
        try await withFiles(["file": "", "folder/inside": ""]) { folder in
            for (path, words) in [
                ("none/report", "/none; make it first."), ("file/report", "/file; make it first."),
                ("folder", "cannot be written: it is a folder; name a file."),
            ] {
                let file = ReportFile(url: folder.appending(path: path))
                let error = #expect(throws: GradingError.self) { try file.check() }
                #expect(error?.description.hasSuffix(words) == true, "\(String(describing: error))")
            }
        }
    }
}
