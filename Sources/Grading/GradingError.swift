/// Why nothing could be graded; each description says what to do about it.
enum GradingError: Error, Equatable, CustomStringConvertible {
    case usage(String)
    case unknownExercise(String, nearest: [String], all: [String])
    case rubric(String)
    case packageNotFound
    case swiftNotFound
    case noAnswers
    case wrongAnswers(String)
    case kitDoesNotBuild(errors: [SourceError], output: String)
    case noTestBinary(String)
    case noTests(Exercise)
    case noStub(String)
    case nothingToReset(Exercise)
    case noTerminal
    case noFolder(String)
    case noSubmission(String)
    case severalSubmissions(String, [String])
    case archive(String)
    case noUnzip
    case cannotLaunch(String, reason: String)
    case cannotWrite(String, reason: String)
    case toolFailed(String, output: String)
    case givesAnswersAway([String])
    case noCopy(String, reason: String)

    /// The reason and the way out.
    var description: String {
        switch self {
        case .usage(let problem):
            "\(problem)\n`./grade.sh --help` shows what can be asked for."
        case .unknownExercise(let name, let nearest, let all):
            "there is no exercise “\(name)”."
                + (nearest.isEmpty ? "" : " Did you mean \(nearest.joined(separator: " or "))?")
                + "\nThe exercises are: \(all.joined(separator: ", "))."
        case .rubric(let problem):
            "\(Rubric.path): \(problem)"
        case .packageNotFound:
            "no Package.swift in the folders above this program: run ./grade.sh in the package."
        case .swiftNotFound:
            "`swift` is not in PATH: install it from https://www.swift.org/install and try again."
        case .noAnswers:
            "there is no \(Exercise.answers) here: this is for instructors, who have the answers."
        case .wrongAnswers(let problem):
            problem
        case .kitDoesNotBuild(let errors, let output):
            "the kit's own code does not build, so nothing could be graded.\n"
                + (errors.isEmpty ? output : errors.prefix(10).map(\.description).joined(separator: "\n"))
                + (errors.contains { $0.file.hasSuffix("/Playground.swift") }
                    ? "\nA playground of yours is built with the tests: mend it, or move it away."
                    : "\nIf you changed a file outside of Sources/Student, `git diff` shows it and"
                        + " `git checkout FILE` undoes it.")
        case .noTestBinary(let folder):
            "the build left no test program in \(folder): remove that folder and try again."
        case .noTests(let exercise):
            "\(exercise.tests): no test was found for “\(exercise.id)”."
                + " Its suite must be called \(exercise.suite) and have a test; `git checkout` brings it back."
        case .noStub(let file):
            "\(file) cannot be read: `git checkout \(file)` brings it back."
        case .nothingToReset(let exercise):
            "“\(exercise.id)” has no file of its own: it puts the other exercises together."
        case .noTerminal:
            "`watch` needs a terminal, to draw on and to read keys from."
                + " `./grade.sh` grades once, and works anywhere."
        case .noFolder(let folder):
            "\(folder) is no folder that can be read."
        case .noSubmission(let folder):
            "\(folder) holds no exercise: looked for files of the names in \(Rubric.path), such as"
                + " Sources/Student/Linear.swift, there and one folder down."
        case .severalSubmissions(let folder, let names):
            "\(folder) holds more than one Sources/Student: name one of its folders"
                + " \(names.prefix(5).joined(separator: ", "))\(names.count > 5 ? ", …" : "")."
        case .archive(let problem):
            problem
        case .noUnzip:
            "there are zip archives to grade, and `unzip` is not in PATH: install it, or unpack them yourself."
        case .cannotLaunch(let program, let reason):
            "\(program) could not be started: \(reason)"
        case .cannotWrite(let file, let reason):
            "\(file) cannot be written: \(reason)."
        case .toolFailed(let tool, let output):
            "`\(tool)` failed: \(output)"
        case .givesAnswersAway(let leaks):
            "nothing was written, for students would get lines of answers:\n"
                + leaks.map { "  \($0)" }.joined(separator: "\n") + "\nSay it in other words there."
        case .noCopy(let folder, let reason):
            "\(folder.printable) \(reason)"
        }
    }
}
