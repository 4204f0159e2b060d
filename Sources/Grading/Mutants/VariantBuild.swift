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
        while true {
            let schemata = try schemata(without: Set(refused.keys))
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

    private func schemata(without refused: Set<Int>) throws -> [String: Schemata] {
        let byFile = Dictionary(grouping: variants.filter { !refused.contains($0.number) }) {
            $0.exercise.source ?? ""
        }
        return try Dictionary(
            uniqueKeysWithValues: answers.map { file, answer in
                let variants = (byFile[file] ?? []).map { Schemata.Variant(number: $0.number, text: $0.text) }
                return (file, try Schemata(answer: answer, variants: variants))
            })
    }
}
