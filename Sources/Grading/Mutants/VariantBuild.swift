/// Builds the tests with all variants in one program.
struct VariantBuild {
    let workspace: Workspace
    /// The answers' texts, by the paths of the files that they stand in for.
    let answers: [String: String]
    let variants: [Variant]

    /// Builds, and leaves out what does not compile.
    ///
    /// - Returns: The tests, and why variants are not among them, by their numbers.
    /// - Throws: `GradingError.kitDoesNotBuild` when it is not for a variant; what a build throws.
    func build() async throws -> (program: TestProgram, refused: [Int: String]) {
        var refused: [Int: String] = [:]
        let read = await read()
        while true {
            let schemata = try schemata(of: read, without: Set(refused.keys))
            for (_, file) in schemata { refused.merge(file.refused) { first, _ in first } }
            var texts = schemata.mapValues(\.text)
            texts[Variant.reader.file] = Variant.reader.text
            switch try await workspace.build(from: texts) {
            case .tests(let program): return (program, refused)
            case .failed(let errors, let output):
                let blamed = errors.flatMap { error in
                    (schemata[error.file]?.variants(atLine: error.position?.line ?? 0) ?? [])
                        .map { ($0, error.message) }
                }
                guard !blamed.isEmpty else {
                    throw GradingError.kitDoesNotBuild(errors: errors, output: output)
                }
                refused.merge(blamed.map { ($0, "does not compile: \($1)") }) { first, _ in first }
            }
        }
    }

    /// The variants by their files, read side by side: there are many.
    private func read() async -> [String: [Schemata.Variant]] {
        await withTaskGroup(of: (String, Schemata.Variant).self) { group in
            for variant in variants {
                group.addTask {
                    (
                        variant.exercise.source ?? "",
                        Schemata.Variant(number: variant.number, text: variant.text)
                    )
                }
            }
            var files: [String: [Schemata.Variant]] = [:]
            for await (file, variant) in group { files[file, default: []].append(variant) }
            return files.mapValues { $0.sorted { $0.number < $1.number } }
        }
    }

    private func schemata(
        of files: [String: [Schemata.Variant]], without refused: Set<Int>
    ) throws -> [String: Schemata] {
        try Dictionary(
            uniqueKeysWithValues: answers.map { file, answer in
                let variants = (files[file] ?? []).filter { !refused.contains($0.number) }
                return (file, try Schemata(answer: answer, variants: variants))
            })
    }
}
