import Foundation

@testable import Grading

/// The part of JSON Schema (draft 2020-12) that this repository's schemas use; what it does not know, it refuses.
struct JSONSchema {
    private let schema: JSONValue

    /// Reads a schema of `Fixtures/Schemas`.
    ///
    /// - Throws: What reading throws, and `UnknownKeyword`.
    init(_ name: String) throws {
        let file = GoldenFixture.root.appending(path: "Schemas/\(name).json")
        try self.init(JSONValue(String(contentsOf: file, encoding: .utf8)))
    }

    init(_ schema: JSONValue) throws {
        self.schema = schema
        try Self.check(schema)
    }

    struct UnknownKeyword: Error, Equatable {
        let keyword: String
    }

    /// What is wrong with a value, each with its place; empty when it is valid.
    func problems(of value: JSONValue) -> [String] { Self.problems(of: value, at: "$", schema) }

    private static let annotations: Set<String> = ["$schema", "title", "description"]
    private static let keywords: Set<String> = [
        "type", "const", "enum", "properties", "required", "additionalProperties", "items", "minimum",
        "minLength",
        "maxLength", "pattern", "anyOf",
    ]

    private static func check(_ schema: JSONValue) throws {
        guard case .object(let members) = schema else { throw UnknownKeyword(keyword: "\(schema)") }
        for (keyword, value) in members where !annotations.contains(keyword) {
            guard keywords.contains(keyword) else { throw UnknownKeyword(keyword: keyword) }
            switch (keyword, value) {
            case ("properties", .object(let properties)): try properties.values.forEach(check)
            case ("items", _): try check(value)
            case ("anyOf", _): try value.elements.forEach(check)
            case ("additionalProperties", _) where value != .bool(false):
                throw UnknownKeyword(keyword: keyword)
            default: break
            }
        }
    }

    private static func problems(of value: JSONValue, at place: String, _ schema: JSONValue) -> [String] {
        guard case .object(let members) = schema else { return [] }
        return members.flatMap { keyword, wanted in
            problems(of: value, at: place, keyword, wanted, schema)
        }.sorted()
    }

    private static func problems(
        of value: JSONValue, at place: String, _ keyword: String, _ wanted: JSONValue, _ schema: JSONValue
    ) -> [String] {
        let problem = { (isRight: Bool) in isRight ? [] : ["\(place): \(keyword)"] }
        switch (keyword, value) {
        case ("type", _): return problem(wanted.string.map(value.types.contains) ?? false)
        case ("const", _): return problem(value == wanted)
        case ("enum", _): return problem(wanted.elements.contains(value))
        case ("minimum", .number(let number)): return problem(number >= wanted.number ?? .infinity)
        case ("minLength", .string(let text)):
            return problem(Double(text.unicodeScalars.count) >= wanted.number ?? .infinity)
        case ("maxLength", .string(let text)):
            return problem(Double(text.unicodeScalars.count) <= wanted.number ?? -1)
        case ("pattern", .string(let text)):
            return problem(text.range(of: wanted.string ?? "(", options: .regularExpression) != nil)
        case ("required", .object(let members)):
            return wanted.elements.compactMap(\.string).filter { members[$0] == nil }
                .map { "\(place): \($0) is missing" }
        case ("properties", .object(let members)):
            return members.flatMap { key, value in
                wanted[key].map { problems(of: value, at: "\(place).\(key)", $0) } ?? []
            }
        case ("additionalProperties", .object(let members)):
            return members.keys.filter { schema["properties"]?[$0] == nil }.map { "\(place): there is \($0)" }
        case ("items", .array(let elements)):
            return elements.enumerated().flatMap { problems(of: $1, at: "\(place)[\($0)]", wanted) }
        case ("anyOf", _):
            return problem(wanted.elements.contains { problems(of: value, at: place, $0).isEmpty })
        default: return []
        }
    }
}
