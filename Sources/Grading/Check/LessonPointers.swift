import Foundation

/// Whether the sections that failing tests point to are in the lessons.
///
/// A suite names its exercise's lesson, and in each `see:` or after `\(lesson)#` an anchor there, a heading's or one
/// of its own; a mistake without one is among the page's common mistakes.
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
            let there = Set(PageAnchors.all(in: page ?? ""))
            let pointers = text.matches(of: /(?:see: "|\\\(lesson\)#)([a-z0-9-]+)/).map { String($0.1) }
            let wanted = Set(pointers + ["common-mistakes"])
            let dead = wanted.subtracting(there)
            findings.passed += wanted.count - dead.count
            findings.failures += dead.sorted().map {
                "\(exercise.suite): \(exercise.lesson)#\($0) leads nowhere: the page has no such anchor"
            }
        }
        return findings
    }
}
