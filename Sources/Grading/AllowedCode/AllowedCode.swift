/// What students' files may use: Swift without its unsafe parts, `LinearAlgebra` and `NeuralNetwork`.
///
/// Whoever keeps to that has no files, no processes, no `exit`, no say in what the tests see, and no way into the
/// memory of the program that grades. The compiler looks too: `Student` is compiled with strict memory safety.
struct AllowedCode {
    /// The public declarations of each stub, by the stub's path.
    private let published: [String: [Declaration]]

    /// Knows what is allowed by what the stubs declare.
    ///
    /// - Parameter stubs: The pristine stubs, by their paths from the package's root.
    init(stubs: [String: String]) {
        published = stubs.mapValues { text in
            ((try? SwiftLexer(text).tokens) ?? []).declarations.filter(\.isPublic)
        }
    }

    /// How many offences of a kind are told of a file.
    private static let most = 20

    /// Says what is refused in a student's files.
    ///
    /// - Parameter files: The texts, by their paths from the package's root.
    /// - Returns: What is refused, in order of the files' paths and of the places in them.
    func errors(in files: [String: String]) -> [SourceError] {
        var errors: [SourceError] = []
        var sources: [String: [SwiftToken]] = [:]
        for (file, text) in files {
            do throws(SwiftLexer.Doubt) {
                sources[file] = try SwiftLexer(text).tokens
            } catch {
                let message = "refused: \(error.reason) is here."
                errors.append(.refused(file, error.position, message))
            }
        }
        let declarations = sources.mapValues(\.declarations)
        let words = AllowedWords(
            declared: sources.values.flatMap(\.declaredNames),
            types: declarations.values.flatMap(\.self).filter(\.isNominal).map(\.name))
        let visible = AllowedDeclarations(published: published, own: declarations.values.flatMap(\.self))
        for (file, tokens) in sources {
            let offences =
                AllowedImports.offences(in: tokens).prefix(Self.most)
                + words.offences(in: tokens).prefix(Self.most)
                + visible.offences(in: declarations[file] ?? [], of: file).prefix(Self.most)
            errors += offences.map { .refused(file, $0.position, $0.message) }
        }
        return errors.sorted { $0.key < $1.key }
    }
}

/// A use of what is not allowed.
struct Offence: Equatable {
    let position: SourceError.Position
    let message: String
}

extension SourceError {
    fileprivate static func refused(_ file: String, _ position: Position, _ message: String) -> SourceError {
        SourceError(kind: .refused, file: file, position: position, message: message)
    }

    fileprivate var key: (String, Int, Int) { (file, position?.line ?? 0, position?.column ?? 0) }
}
