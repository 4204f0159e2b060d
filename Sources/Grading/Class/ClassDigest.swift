import Foundation

/// Hashes of all that a submission's verdict hangs on.
enum ClassDigest {
    /// The folders and files of the kit that have a say in what a submission is worth.
    private static let kit = [
        "Package.swift", Rubric.path, "Solutions/Reference", "Sources/Datasets", "Sources/Grading",
        "Sources/LinearAlgebra", "Sources/NeuralNetwork", "Tests/HiddenTests", "Tests/StudentTests",
        Stubs.folder, "Tests/TestSupport",
    ]

    /// The hash of the kit, with what is asked of it.
    ///
    /// - Parameters:
    ///   - root: The package.
    ///   - request: The exercises and limits.
    ///   - compiler: What the compiler calls itself.
    /// - Returns: The hash, in hexadecimal.
    static func kit(at root: URL, request: ClassRequest, compiler: String) -> String {
        var hash = SHA256()
        let files = kit.flatMap { path in
            let inside = FileManager.default.subpaths(atPath: root.appending(path: path).path) ?? []
            return [path] + inside.map { "\(path)/\($0)" }
        }
        for file in files.sorted() where file.hasSuffix(".swift") || file.hasSuffix(".json") {
            guard let data = try? Data(contentsOf: root.appending(path: file)) else { continue }
            hash.update(parts: [Data(file.utf8), data])
        }
        let limits = request.limits
        let asked = request.exercises.sorted() + ["\(limits.secondsPerTest)", "\(limits.memory)", compiler]
        hash.update(parts: asked.map { Data($0.utf8) })
        return hash.finish()
    }

    /// The hash of a submission's files and of the kit that they are graded by.
    static func submission(_ files: StudentFiles, kit: String) -> String {
        let texts = files.texts.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
        let errors = files.errors.map(\.description).sorted()
        let leftOut = files.leftOut.map { "\($0.file) \($0.reason)" }
        return hash([[kit], texts, errors, leftOut].flatMap { ["\($0.count)"] + $0 })
    }

    /// The hash of why a submission cannot be graded.
    static func refusal(_ reason: String, kit: String) -> String { hash([kit, reason]) }

    private static func hash(_ parts: [String]) -> String {
        var hash = SHA256()
        hash.update(parts: parts.map { Data($0.utf8) })
        return hash.finish()
    }
}

extension SHA256 {
    /// Takes parts in, each with its length: no two lists of parts are one text.
    fileprivate mutating func update(parts: [Data]) {
        for part in parts {
            update("\(part.count):".utf8)
            update(part)
        }
    }
}
