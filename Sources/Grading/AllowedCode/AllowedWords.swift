/// The words, attributes and directives that students' files may use.
struct AllowedWords {
    /// The names that the student's files declare.
    private let declared: Set<String>
    /// The types that they declare: property wrappers, result builders and global actors among them.
    private let types: Set<String>

    init(declared: [String], types: [String]) {
        self.declared = Set(declared)
        self.types = Set(types)
    }

    private static let attributes: Set = [
        "MainActor", "Sendable", "autoclosure", "available", "concurrent", "discardableResult",
        "dynamicCallable", "dynamicMemberLookup", "escaping", "frozen", "globalActor", "inlinable", "inline",
        "propertyWrapper", "resultBuilder", "unknown", "usableFromInline",
    ]

    private static let directives: Set = [
        "#available", "#column", "#else", "#elseif", "#endif", "#error", "#file", "#fileID", "#filePath",
        "#function", "#if", "#line", "#unavailable", "#warning",
    ]

    /// Unsafe, and not called so.
    private static let words: Set = [
        "Builtin", "CVaListPointer", "CVarArg", "ManagedBufferPointer", "OpaquePointer", "Unmanaged",
        "getVaList", "withVaList",
    ]

    /// What is refused among the words of a file.
    func offences(in tokens: [SwiftToken]) -> [Offence] {
        tokens.indices.compactMap { index in
            message(of: tokens, at: index).map {
                Offence(position: tokens[index].position, message: "refused: \($0)")
            }
        }
    }

    private func message(of tokens: [SwiftToken], at index: Int) -> String? {
        let token = tokens[index]
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        switch token.kind {
        case .directive:
            return Self.directives.contains(token.text)
                ? nil : "`\(token.text)` is not needed here; students' files use no macros."
        case .punctuation where token.text == "@":
            let name = next?.text ?? ""
            let isDotted = index + 2 < tokens.count && tokens[index + 2].text == "."
            let isAllowed = Self.attributes.contains(name) || isOwnAttribute(name)
            return isAllowed && !isDotted ? nil : "`@\(name)` is not needed here; write it without."
        case .word, .quotedWord:
            if index > 0, tokens[index - 1].isPunctuation("@") { return nil }
            if token.text == "CommandLine" {
                return "`CommandLine` is about the program that runs the tests, which no answer needs."
            }
            if Self.isUnsafe(token.text) {
                return "`\(token.text)` leads past Swift's checks; arrays and matrices do without pointers."
            }
            if token.text.hasPrefix("_"), token.text != "_", !declared.contains(token.text) {
                return "`\(token.text)` belongs to Swift's own library; names of yours may be anything else."
            }
            if token.isWord("macro"), next?.kind == .word, !tokens.isLabelOrMember(at: index) {
                return "students' files declare no macros."
            }
            return nil
        case .operation, .literal, .punctuation:
            return nil
        }
    }

    /// Whether an attribute is a type of the student's: one that has a capital, as no attribute of Swift's own that
    /// does harm, so that no type can be declared to let one of those in.
    private func isOwnAttribute(_ name: String) -> Bool {
        types.contains(name) && name.first?.isUppercase == true && !name.hasSuffix("ApplicationMain")
    }

    private static func isUnsafe(_ word: String) -> Bool {
        words.contains(word) || word.hasPrefix("unsafe") || word.contains("Unsafe")
    }
}

extension [SwiftToken] {
    private static let declaring: Set = [
        "actor", "associatedtype", "case", "class", "enum", "func", "let", "protocol", "struct", "typealias",
        "var",
    ]

    /// The names that are declared here, parameters included.
    var declaredNames: [String] {
        indices.filter { index in
            guard self[index].kind == .word || self[index].kind == .quotedWord else { return false }
            let isDeclared =
                index > 0 && self[index - 1].kind == .word
                && Self.declaring.contains(self[index - 1].text)
            return isDeclared || index + 1 < count && self[index + 1].isPunctuation(":")
        }.map { self[$0].text }
    }
}
