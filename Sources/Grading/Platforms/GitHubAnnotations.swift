import Foundation

/// What GitHub shows beside a student's lines: commands in the log of a workflow's run.
///
/// One for each exercise that went wrong, and one for each error of a file that cannot be used. What is only not
/// started has none, nor has a hidden test: students read the log.
struct GitHubAnnotations {
    /// GitHub shows no more than these of a step.
    static let most = 10

    let report: Report

    /// The commands, a line each, in the order of the exercises.
    var lines: [String] {
        let all = report.exercises.filter { $0.status == .failed && !$0.isUntouched }.flatMap(annotations)
        return all.prefix(Self.most).map(\.line)
    }

    private struct Annotation {
        let file: String
        var position: (line: Substring, column: Substring?)?
        let title: String
        let message: String

        /// "::error file=Sources/Student/Linear.swift,line=31,title=Linear layer::cannot find 'weigth' in scope".
        var line: String {
            var properties = ["file=\(GitHubAnnotations.escaped(file, isProperty: true))"]
            if let position {
                properties.append("line=\(position.line)")
                if let column = position.column { properties.append("col=\(column)") }
            }
            properties.append("title=\(GitHubAnnotations.escaped(title, isProperty: true))")
            let text = GitHubAnnotations.escaped(message, isProperty: false)
            return "::error \(properties.joined(separator: ","))::\(text)"
        }
    }

    private func annotations(of result: ExerciseResult) -> [Annotation] {
        let title = result.exercise.title
        guard result.errors.isEmpty else {
            return result.errors.map { error in
                Annotation(
                    file: error.file,
                    position: error.position.map { (Substring("\($0.line)"), Substring("\($0.column)")) },
                    title: title, message: error.message)
            }
        }
        let wrong = result.tests.first {
            $0.test.module == "StudentTests" && $0.status != .passed && $0.status != .notStarted
        }
        guard let wrong else { return [] }
        let message = wrong.messages.joined(separator: "\n")
        let place = message.firstMatch(of: /(Sources\/Student\/[\w\/]+\.swift):(\d+)(?::(\d+))?/)
        return [
            Annotation(
                file: place.map { String($0.1) } ?? result.exercise.source ?? result.exercise.tests,
                position: place.map { ($0.2, $0.3) },
                title: "\(title): \(wrong.displayName ?? wrong.test.function)", message: message)
        ]
    }

    /// What would end a command, or one of its properties, written out.
    private static func escaped(_ text: String, isProperty: Bool) -> String {
        // Scalars, because a return and a line feed are one character.
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "%", "\r", "\n": "%" + String(format: "%02X", scalar.value)
            case ":" where isProperty, "," where isProperty: "%" + String(format: "%02X", scalar.value)
            default: String(scalar)
            }
        }.joined()
    }
}
