import Foundation

/// What the user asks for.
enum Command: Equatable, Sendable {
    case help
    case check
    /// Tries the tests on wrong answers and mutants, of all exercises where none is named; as JSON or as a table.
    case mutants([String], asJSON: Bool)
    case grade(Request)
    /// The next hint for the exercise of that id, or all of them.
    case hint(String, all: Bool)
    /// Grades whenever a file is saved: the exercise of that id, or the first that is not done.
    case watch(String?)
    /// Puts the stub of the exercise of that id back.
    case reset(String)
    case gradeClass(ClassRequest)
    case merge([URL], into: URL)
    case handout(URL)
    case gradescope(URL)

    /// What to grade, and how to tell of it.
    struct Request: Equatable, Sendable {
        /// The exercises' ids; none for all of them.
        var exercises: [String] = []
        var student = Student.own
        var format = ReportFormat.text
        /// Where the report goes; printed when nil.
        var output: URL?
        var limits = Limits()
    }

    /// Reads the words that follow the program's name.
    ///
    /// - Throws: `GradingError.usage` in words that name the culprit.
    init(_ arguments: [String]) throws(GradingError) {
        if arguments.contains(where: { ["-h", "--help"].contains($0) }) {
            self = .help
            return
        }
        let arguments = try Arguments(arguments)
        let words = Array(arguments.words.dropFirst())
        switch arguments.words.first {
        case "hint":
            try arguments.allow([.all], for: "`hint`")
            self = .hint(try Self.exercise(words, of: "hint"), all: arguments.has(.all))
        case "watch":
            try arguments.allow([], for: "`watch`")
            self = .watch(words.isEmpty ? nil : try Self.exercise(words, of: "watch"))
        case "reset":
            try arguments.allow([], for: "`reset`")
            self = .reset(try Self.exercise(words, of: "reset"))
        case "check":
            try arguments.allow([], for: "`check`")
            guard words.isEmpty else { throw .usage("`check` stands alone: ./grade.sh check") }
            self = .check
        case "mutants":
            try arguments.allow([.format], for: "`mutants`")
            self = .mutants(words, asJSON: try Self.format(arguments, oneOf: [.text, .json]) == .json)
        case "class":
            self = .gradeClass(try Self.gradeClass(words, arguments))
        case "merge":
            try arguments.allow([.out], for: "`merge`")
            guard !words.isEmpty, let out = arguments.value(of: .out) else {
                throw .usage("`merge` wants folders and --out: ./grade.sh merge RESULTS… --out RESULTS")
            }
            self = .merge(words.map { URL(filePath: $0) }, into: URL(filePath: out))
        case "handout":
            try arguments.allow([], for: "`handout`")
            self = .handout(try Self.file(words, or: "`handout` wants a folder: ./grade.sh handout DIR"))
        case "gradescope":
            try arguments.allow([], for: "`gradescope`")
            self = .gradescope(
                try Self.file(words, or: "`gradescope` wants a file: ./grade.sh gradescope FILE.zip"))
        case "submission":
            guard let folder = words.first else {
                throw .usage("`submission` wants a folder: ./grade.sh submission DIR")
            }
            try arguments.allow([.format, .output, .timeout, .memory], for: "`submission`")
            self = .grade(
                try Self.request(Array(words.dropFirst()), of: .submission(URL(filePath: folder)), arguments))
        default:
            try arguments.allow([.solutions, .format, .output, .timeout, .memory], for: "./grade.sh")
            self = .grade(
                try Self.request(
                    arguments.words, of: arguments.has(.solutions) ? .answers : .own, arguments))
        }
    }

    private static func request(
        _ exercises: [String], of student: Student, _ arguments: Arguments
    ) throws(GradingError) -> Request {
        Request(
            exercises: exercises, student: student,
            format: try format(arguments, oneOf: ReportFormat.allCases),
            output: arguments.value(of: .output).map { URL(filePath: $0) }, limits: try limits(arguments))
    }

    private static func gradeClass(
        _ words: [String], _ arguments: Arguments
    ) throws(GradingError) -> ClassRequest {
        try arguments.allow([.out, .jobs, .shard, .timeout, .memory], for: "`class`")
        guard let submissions = words.first, let out = arguments.value(of: .out) else {
            throw .usage("`class` wants a folder and --out: ./grade.sh class SUBMISSIONS --out RESULTS")
        }
        let shard = arguments.value(of: .shard)
        if let shard, Shard(shard) == nil {
            throw .usage("--shard wants a part such as 3/10, not \(shard).")
        }
        return ClassRequest(
            submissions: URL(filePath: submissions), results: URL(filePath: out),
            jobs: try arguments.number(of: .jobs, in: 1...256), shard: shard.flatMap(Shard.init),
            exercises: Array(words.dropFirst()), limits: try limits(arguments))
    }

    private static func exercise(
        _ words: [String], of command: String
    ) throws(GradingError) -> String {
        guard words.count == 1 else {
            throw .usage("`\(command)` takes one exercise: ./grade.sh \(command) linear")
        }
        return words[0]
    }

    private static func file(_ words: [String], or problem: String) throws(GradingError) -> URL {
        guard words.count == 1 else { throw .usage(problem) }
        return URL(filePath: words[0])
    }

    private static func format(
        _ arguments: Arguments, oneOf formats: [ReportFormat]
    ) throws(GradingError) -> ReportFormat {
        guard let name = arguments.value(of: .format) else { return .text }
        guard let format = formats.first(where: { $0.rawValue == name }) else {
            let names = formats.map(\.rawValue)
            throw .usage(
                "--format wants \(names.dropLast().joined(separator: ", ")) or \(names.last ?? ""), not \(name)."
            )
        }
        return format
    }

    private static func limits(_ arguments: Arguments) throws(GradingError) -> Limits {
        var limits = Limits()
        if let seconds = try arguments.number(of: .timeout, in: 1...3600) { limits.secondsPerTest = seconds }
        if let memory = try arguments.number(of: .memory, in: 256...65536) { limits.memory = memory }
        return limits
    }
}
