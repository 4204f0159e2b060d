/// Reads the compiler's errors as what they say about a student's files.
struct Blame {
    let exercises: [Exercise]

    /// The files that the errors speak of: those they are in; or else those whose suites they are in.
    func files(named errors: [SourceError]) -> Set<String> {
        let sources = Set(exercises.compactMap(\.source))
        let own = sources.intersection(errors.map(\.file))
        return own.isEmpty ? Set(errors.compactMap { exercise(testedIn: $0.file)?.source }) : own
    }

    /// What is wrong with a file, when these are the errors of a build with it.
    func reasons(against file: String, in errors: [SourceError], _ output: String) -> [SourceError] {
        let own = errors.filter { $0.file == file }
        return own.isEmpty
            ? [SourceError(file: file, message: reason(against: file, in: errors, output))] : own
    }

    private func reason(against file: String, in errors: [SourceError], _ output: String) -> String {
        if let error = errors.first(where: { exercise(testedIn: $0.file)?.source == file }),
            let title = exercise(testedIn: error.file)?.title
        {
            return
                "the tests of \(title) do not compile with this file: its declarations are not those of the"
                + " stub any more.\n\(error)"
        }
        guard let error = errors.first else {
            return "the kit does not build with this file.\n\(output.suffix(500))"
        }
        return "\(error.file) does not compile with this file.\n\(error)"
    }

    /// The exercise that a test file is about; nil for any other file.
    private func exercise(testedIn file: String) -> Exercise? {
        exercises.first { exercise in
            Grader.modules.contains { module in
                let suite = "Tests/\(module)/\(exercise.suite)"
                return file == "\(suite).swift" || file.hasPrefix("\(suite)+")
            }
        }
    }
}
