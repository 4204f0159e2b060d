/// What the user asks for.
enum Command: Equatable, Sendable {
    case help
    case check
    case grade(exercises: [String], solutions: Bool, format: Format)

    enum Format: String, CaseIterable, Sendable { case text, json }

    static let usage = """
        Usage: ./grade.sh [EXERCISE…] [--solutions] [--format text|json]
               ./grade.sh check

        Builds the package, runs the exercises' tests and says what to do next.
        Without EXERCISE all of them are graded; challenges count only when named.

          check              prove the kit: format, rubric, files, stubs and answers
          --solutions        grade the answers in Solutions/Reference
          --format FORMAT    text (the default) or json
          -h, --help         this page

        Exit status: 0 all points, 1 graded and points are missing, 2 could not grade.
        """

    /// Reads the words that follow the program's name.
    ///
    /// - Throws: `GradingError.usage` in words that name the culprit.
    init(_ arguments: [String]) throws(GradingError) {
        if arguments.contains(where: { ["-h", "--help"].contains($0) }) {
            self = .help
            return
        }
        var exercises: [String] = []
        var solutions = false
        var format = Format.text
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--solutions":
                solutions = true
            case "--format":
                format = try Self.format(rest.popFirst())
            case _ where argument.hasPrefix("--format="):
                format = try Self.format(String(argument.dropFirst("--format=".count)))
            case _ where argument.hasPrefix("-"):
                throw .usage("there is no option \(argument).")
            default:
                exercises.append(argument)
            }
        }
        if exercises.first == "check" {
            guard arguments == ["check"] else { throw .usage("`check` stands alone: ./grade.sh check") }
            self = .check
        } else {
            self = .grade(exercises: exercises, solutions: solutions, format: format)
        }
    }

    private static func format(_ name: String?) throws(GradingError) -> Format {
        guard let format = name.flatMap(Format.init) else {
            throw .usage("--format wants text or json\(name.map { ", not \($0)" } ?? "").")
        }
        return format
    }
}
