import Foundation

/// The points that each kind of submission has to get.
struct KindScores {
    let folder: URL
    let root: URL

    /// What a kind gets; nil points where it cannot be graded.
    private struct Score: Codable, Equatable {
        let score: Double?
        let exercises: [String: Double]

        static let refused = Score(score: nil, exercises: [:])
    }

    /// What is read of `./grade.sh --format json` and of a row of a class.
    private struct Graded: Decodable {
        struct Exercise: Decodable { let id: String, score: Double }
        let name: String?
        let refusal: String?
        let score: Double
        let exercises: [Exercise]

        var result: Score {
            Score(
                score: refusal == nil ? score : nil,
                exercises: Dictionary(uniqueKeysWithValues: exercises.map { ($0.id, $0.score) }))
        }
    }

    private var kinds: URL { folder.appending(path: "kinds") }
    private var scores: URL { folder.appending(path: "kinds.json") }

    /// Grades each kind alone, unless that has been done, and writes `kinds.json`.
    func grade() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        var known =
            (try? JSONDecoder().decode([String: Score].self, from: Data(contentsOf: scores)))
            ?? ["broken": .refused, "nothing": .refused]
        for kind in Kind.all where known[kind.name] == nil {
            let json = try run(
                "./grade.sh", "submission", kinds.appending(path: kind.name).path, "--format", "json",
                "--timeout", "5", in: root)
            guard let graded = try? JSONDecoder().decode(Graded.self, from: json) else {
                throw RehearseTool.Problem(description: "\(kind.name) was not graded")
            }
            known[kind.name] = graded.result
            try encoder.encode(known).write(to: scores, options: .atomic)
        }
    }

    /// Holds results against it.
    func check(_ results: URL) throws {
        let decoder = JSONDecoder()
        let scores = try decoder.decode([String: Score].self, from: Data(contentsOf: self.scores))
        let made = try decoder.decode(
            [MadeUp].self, from: Data(contentsOf: folder.appending(path: "expected.json")))
        // By their bytes: names that look alike are two.
        var left = Dictionary(uniqueKeysWithValues: made.map { (Array($0.name.utf8), $0) })
        var problems: [String] = []
        var right = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: results.path).sorted() {
            let row = results.appending(path: name).appending(path: "submission.json")
            guard let data = try? Data(contentsOf: row) else { continue }
            let graded = try decoder.decode(Graded.self, from: data)
            guard let kind = left.removeValue(forKey: Array((graded.name ?? "").utf8))?.kind else {
                problems.append("\(name): nobody of that name has handed in anything")
                continue
            }
            if graded.result == scores[kind] {
                right += 1
            } else {
                problems.append(
                    "\(name), \(kind): \(graded.result), and not \(scores[kind] ?? Score.refused)")
            }
        }
        problems += left.values.map { "\($0.name), \($0.kind): no result" }.sorted()
        print("\(right) right")
        guard problems.isEmpty else {
            throw RehearseTool.Problem(description: problems.joined(separator: "\n"))
        }
    }
}
