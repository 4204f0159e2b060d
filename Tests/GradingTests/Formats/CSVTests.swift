import Testing

@testable import Grading

@Suite("Formats: CSV")
struct CSVTests {
    /// Reads a table as RFC 4180 says; nil where it does not follow it.
    private func read(_ text: String) -> [[String]]? {
        var rows: [[String]] = []
        var row: [String] = []
        var rest = text.unicodeScalars[...]
        while !rest.isEmpty {
            var cell = String.UnicodeScalarView()
            if rest.first == "\"" {
                rest.removeFirst()
                while let scalar = rest.popFirst() {
                    guard scalar == "\"" else {
                        cell.append(scalar)
                        continue
                    }
                    guard rest.first == "\"" else { break }
                    cell.append(rest.removeFirst())
                }
            } else {
                while let scalar = rest.first, ![",", "\r", "\n"].contains(scalar) {
                    if scalar == "\"" { return nil }
                    cell.append(rest.removeFirst())
                }
            }
            row.append(String(cell))
            switch rest.popFirst() {
            case ",": continue
            case "\r":
                guard rest.popFirst() == "\n" else { return nil }
                rows.append(row)
                row = []
            default: return nil
            }
        }
        return row.isEmpty ? rows : nil
    }

    @Test("the reader takes what RFC 4180 has, and nothing else")
    func reader() {
        #expect(read("a,b\r\n\"c\"\"\r\n\",\r\n") == [["a", "b"], ["c\"\r\n", ""]])
        for wrong in ["a\n", "a", "a\"b\r\n", "\"a\"b\r\n", "\"a", "a\rb\r\n"] { #expect(read(wrong) == nil) }
    }

    @Test("every cell comes out as it went in, with an apostrophe where a spreadsheet would compute")
    func cells() throws {
        let harmless = [
            "a", "", "a,b", "a\"b\"", "a\r\nb", "a;b", "1.5", "é\u{301}\"\u{301}", "a=b", " =1", "'x",
        ]
        let computed = [
            "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "=\u{338}1", "-cmd|' /C calc'!A1",
        ]
        #expect(read(CSV.text([harmless, computed])) == [harmless, computed.map { "'\($0)" }])
    }

    @Test("a report is a head and a row an exercise, of as many cells", arguments: SampleReport.allCases)
    func report(sample: SampleReport) throws {
        let document = try sample.document
        let rows = try #require(read(document.text(in: .csv)))
        #expect(rows.count == document.report.exercises.count + 1)
        #expect(Set(rows.map(\.count)) == [11])
        let formulas = rows.joined().filter { $0.first.map { "=+-@".contains($0) } ?? false }
        #expect(formulas == [])
        #expect(rows.dropFirst().map { $0[1] } == document.report.exercises.map(\.exercise.id))
    }

    @Test("points and counts, those of hidden tests apart")
    func counts() throws {
        let rows = try #require(read(SampleReport.midway.document.text(in: .csv)))
        #expect(
            rows[1] == [
                "ada", "linear", "Linear layer", "yes", "3 of 7 tests, crashes", "25.7", "60", "1", "4", "2",
                "3",
            ])
        #expect(rows[3].suffix(4) == ["0", "1", "", ""])
    }
}
