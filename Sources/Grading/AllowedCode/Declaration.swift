/// A declaration at the level of a file, or a member of a type or an extension.
struct Declaration: Equatable {
    /// The keyword, such as "func", "class", "extension" or "operator".
    let keyword: String
    /// The name; of an extension, that of the type that it extends.
    let name: String
    let position: SourceError.Position
    /// Whether tests can see it: they are in the same package.
    let isPublic: Bool
    /// The types and extensions around it, the outermost first; none at the level of the file.
    let scopes: [Scope]
    /// Whether a colon follows an extension's name: it adds a conformance.
    var conforms = false
    /// Whether it stands within `#if`: then it may not be there at all.
    var isConditional = false

    struct Scope: Equatable {
        let keyword: String
        let name: String
    }

    /// The words that may stand before a declaration's keyword, `class` apart.
    static let modifiers: Set = [
        "borrowing", "consuming", "convenience", "distributed", "dynamic", "fileprivate", "final", "indirect",
        "infix",
        "internal", "isolated", "lazy", "mutating", "nonisolated", "nonmutating", "open", "optional",
        "override",
        "package", "postfix", "prefix", "private", "public", "required", "sending", "static", "unowned",
        "weak",
    ]
    /// The keywords of declarations that hold others.
    static let types: Set = ["actor", "class", "enum", "extension", "protocol", "struct"]
}

extension [SwiftToken] {
    /// The declarations in a file, those within functions apart.
    var declarations: [Declaration] {
        var scanner = DeclarationScanner(tokens: self)
        return scanner.declarations()
    }
}

/// Finds declarations by their keywords, and what they are in by the braces.
private struct DeclarationScanner {
    let tokens: [SwiftToken]
    private var index = 0
    private var found: [Declaration] = []
    private var modifiers: Set<String> = []
    private var conditions = 0

    /// What the braces around a token belong to.
    private struct Block {
        /// The type or extension; nil for the body of a function, a closure and all else.
        var scope: Declaration.Scope?
        var isPublicExtension = false
    }

    private var blocks: [Block] = []
    /// How many of them are no type and no extension.
    private var bodies = 0
    private var pending = Block()

    init(tokens: [SwiftToken]) {
        self.tokens = tokens
    }

    private static let others: Set = [
        "associatedtype", "case", "func", "init", "let", "operator", "precedencegroup", "subscript",
        "typealias",
        "var",
    ]

    mutating func declarations() -> [Declaration] {
        while index < tokens.count {
            let token = tokens[index]
            if token.text == "#if" { conditions += 1 }
            if token.text == "#endif" { conditions -= 1 }
            if token.isPunctuation("{") {
                blocks.append(pending)
                if pending.scope == nil { bodies += 1 }
                pending = Block()
                modifiers = []
            } else if token.isPunctuation("}") {
                if let block = blocks.popLast(), block.scope == nil { bodies -= 1 }
                modifiers = []
            } else if bodies == 0 {
                readMember(token)
            }
            index += 1
        }
        return found
    }

    private mutating func readMember(_ token: SwiftToken) {
        if token.isPunctuation("@") {
            index += 1
            skipGroup()
        } else if token.kind == .word, Declaration.modifiers.contains(token.text),
            !tokens.isLabelOrMember(at: index)
        {
            // `private(set)` is about a part of the declaration only.
            if tokens[(index + 1)...].first?.isPunctuation("(") != true { modifiers.insert(token.text) }
            skipGroup()
        } else if token.isPunctuation("(") || token.isPunctuation("[") {
            index -= 1
            skipGroup()
            modifiers = []
        } else if token.isWord("class"), let next = tokens.word(at: index + 1), isMemberKeyword(next) {
            modifiers.insert(token.text)
        } else if isDeclaring(token) {
            declare(token)
        } else {
            modifiers = []
        }
    }

    private func isMemberKeyword(_ word: String) -> Bool {
        ["func", "let", "subscript", "var"].contains(word) || Declaration.modifiers.contains(word)
    }

    private func isDeclaring(_ token: SwiftToken) -> Bool {
        token.kind == .word && (Declaration.types.contains(token.text) || Self.others.contains(token.text))
            && !tokens.isLabelOrMember(at: index) && index + 1 < tokens.count
    }

    /// Notes the declaration whose keyword is here.
    private mutating func declare(_ token: SwiftToken) {
        let hasName = !["init", "subscript"].contains(token.text)
        let name = hasName ? tokens[index + 1] : token
        let isType = Declaration.types.contains(token.text)
        // In a list of protocols, or as the type of a class: not a declaration.
        if isType, name.kind != .word, name.kind != .quotedWord { return }
        var end = index + 2
        while isType, end + 1 < tokens.count, tokens[end].text == "." { end += 2 }
        let path = isType ? tokens[(index + 1)..<min(end, tokens.count)].map(\.text).joined() : name.text
        let isOpen = !modifiers.isDisjoint(with: ["open", "package", "public"])
        let isClosed = !modifiers.isDisjoint(with: ["fileprivate", "internal", "private"])
        let isPublicAnyway = blocks.last?.isPublicExtension == true && !isClosed
        found.append(
            Declaration(
                keyword: token.text, name: path, position: token.position,
                isPublic: isOpen || isPublicAnyway, scopes: blocks.compactMap(\.scope),
                conforms: token.text == "extension" && end < tokens.count && tokens[end].isPunctuation(":"),
                isConditional: conditions > 0))
        if isType {
            // Nobody nests types deeper than that, or looks so deep for them.
            pending = Block(
                scope: blocks.count < 16 ? .init(keyword: token.text, name: path) : nil,
                isPublicExtension: token.text == "extension" && isOpen)
        }
        modifiers = []
        if hasName { index += 1 }
    }

    /// Passes over a group in brackets that begins right after this token.
    private mutating func skipGroup() {
        guard index + 1 < tokens.count, ["(", "["].contains(tokens[index + 1].text),
            tokens[index + 1].kind == .punctuation
        else { return }
        var depth = 0
        repeat {
            index += 1
            guard tokens[index].kind == .punctuation else { continue }
            if ["(", "["].contains(tokens[index].text) { depth += 1 }
            if [")", "]"].contains(tokens[index].text) { depth -= 1 }
        } while depth > 0 && index + 1 < tokens.count
    }
}

extension [SwiftToken] {
    fileprivate func word(at index: Int) -> String? {
        index < count && self[index].kind == .word ? self[index].text : nil
    }
}
