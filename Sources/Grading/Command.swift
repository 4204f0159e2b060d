import Foundation

/// What the user asks for.
enum Command: Equatable, Sendable {
    case help
    case check
    /// Tries the tests on wrong answers and mutants; of all exercises where none is named.
    case mutants([String], Format)
    case grade(Request)
    /// The next hint for the exercise of that id, or all of them.
    case hint(String, all: Bool)
    /// Grades whenever a file is saved: the exercise of that id, or the first that is not done.
    case watch(String?)
    /// Puts the stub of the exercise of that id back.
    case reset(String)

    /// What to grade, and how to tell of it.
    struct Request: Equatable, Sendable {
        /// The exercises' ids; none for all of them.
        var exercises: [String] = []
        var student = Student.own
        var format = Format.text
        var limits = Limits()
    }

    enum Format: String, CaseIterable, Sendable { case text, json }

    private static let seconds = 1...3600
    private static let memory = 256...65536

    static let usage = """
        Usage: ./grade.sh [EXERCISE…] [OPTION…]
               ./grade.sh watch [EXERCISE]
               ./grade.sh hint EXERCISE [--all]
               ./grade.sh reset EXERCISE
               ./grade.sh submission DIR [EXERCISE…] [OPTION…]
               ./grade.sh check
               ./grade.sh mutants [EXERCISE…] [--format FORMAT]

        Builds the package, runs the exercises' tests and says what to do next.
        Without EXERCISE all of them are graded; challenges count only when named.

          watch              grade again whenever a file is saved, on to the next exercise when one is done
          hint               show the next of the exercise's hints; --all shows them all
          reset              put the exercise's stub back, and keep a copy of your file
          submission DIR     grade the files in DIR/Sources/Student; nothing else in DIR counts
          check              prove the kit: format, rubric, files, stubs and answers
          mutants            prove the tests: wrong answers fail, other correct ones pass
          --solutions        grade the answers in Solutions/Reference
          --format FORMAT    text (the default) or json
          --timeout SECONDS  for each test, \(Limits().secondsPerTest) unless told
          --memory MIB       for all tests together, \(Limits().memory) unless told
          -h, --help         this page

        Exit status: 0 all points, 1 graded and points are missing, 2 could not grade, 130 interrupted.
        """

    /// Reads the words that follow the program's name.
    ///
    /// - Throws: `GradingError.usage` in words that name the culprit.
    init(_ arguments: [String]) throws(GradingError) {
        if arguments.contains(where: { ["-h", "--help"].contains($0) }) {
            self = .help
            return
        }
        var request = Request()
        var all = false
        var words: [String] = []
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = { parts.count > 1 ? String(parts[1]) : rest.popFirst() }
            switch String(parts[0]) {
            case "--solutions" where parts.count == 1:
                request.student = .answers
            case "--all" where parts.count == 1:
                all = true
            case "--format":
                request.format = try Self.format(value())
            case "--timeout":
                request.limits.secondsPerTest = try Self.number(value(), of: "--timeout", in: Self.seconds)
            case "--memory":
                request.limits.memory = try Self.number(value(), of: "--memory", in: Self.memory)
            case _ where argument.hasPrefix("-"):
                throw .usage("there is no option \(argument).")
            default:
                words.append(argument)
            }
        }
        guard !all || words.first == "hint" else { throw .usage("--all belongs to `hint`.") }
        switch words.first {
        case "hint", "watch", "reset":
            self = try Self.student(words, all: all, hasOptions: request != Request())
            return
        case "check":
            guard arguments == ["check"] else { throw .usage("`check` stands alone: ./grade.sh check") }
            self = .check
            return
        case "mutants":
            let wanted = Request(exercises: [], student: .own, format: request.format)
            guard request == wanted else {
                throw .usage("`mutants` takes exercises and --format, and no other option.")
            }
            self = .mutants(Array(words.dropFirst()), request.format)
            return
        case "submission":
            guard words.count > 1 else {
                throw .usage("`submission` wants a folder: ./grade.sh submission DIR")
            }
            guard request.student == .own else {
                throw .usage("`submission` and --solutions do not go together.")
            }
            request.student = .submission(URL(filePath: words[1]))
            request.exercises = Array(words.dropFirst(2))
        default:
            request.exercises = words
        }
        self = .grade(request)
    }

    /// What students ask for beside their grade: these commands take one exercise.
    private static func student(
        _ words: [String], all: Bool, hasOptions: Bool
    ) throws(GradingError) -> Command {
        guard !hasOptions, words.count == 2 || words == ["watch"] else {
            let options = words[0] == "hint" ? "no option but --all" : "no option"
            throw .usage("`\(words[0])` takes one exercise and \(options): ./grade.sh \(words[0]) linear")
        }
        return switch words[0] {
        case "hint": .hint(words[1], all: all)
        case "watch": .watch(words.dropFirst().first)
        default: .reset(words[1])
        }
    }

    private static func format(_ name: String?) throws(GradingError) -> Format {
        guard let format = name.flatMap(Format.init) else {
            throw .usage("--format wants text or json\(name.map { ", not \($0)" } ?? "").")
        }
        return format
    }

    private static func number(
        _ text: String?, of option: String, in range: ClosedRange<Int>
    ) throws(GradingError) -> Int {
        guard let number = text.flatMap({ Int($0) }), range.contains(number) else {
            let wanted = "\(option) wants a number from \(range.lowerBound) to \(range.upperBound)"
            throw .usage("\(wanted)\(text.map { ", not \($0)" } ?? "").")
        }
        return number
    }
}
