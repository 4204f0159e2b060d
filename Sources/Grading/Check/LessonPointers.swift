import Foundation

/// Whether the sections that failing tests point to are in the lessons.
///
/// A file of mistakes, `XTests+Mistakes.swift`, names its lesson once, and in each `see:` a heading's anchor;
/// a mistake without one is among the page's common mistakes.
struct LessonPointers {
    let root: URL

    /// How many pointers lead somewhere, and those that do not.
    func findings() throws -> CheckStep.Findings {
        let folder = "Tests/StudentTests"
        let names = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        var findings = CheckStep.Findings(passed: 0, failures: [])
        for name in names.sorted() where name.hasSuffix("+Mistakes.swift") {
            let text = try String(contentsOf: root.appending(path: "\(folder)/\(name)"), encoding: .utf8)
            guard let lesson = text.firstMatch(of: /"(Lessons\/[^"]+\.md)"/)?.1 else {
                findings.failures.append("\(folder)/\(name): names no lesson, as in \"Lessons/04-linear.md\"")
                continue
            }
            let page = try? String(contentsOf: root.appending(path: String(lesson)), encoding: .utf8)
            let there = Set((page ?? "").split(separator: "\n").compactMap(Self.anchor))
            let wanted = Set(text.matches(of: /see: "([^"]+)"/).map { String($0.1) } + ["common-mistakes"])
            let dead = wanted.subtracting(there)
            findings.passed += wanted.count - dead.count
            findings.failures += dead.sorted().map {
                "\(folder)/\(name): \(lesson)#\($0) leads nowhere: the page has no such heading"
            }
        }
        return findings
    }

    /// The anchor that GitHub gives to a heading; nil for another line.
    private static func anchor(of line: Substring) -> String? {
        guard let heading = line.wholeMatch(of: /#{1,6} +(.+)/)?.1 else { return nil }
        return heading.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
            .replacing(" ", with: "-")
    }
}
