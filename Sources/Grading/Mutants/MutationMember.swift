/// A function, an initialiser or a property in which mistakes can be made.
struct MutationMember {
    /// The name with the labels of the parameters, such as "init(weight:bias:)".
    let name: String
    /// The indices of literals that parameters have as their defaults, or a property as its initial value.
    let defaults: [Int]
    /// The tokens of the body, its braces included; nil where there is none.
    let body: Range<Int>?
    /// Whether it is an initialiser: what it sets has to be set.
    let isInitializer: Bool
    /// The type of the result, where there is one: a body of a single expression is that expression's value then.
    let result: String?
    /// The types of the parameters and of the file's properties, by name.
    let types: [String: String]
}

extension MutationSource {
    /// The functions, initialisers and properties of the file, in their order.
    var members: [MutationMember] {
        let starts = declarations.map(index)
        let properties = propertyTypes
        return zip(declarations, starts).compactMap { declaration, start in
            guard let start else { return nil }
            let end = starts.compactMap(\.self).first { $0 > start } ?? tokens.count
            switch declaration.keyword {
            case "func", "init", "subscript":
                return function(declaration, from: start, to: end, properties: properties)
            case "let", "var":
                return property(declaration, from: start, to: end, properties: properties)
            default: return nil
            }
        }
    }

    private func function(
        _ declaration: Declaration, from start: Int, to end: Int, properties: [String: String]
    ) -> MutationMember? {
        guard let open = (start..<end).first(where: { tokens[$0].text == "(" }), let close = partners[open]
        else { return nil }
        let parameters = elements(in: open + 1..<close)
        let labels = parameters.map { "\(tokens[$0.lowerBound].text):" }.joined()
        let body = firstBrace(from: close + 1, to: end)
        let arrow = (close..<(body?.lowerBound ?? end)).first { tokens[$0].text == "->" }
        let own = parameters.compactMap { parameter -> (String, String)? in
            guard let colon = parameter.first(where: { tokens[$0].text == ":" }) else { return nil }
            return (tokens[colon - 1].text, type(from: colon + 1, to: parameter.upperBound))
        }
        return MutationMember(
            name: "\(declaration.name)(\(labels))",
            defaults: parameters.compactMap { initialLiteral(from: $0.lowerBound, to: $0.upperBound) },
            body: body, isInitializer: declaration.keyword == "init",
            result: arrow.map { type(from: $0 + 1, to: body?.lowerBound ?? end) },
            types: properties.merging(own) { $1 })
    }

    private func property(
        _ declaration: Declaration, from start: Int, to end: Int, properties: [String: String]
    ) -> MutationMember {
        let stop = (start + 2..<max(end, start + 2)).first { tokens[$0].text == "=" || beginsLine($0) } ?? end
        return MutationMember(
            name: declaration.name,
            defaults: [initialLiteral(from: start, to: end)].compactMap(\.self),
            body: firstBrace(from: start, to: stop), isInitializer: false,
            result: properties[declaration.name] ?? "", types: properties)
    }

    private var propertyTypes: [String: String] {
        let typed = declarations.compactMap { declaration -> (String, String)? in
            guard ["let", "var"].contains(declaration.keyword), let start = index(of: declaration),
                start + 3 < tokens.count, tokens[start + 2].text == ":"
            else { return nil }
            let end = (start + 3..<tokens.count).first { beginsLine($0) } ?? tokens.count
            return (declaration.name, type(from: start + 3, to: end))
        }
        return Dictionary(typed) { first, _ in first }
    }

    private func type(from start: Int, to end: Int) -> String {
        tokens[start..<end].prefix { !["=", "{", "}"].contains($0.text) }.map(\.text).joined(separator: " ")
    }

    /// The braces of the body, which are the first outside of other brackets.
    private func firstBrace(from start: Int, to end: Int) -> Range<Int>? {
        var index = start
        while index < end, !tokens[index].closesGroup {
            guard tokens[index].opensGroup else {
                index += 1
                continue
            }
            guard let close = partners[index] else { return nil }
            if tokens[index].text == "{" { return index..<close + 1 }
            index = close + 1
        }
        return nil
    }

    /// The literal after the equals sign, if there is one and nothing else.
    private func initialLiteral(from start: Int, to end: Int) -> Int? {
        guard let sign = (start..<end).first(where: { tokens[$0].text == "=" }) else { return nil }
        let index = sign + 1 < end && tokens[sign + 1].text == "-" ? sign + 2 : sign + 1
        guard index < end else { return nil }
        let isAlone = index + 1 == tokens.count || tokens[index + 1].kind != .operation
        return isAlone ? index : nil
    }
}
