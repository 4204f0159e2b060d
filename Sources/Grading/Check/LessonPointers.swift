import Foundation

/// Whether the sections that failing tests point to are in the lessons.
///
/// A suite names its exercise's lesson, and in each `see:` the anchor of a heading there; a mistake without one is
/// among the page's common mistakes.
struct LessonPointers {
    let root: URL
    let rubric: Rubric

    /// How many pointers lead somewhere, and those that do not.
    func findings() throws -> CheckStep.Findings {
        let folder = root.appending(path: "Tests/StudentTests")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        var findings = CheckStep.Findings(passed: 0, failures: [])
        for exercise in rubric.exercises {
            let text = names.filter { $0 == "\(exercise.suite).swift" || $0.hasPrefix("\(exercise.suite)+") }
                .compactMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
                .joined(separator: "\n")
            let lessons = Set(text.matches(of: /"(Lessons\/[^"]+\.md)"/).map { String($0.1) })
            findings.failures += lessons.subtracting([exercise.lesson]).sorted().map {
                "\(exercise.suite): points to \($0), and the exercise's lesson is \(exercise.lesson)"
            }
            guard !lessons.isEmpty else { continue }
            let page = try? String(contentsOf: root.appending(path: exercise.lesson), encoding: .utf8)
            let there = Set((page ?? "").split(separator: "\n").compactMap(Self.anchor))
            let wanted = Set(text.matches(of: /see: "([^"]+)"/).map { String($0.1) } + ["common-mistakes"])
            let dead = wanted.subtracting(there)
            findings.passed += wanted.count - dead.count
            findings.failures += dead.sorted().map {
                "\(exercise.suite): \(exercise.lesson)#\($0) leads nowhere: the page has no such heading"
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
