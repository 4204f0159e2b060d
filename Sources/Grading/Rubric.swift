import Foundation

/// The course as `Lessons/rubric.json` tells it: the exercises in their order, and what each is worth.
struct Rubric: Decodable, Equatable, Sendable {
    /// Where the rubric is, from the package's root.
    static let path = "Lessons/rubric.json"

    let exercises: [Exercise]
    /// When Gradescope shows students how many hidden tests passed; their data it never shows.
    var hiddenTests = Visibility.visible

    /// Reads the rubric of the package at `root`.
    ///
    /// - Throws: `GradingError.rubric` with what is wrong and where in the file.
    static func load(from root: URL) throws(GradingError) -> Rubric {
        let data: Data
        do {
            data = try Data(contentsOf: root.appending(path: path))
        } catch {
            throw .rubric("the file cannot be read; `git checkout \(path)` brings it back")
        }
        return try parse(data)
    }

    /// Reads a rubric from JSON.
    static func parse(_ data: Data) throws(GradingError) -> Rubric {
        do {
            return try JSONDecoder().decode(Rubric.self, from: data)
        } catch let error as DecodingError {
            throw .rubric(error.placeAndReason(ofEach: "exercise"))
        } catch {
            throw .rubric("\(error)")
        }
    }

    /// What makes this rubric unfit to grade with, a sentence each; empty when all is well.
    func problems() -> [String] {
        var problems: [String] = []
        for (kind, values) in [
            ("id", exercises.map(\.id)), ("suite", exercises.map(\.suite)),
            ("source", exercises.compactMap(\.source)),
        ] {
            let repeated = Dictionary(grouping: values) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
            problems += repeated.map { "two exercises have the \(kind) “\($0)”: give each its own" }
        }
        for exercise in exercises { problems += exercise.problems() }
        let total = exercises.filter { !$0.challenge }.map(\.points).reduce(0, +)
        if total != 100 {
            problems.append("the points without the challenges add up to \(total), not to 100")
        }
        return problems.map { "\(Self.path): \($0)" }
    }

    /// The exercises of these ids in course order; all of them when no id is given.
    ///
    /// - Throws: `GradingError.unknownExercise` that names the nearest ids.
    func exercises(named ids: [String]) throws(GradingError) -> [Exercise] {
        let known = exercises.map(\.id)
        if let unknown = ids.first(where: { !known.contains($0) }) {
            throw .unknownExercise(unknown, nearest: nearest(to: unknown, in: known), all: known)
        }
        return ids.isEmpty ? exercises : exercises.filter { ids.contains($0.id) }
    }

    /// The exercise of this id.
    ///
    /// - Throws: `GradingError.unknownExercise` that names the nearest ids.
    func exercise(named id: String) throws(GradingError) -> Exercise {
        try exercises(named: [id])[0]
    }
}

extension DecodingError {
    /// Where in the file something is wrong, and what: "exercise 2: the key “title” is missing".
    ///
    /// - Parameter element: What the elements of lists are called.
    /// - Returns: The place in words, then the reason.
    func placeAndReason(ofEach element: String) -> String {
        let place = { (path: [any CodingKey]) in
            path.map { ($0.intValue.map { "\(element) \($0 + 1)" } ?? $0.stringValue) + ": " }
                .filter { $0 != "exercises: " }.joined()
        }
        switch self {
        case .keyNotFound(let key, let context):
            return "\(place(context.codingPath))the key “\(key.stringValue)” is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            return place(context.codingPath) + context.debugDescription
        @unknown default:
            return "\(self)"
        }
    }
}

extension Rubric {
    private enum CodingKeys: String, CodingKey, CaseIterable { case exercises, hiddenTests }

    /// Reads the exercises and, where it is there, the visibility of hidden tests.
    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: CodingKeys.allCases.map(\.rawValue))
        let values = try decoder.container(keyedBy: CodingKeys.self)
        exercises = try values.decode([Exercise].self, forKey: .exercises)
        hiddenTests = try values.decodeIfPresent(Visibility.self, forKey: .hiddenTests) ?? .visible
    }
}

extension Decoder {
    /// Throws at the first key that is not in `known`.
    func refuseKeys(except known: [String]) throws {
        let keys = try container(keyedBy: AnyKey.self).allKeys.map(\.stringValue).sorted()
        if let unknown = keys.first(where: { !known.contains($0) }) {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: codingPath,
                    debugDescription:
                        "there is no key “\(unknown)”; the keys are \(known.joined(separator: ", "))"))
        }
    }
}

private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
