/// The modules that students' files may import, however the import is written.
enum AllowedImports {
    private static let modules = ["LinearAlgebra", "NeuralNetwork", "Swift"]
    private static let kinds: Set = [
        "typealias", "struct", "class", "enum", "protocol", "let", "var", "func",
    ]

    /// Every `import` of something else, also where `#if` leaves it out.
    static func offences(in tokens: [SwiftToken]) -> [Offence] {
        tokens.indices.compactMap { index in
            guard tokens[index].isWord("import"), !tokens.isLabelOrMember(at: index) else { return nil }
            var path = tokens[(index + 1)...]
            if let kind = path.first, kind.kind == .word, kinds.contains(kind.text) {
                path = path.dropFirst()
            }
            guard let module = path.first, modules.contains(module.text) else {
                return Offence(
                    position: tokens[index].position,
                    message: "refused: students' files import LinearAlgebra and NeuralNetwork only; remove "
                        + "`import \(path.first?.text ?? "")`.")
            }
            return nil
        }
    }
}

extension [SwiftToken] {
    /// Whether a keyword here is only a label, as in `f(import: 1)`, or a member, as in `.import`.
    func isLabelOrMember(at index: Int) -> Bool {
        let isMember = index > 0 && self[index - 1].kind == .operation && self[index - 1].text == "."
        return isMember || index + 1 < count && self[index + 1].isPunctuation(":")
    }
}
