import Foundation

/// The wrong answers, the other correct ones and the attempts at hard-coding that were tried on an exercise, as a
/// file of `Solutions/WrongAnswers` tells them: each is a small change to the answer.
struct WrongAnswers: Decodable, Equatable, Sendable {
    /// Where the files are, from the package's root.
    static let folder = "Solutions/WrongAnswers"

    /// A text of the answer, and what stands in its place wherever it occurs.
    struct Edit: Codable, Equatable, Sendable {
        let original: String
        let replacement: String
    }

    /// A change to the answer under a name.
    struct Entry: Decodable, Equatable, Sendable {
        let name: String
        let edits: [Edit]
        /// The tests that must fail with a wrong answer: "backwardValues()".
        var fails: [String] = []
        /// What the messages of the failing tests must say, a phrase each.
        var says: [String] = []
        /// The tests that a correct answer is too slow for as a debug build: they are not run.
        var allow: [String] = []
    }

    /// A systematic mutant that no test can find, and why that is so.
    struct Survivor: Decodable, Equatable, Sendable {
        /// The function: "forward(_:)".
        let function: String
        /// The line of the answer that is changed, without the spaces around it.
        let line: String
        let mutation: String
        let why: String
    }

    var wrong: [Entry] = []
    var correct: [Entry] = []
    var attempts: [Entry] = []
    var survivors: [Survivor] = []

    /// The file for the answer in `Solutions/Reference/Linear.swift` is `Linear.json`, and folders are the same.
    static func path(forAnswer answer: String) -> String {
        let name = answer.dropFirst(Exercise.answers.count + 1).replacing(/\.swift$/, with: "")
        return "\(folder)/\(name).json"
    }

    /// Reads the file about an answer.
    ///
    /// - Throws: `GradingError.wrongAnswers` with what is wrong and where in the file.
    static func load(forAnswer answer: String, from root: URL) throws(GradingError) -> WrongAnswers {
        let path = path(forAnswer: answer)
        do {
            let data = try Data(contentsOf: root.appending(path: path))
            return try JSONDecoder().decode(WrongAnswers.self, from: data)
        } catch let error as DecodingError {
            throw .wrongAnswers("\(path): \(error.placeAndReason(ofEach: "entry"))")
        } catch {
            throw .wrongAnswers("\(path) cannot be read: every exercise has its wrong answers there.")
        }
    }
}

extension WrongAnswers.Entry {
    /// The answer's text with the edits made, one after the other.
    ///
    /// - Throws: `GradingError.wrongAnswers` when an original does not occur: the answer has moved on.
    func text(from answer: String) throws(GradingError) -> String {
        var text = answer
        for edit in edits {
            guard text.contains(edit.original) else {
                throw .wrongAnswers("the original “\(edit.original)” does not occur in the answer")
            }
            text = text.replacing(edit.original, with: edit.replacement)
        }
        return text
    }
}

extension WrongAnswers {
    private enum CodingKeys: String, CodingKey, CaseIterable { case wrong, correct, attempts, survivors }

    /// Reads the lists that are there.
    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: CodingKeys.allCases.map(\.rawValue))
        let values = try decoder.container(keyedBy: CodingKeys.self)
        wrong = try values.decodeIfPresent([Entry].self, forKey: .wrong) ?? []
        correct = try values.decodeIfPresent([Entry].self, forKey: .correct) ?? []
        attempts = try values.decodeIfPresent([Entry].self, forKey: .attempts) ?? []
        survivors = try values.decodeIfPresent([Survivor].self, forKey: .survivors) ?? []
    }
}

extension WrongAnswers.Entry {
    private enum CodingKeys: String, CodingKey, CaseIterable { case name, edits, fails, says, allow }

    /// Reads an entry and refuses keys it does not know: a misspelt `says` would ask for nothing.
    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: CodingKeys.allCases.map(\.rawValue))
        let values = try decoder.container(keyedBy: CodingKeys.self)
        name = try values.decode(String.self, forKey: .name)
        edits = try values.decode([WrongAnswers.Edit].self, forKey: .edits)
        fails = try values.decodeIfPresent([String].self, forKey: .fails) ?? []
        says = try values.decodeIfPresent([String].self, forKey: .says) ?? []
        allow = try values.decodeIfPresent([String].self, forKey: .allow) ?? []
    }
}

extension WrongAnswers.Survivor {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case function = "in"
        case line, mutation, why
    }

    /// Reads a survivor.
    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: CodingKeys.allCases.map(\.rawValue))
        let values = try decoder.container(keyedBy: CodingKeys.self)
        function = try values.decode(String.self, forKey: .function)
        line = try values.decode(String.self, forKey: .line)
        mutation = try values.decode(String.self, forKey: .mutation)
        why = try values.decode(String.self, forKey: .why)
    }
}
