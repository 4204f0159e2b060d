/// One line of the rubric: what a student fills in, how it is tested, and what it is worth.
struct Exercise: Decodable, Equatable, Sendable {
    /// What the student types: "mean-squared-error".
    let id: String
    let title: String
    /// The page to read, from the package's root.
    let lesson: String
    /// The file to fill in, from the package's root; none for a capstone, which puts other exercises together.
    let source: String?
    /// The suite of that name in each of the graded test modules.
    let suite: String
    let points: Int
    /// A challenge is extra: it counts only when it is asked for by name.
    let challenge: Bool
    let hints: [String]

    /// The file with the answer, which has the stub's name and its place among the others.
    var answer: String? {
        source.map { "\(Self.answers)\($0.dropFirst(StudentFiles.folder.count))" }
    }

    /// Where the answers are, from the package's root.
    static let answers = "Solutions/Reference"

    /// Whether it is handed out as code with a defect in the place of a stub: its tests fail from the start, and none
    /// of them says that it is not started.
    var isToMend: Bool { source?.hasPrefix("\(StudentFiles.folder)/WhatsWrong/") ?? false }

    /// The file with the tests that students see.
    var tests: String { "Tests/StudentTests/\(suite).swift" }

    /// What makes this exercise unfit for a rubric, a sentence each.
    func problems() -> [String] {
        var problems: [String] = []
        if id.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) == nil {
            problems.append("the id “\(id)” is not in kebab-case, as “mean-squared-error” is")
        }
        if title.isBlank { problems.append("\(id): the title is empty") }
        if points < 1 { problems.append("\(id): \(points) points; give it 1 or more") }
        if hints.count != 3 {
            problems.append("\(id): hints: \(hints.count); write three, from a nudge to nearly there")
        }
        if hints.contains(where: \.isBlank) { problems.append("\(id): a hint is empty") }
        return problems
    }
}

extension Exercise {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id, title, lesson, source, suite, points, challenge, hints
    }

    /// Reads an exercise and refuses keys it does not know: a misspelt `source` would make it a capstone.
    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: CodingKeys.allCases.map(\.rawValue))
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(String.self, forKey: .id)
        title = try values.decode(String.self, forKey: .title)
        lesson = try values.decode(String.self, forKey: .lesson)
        source = try values.decodeIfPresent(String.self, forKey: .source)
        suite = try values.decode(String.self, forKey: .suite)
        points = try values.decode(Int.self, forKey: .points)
        challenge = try values.decode(Bool.self, forKey: .challenge)
        hints = try values.decode([String].self, forKey: .hints)
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
