import Foundation

@testable import Grading
@testable import Training

extension Course {
    /// The commands of a page that would be refused, and the files that it names and that are not there.
    func namedThings(on page: Page) -> [Finding] {
        let lines = page.codeSpans + page.blocks.filter { $0.kind != .code("swift") }.flatMap(\.lines)
        // CONTRIBUTING tells how to add an exercise that nobody has added.
        let isInvented = { (text: String) in
            page.path == "CONTRIBUTING.md" && text.lowercased().contains("dropout")
        }
        let commands = lines.filter { !isInvented($0.text) }.compactMap { line in
            (gradeProblem(line.text) ?? trainProblem(line.text)).map { page.finding(line.number, $0) }
        }
        let files = page.codeSpans.filter { !isInvented($0.text) }.compactMap { span in
            fileProblem(span.text).map { page.finding(span.number, $0) }
        }
        return commands + files
    }

    /// What the grader would say to a command for it; nil for another line, and for a pattern such as
    /// `./grade.sh EXERCISE`.
    private func gradeProblem(_ line: String) -> String? {
        guard let words = Self.arguments(after: /\.\/grade\.sh(?: |$)/, in: line) else { return nil }
        do {
            _ = try Command(words)
        } catch {
            return "`\(line)`: \(error)"
        }
        let commands = Usage.text(forInstructors: true).matches(of: /\.\/grade\.sh ([a-z]+)/).map {
            String($0.1)
        }
        let isCommand = words.first.map(commands.contains) == true
        let values = ReportFormat.allCases.map(\.rawValue)
        let unknown = words.dropFirst(isCommand ? 1 : 0).filter { word in
            !word.hasPrefix("-") && !word.contains("/") && Int(word) == nil && !values.contains(word)
                && !rubric.exercises.contains { $0.id == word }
        }
        return unknown.first.map { "`\(line)`: there is no command and no exercise \($0)" }
    }

    /// What `train` would say to a command for it.
    private func trainProblem(_ line: String) -> String? {
        guard let words = Self.arguments(after: /swift run [^`]*?\btrain(?: |$)/, in: line), !words.isEmpty
        else {
            return nil
        }
        do {
            _ = try TrainRequest.reading(words)
            return nil
        } catch {
            return "`\(line)`: \(error)"
        }
    }

    /// The words that follow a program's name, up to a comment or another program's; nil without the program, or
    /// where one of them stands for others.
    private static func arguments(after program: Regex<Substring>, in line: String) -> [String]? {
        guard let match = line.firstMatch(of: program) else { return nil }
        let words = line[match.range.upperBound...].prefix { !"#|<>;&".contains($0) }.split(separator: " ")
        let isPattern = words.contains {
            $0.contains("…") || $0.contains("[") || $0.contains(/^[A-Z]+(\.\w+)?$/)
        }
        return isPattern ? nil : words.map(String.init)
    }

    private func fileProblem(_ span: String) -> String? {
        guard span.contains(/^(Sources|Tests|Lessons|Solutions)\/[^\s*…<>]+$/), !exists(span),
            isHandedOut(span)
        else {
            return nil
        }
        let ignored = try? String(contentsOf: root.appending(path: ".gitignore"), encoding: .utf8)
        let isMade = ignored?.split(separator: "\n").contains(span[...]) == true
        return isMade ? nil : "there is no \(span)"
    }
}
