import Foundation

@testable import Grading

/// The part of XML Schema that `junit.xsd` uses: elements by name, their attributes and what they may hold.
struct XMLSchema {
    private struct Element {
        let attributes: [String: (type: String, isRequired: Bool)]
        let children: Set<String>
        /// The most children; nil for any number.
        let most: Int?
        let isMixed: Bool
    }

    private let elements: [String: Element]

    struct UnknownElement: Error, Equatable {
        let name: String
    }

    /// Reads a schema of `Fixtures/Schemas`.
    ///
    /// - Throws: What reading throws, and `UnknownElement`.
    init(_ name: String) throws {
        let file = GoldenFixture.root.appending(path: "Schemas/\(name).xsd")
        let schema = try XMLTree.parse(String(contentsOf: file, encoding: .utf8))
        let known = ["schema", "element", "complexType", "sequence", "choice", "attribute"].map { "xs:\($0)" }
        if let unknown = schema.all.first(where: { !known.contains($0.name) }) {
            throw UnknownElement(name: unknown.name)
        }
        elements = Dictionary(
            uniqueKeysWithValues: schema.children.map { element in
                let group = element.all.first { ["xs:sequence", "xs:choice"].contains($0.name) }
                let attributes = element.all("xs:attribute").map { attribute in
                    let values = attribute.attributes
                    return (
                        values["name", default: ""],
                        (values["type", default: ""], values["use"] == "required")
                    )
                }
                let type = element.children.first?.attributes
                return (
                    element.attributes["name", default: ""],
                    Element(
                        attributes: Dictionary(uniqueKeysWithValues: attributes),
                        children: Set(group?.children.compactMap { $0.attributes["ref"] } ?? []),
                        most: group?.name == "xs:choice" ? 1 : nil, isMixed: type?["mixed"] == "true")
                )
            })
    }

    /// What is wrong with an element and with those in it; empty when it is valid.
    func problems(of element: XMLTree) -> [String] {
        guard let wanted = elements[element.name] else { return ["there is \(element.name)"] }
        var problems = element.attributes.keys.filter { wanted.attributes[$0] == nil }
            .map { "\(element.name): there is \($0)" }
        for (name, attribute) in wanted.attributes {
            if let value = element.attributes[name] {
                if !Self.isValid(value, attribute.type) {
                    problems.append("\(element.name): \(name) is no \(attribute.type)")
                }
            } else if attribute.isRequired {
                problems.append("\(element.name): \(name) is missing")
            }
        }
        problems += element.children.filter { !wanted.children.contains($0.name) }
            .map { "\(element.name): \($0.name) is in it" }
        if let most = wanted.most, element.children.count > most {
            problems.append("\(element.name): more than \(most) in it")
        }
        if !wanted.isMixed, element.text.contains(where: { !$0.isWhitespace }) {
            problems.append("\(element.name): there is text in it")
        }
        return problems + element.children.flatMap(self.problems)
    }

    private static func isValid(_ value: String, _ type: String) -> Bool {
        switch type {
        case "xs:string": true
        case "xs:nonNegativeInteger": value.wholeMatch(of: /[0-9]+/) != nil
        case "xs:decimal": value.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil
        default: false
        }
    }
}
