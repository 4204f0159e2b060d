import Foundation

/// Finds the slots of one declaration, and what is around them.
struct SlotReader {
    private let tokens: [SwiftToken]
    private let offsets: [Int]
    private let bytes: [UInt8]
    private let declaration: Declaration
    private(set) var frame: [String] = []
    private(set) var slots: [SourceOutline.Slot] = []

    /// Begins to read.
    ///
    /// - Parameters:
    ///   - tokens: Those of the whole file.
    ///   - offsets: The first byte of each, then the file's size.
    ///   - bytes: The file.
    ///   - declaration: The one to read.
    init(tokens: [SwiftToken], offsets: [Int], bytes: [UInt8], declaration: Declaration) {
        self.tokens = tokens
        self.offsets = offsets
        self.bytes = bytes
        self.declaration = declaration
    }

    /// Takes tokens as they are.
    mutating func readHeader(_ range: Range<Int>) {
        frame += tokens[range].map(\.text)
    }

    /// Reads the declaration, which has these tokens.
    mutating func read(_ range: Range<Int>) {
        let isProperty = ["let", "var"].contains(declaration.keyword)
        let isFunction = ["func", "init", "subscript"].contains(declaration.keyword)
        var index = range.lowerBound
        var depth = 0
        while index < range.upperBound {
            let token = tokens[index]
            let hasValue = token.kind == .operation && token.text == "="
            if hasValue, isProperty && depth == 0 || isFunction && depth > 0 {
                let end = endOfValue(after: index, in: range)
                addSlot(.value, from: offsets[index] + 1, to: end)
                index = end
            } else if depth == 0, token.isPunctuation("{"),
                let kind = kindOfBody(at: index, from: range.lowerBound)
            {
                let end = tokens.endOfGroup(at: index)
                addSlot(kind, from: offsets[index] + 1, to: end)
                index = end + 1
            } else {
                depth += token.nesting
                frame.append(token.text)
                index += 1
            }
        }
    }

    private mutating func addSlot(_ kind: SourceOutline.Slot.Kind, from start: Int, to end: Int) {
        slots.append(SourceOutline.Slot(kind: kind, range: start..<offsets[end]))
        frame.append("▢")
    }

    /// The comma or the bracket after an expression; the end of the declaration where neither comes.
    private func endOfValue(after start: Int, in range: Range<Int>) -> Int {
        var depth = 0
        for index in (start + 1)..<range.upperBound {
            if depth == 0, tokens[index].isPunctuation(",") || tokens[index].nesting < 0 { return index }
            depth += tokens[index].nesting
        }
        return range.upperBound
    }

    /// What a body that begins here gives; nil where it is none, or one of accessors.
    private func kindOfBody(at brace: Int, from start: Int) -> SourceOutline.Slot.Kind? {
        let words = tokens[start..<brace]
        switch declaration.keyword {
        case "init": return .statements
        case "func":
            guard let open = words.firstIndex(where: { $0.isPunctuation("(") }) else { return nil }
            let effects = tokens[(tokens.endOfGroup(at: open) + 1)..<brace]
            let end = effects.firstIndex { $0.isWord("where") } ?? brace
            guard effects.contains(where: { $0.text == "->" }) else { return .statements }
            return result(effects.startIndex..<end, arrow: "")
        case "var":
            let accessors: Set = ["get", "set", "willSet", "didSet", "mutating", "nonmutating", "@"]
            guard brace + 1 < tokens.count, !accessors.contains(tokens[brace + 1].text),
                let colon = words.firstIndex(where: { $0.isPunctuation(":") })
            else { return nil }
            return result((colon + 1)..<brace, arrow: "-> ")
        default: return nil
        }
    }

    private func result(_ range: Range<Int>, arrow: String) -> SourceOutline.Slot.Kind {
        let text = String(
            decoding: bytes[offsets[range.lowerBound]..<offsets[range.upperBound]], as: UTF8.self)
        return .result(
            signature: arrow + text.trimmingCharacters(in: .whitespacesAndNewlines),
            isThrowing: tokens[range].contains { $0.isWord("throws") })
    }
}
