/// Builds the tests with as much of a student's work as can be built: a stub stands in for every other file.
///
/// Whom the compiler names is a suspect, for a declaration in one file can break another. A file is at fault
/// when the package builds without it and not with it.
struct StudentBuild {
    let workspace: Workspace
    let blame: Blame
    let stubs: [String: String]
    let files: StudentFiles
    let limits: Limits

    /// Builds, and finds the files at fault.
    ///
    /// - Returns: The tests, and what is wrong with the files that they are built without.
    /// - Throws: `GradingError.kitDoesNotBuild` when not even the stubs build.
    func build() async throws -> (program: TestProgram, errors: [SourceError]) {
        var suspects: Set<String> = []
        var reasons: [SourceError] = []
        while true {
            switch try await attempt(without: suspects) {
            case .tests where suspects.count > 1:
                return try await convict(suspects.sorted())
            case .tests(let program):
                return (program, reasons)
            case .failed(let errors, let output):
                var named = blame.files(named: errors).intersection(files.texts.keys).subtracting(suspects)
                // When nobody else is named it may be anybody.
                if named.isEmpty { named = Set(files.texts.keys).subtracting(suspects) }
                if named.isEmpty { throw GradingError.kitDoesNotBuild(errors: errors, output: output) }
                reasons += named.flatMap { blame.reasons(against: $0, in: errors, output) }
                suspects.formUnion(named)
            }
        }
    }

    /// Lets in again, by halves, the suspects with whom the package builds; with all of them it did not.
    private func convict(_ suspects: [String]) async throws -> (program: TestProgram, errors: [SourceError]) {
        var out = Set(suspects)
        var reasons: [SourceError] = []
        var groups = suspects.halves
        while let group = groups.popLast() {
            switch try await attempt(without: out.subtracting(group)) {
            case .tests:
                out.subtract(group)
            case .failed(let errors, let output) where group.count == 1:
                reasons += blame.reasons(against: group[0], in: errors, output)
            case .failed:
                groups += group.halves
            }
        }
        switch try await attempt(without: out) {
        case .tests(let program): return (program, reasons)
        case .failed(let errors, let output):
            throw GradingError.kitDoesNotBuild(errors: errors, output: output)
        }
    }

    /// Builds with stubs in the place of these files, and of those that cannot be used anyway.
    private func attempt(without out: Set<String>) async throws -> Workspace.Build {
        let used = files.texts.filter { !out.contains($0.key) }
        // Where all is well the student's own folder is built, and `swift test` finds the build done.
        if workspace.student == .own, used.count == stubs.count, files.leftOut.isEmpty {
            return try await workspace.build(seconds: limits.secondsPerBuild)
        }
        return try await workspace.build(
            from: stubs.merging(used) { $1 }, seconds: limits.secondsPerBuild)
    }
}

extension [String] {
    /// The first half and the second, for two elements or more.
    fileprivate var halves: [[String]] {
        [Array(prefix(count / 2)), Array(dropFirst(count / 2))]
    }
}
