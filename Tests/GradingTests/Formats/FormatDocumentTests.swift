import Foundation
import Testing

@testable import Grading

/// Whole documents, byte for byte: `Fixtures/Formats/SAMPLE/` has what each sample report gives.
///
/// `FORMATS=write` in the environment writes them anew; read what `git diff` says then. `Tests/Peers/formats_peer.py`
/// opens the same files with programs that were not written here.
@Suite("Formats: documents")
struct FormatDocumentTests {
    static let names: [(ReportFormat, String)] = [
        (.text, "board.txt"), (.json, "report.json"), (.junit, "junit.xml"), (.gradescope, "gradescope.json"),
        (.classroom50, "classroom50.json"), (.exercism, "exercism.json"), (.markdown, "feedback.md"),
        (.html, "report.html"), (.csv, "report.csv"),
    ]

    @Test("every sample gives its document", arguments: SampleReport.allCases, names)
    func documents(sample: SampleReport, format: (ReportFormat, String)) throws {
        let text = try sample.document.text(in: format.0).endingInNewline
        let file = GoldenFixture.root.appending(path: "Formats/\(sample.rawValue)/\(format.1)")
        if ProcessInfo.processInfo.environment["FORMATS"] == "write" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let golden = try Data(contentsOf: file)
        #expect(golden == Data(text.utf8), "\(file.path) is not what is written now")
    }

    @Test("there is a document for every format, and no other file")
    func complete() throws {
        #expect(Set(Self.names.map(\.0)) == Set(ReportFormat.allCases))
        for sample in SampleReport.allCases {
            let folder = GoldenFixture.root.appending(path: "Formats/\(sample.rawValue)")
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(Set(files) == Set(Self.names.map(\.1)))
        }
    }
}
