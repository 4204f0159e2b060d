import Foundation
import Testing

@testable import Grading

@Suite("Formats: JUnit")
struct JUnitReportTests {
    @Test("every report is well-formed and valid", arguments: SampleReport.allCases)
    func valid(sample: SampleReport) throws {
        let root = try XMLTree.parse(sample.document.text(in: .junit))
        #expect(try XMLSchema("junit").problems(of: root) == [])
    }

    @Test(
        "what the schema does not have is refused",
        arguments: [
            ("<testsuites ", "<testsuites id=\"1\" ", "testsuites: there is id"),
            (" failures=\"", " failed=\"", "testsuites: failures is missing"),
            (" tests=\"", " tests=\"-", "testsuites: tests is no xs:nonNegativeInteger"),
            ("<testcase ", "oh <testcase ", "testsuite: there is text in it"),
            ("<testsuite ", "<testcase ", "testsuites: testcase is in it"),
            (" time=\"12.346\"", " time=\"12,3\"", "testsuites: time is no xs:decimal"),
            ("<failure ", "<skipped message=\"\"/><failure ", "testcase: more than 1 in it"),
        ])
    func invalid(original: String, mistake: String, problem: String) throws {
        var text = try SampleReport.midway.document.text(in: .junit)
        let place = try #require(text.range(of: original))
        text.replaceSubrange(place, with: mistake)
        if mistake == "<testcase " {
            let end = try #require(text.range(of: "</testsuite>"))
            text.replaceSubrange(end, with: "</testcase>")
        }
        let root = try XMLTree.parse(text)
        #expect(try XMLSchema("junit").problems(of: root).contains(problem))
    }

    @Test("counts are those of the cases, and each case has its outcome and its time")
    func counts() throws {
        let root = try XMLTree.parse(SampleReport.midway.document.text(in: .junit))
        let outcomes = { (suite: XMLTree) in suite.all("testcase").map { $0.children.first?.name ?? "passed" }
        }
        #expect(
            root.children.map(outcomes) == [
                ["passed", "failure", "error", "error", "failure"], ["failure"], ["failure"],
            ])
        for suite in root.children {
            let children = outcomes(suite)
            #expect(suite.attributes["tests"] == "\(children.count)")
            for (attribute, name) in [("failures", "failure"), ("errors", "error"), ("skipped", "skipped")] {
                #expect(suite.attributes[attribute] == "\(children.count { $0 == name })")
            }
        }
        #expect(root.attributes["tests"] == "7")
        #expect(root.attributes["failures"] == "4")
        #expect(root.attributes["errors"] == "2")
        #expect(root.attributes["time"] == "12.346")
        #expect(root.children[0].attributes["time"] == "0.312")
        let times = root.children[0].all("testcase").map { $0.attributes["time"] }
        #expect(times == ["0.250", "0.062", nil, nil, nil])
    }

    @Test("a challenge that nobody began is skipped; a stub that counts is a failure")
    func stubs() throws {
        let root = try XMLTree.parse(SampleReport.stubs.document.text(in: .junit))
        #expect(root.all("failure").count == 4)
        #expect(root.all("skipped").count == 1)
        let passed = try XMLTree.parse(SampleReport.passed.document.text(in: .junit))
        #expect(passed.attributes["failures"] == "0")
        #expect(passed.attributes["errors"] == "0")
    }

    @Test("a message comes out of the parser as it went in")
    func messages() throws {
        let root = try XMLTree.parse(SampleReport.midway.document.text(in: .junit))
        let failure = try #require(root.all("failure").first)
        let message = "Z is X·W: look at the order of the factors. See Lessons/04-linear.md#formula."
        #expect(failure.attributes["message"] == message)
        #expect(failure.text == "\(message)\nexpected 1, got 2")
    }

    @Test("every scalar is escaped for XML, or replaced where XML has no way to write it")
    func escaping() throws {
        var all = String.UnicodeScalarView()
        for value in (0...0x2FFF as ClosedRange<UInt32>) {
            all.append(contentsOf: [Unicode.Scalar(value)].compactMap(\.self))
        }
        for value in [0xD7FF, 0xE000, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF] as [UInt32] {
            all.append(contentsOf: [Unicode.Scalar(value)].compactMap(\.self))
        }
        let text = String(all) + "]]>"
        let root = try XMLTree.parse("<a\(XML.attributes([("b", text)]))>\(XML.escaped(text))</a>")
        let isWritable = { (scalar: Unicode.Scalar) in
            [0x9, 0xA, 0xD].contains(scalar.value)
                || scalar.value >= 0x20 && ![0xFFFE, 0xFFFF].contains(scalar.value)
        }
        let expected = text.unicodeScalars.map { isWritable($0) ? $0 : "\u{FFFD}" }
        #expect(Array(root.text.unicodeScalars) == expected)
        #expect(Array(root.attributes["b", default: ""].unicodeScalars) == expected)
    }
}
