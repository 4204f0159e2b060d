import Foundation

/// The points that each kind of submission has to get.
struct KindScores {
    let folder: URL
    let root: URL

    /// What a kind gets; nil points where it cannot be graded.
    private struct Score: Codable, Equatable {
        let score: Double?
        let exercises: [String: Double]
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
    private static let none = Score(score: nil, exercises: [:])

    /// Grades each kind alone, and writes `kinds.json`.
    func grade() throws {
        var scores = ["bomb": Score(score: nil, exercises: [:]), "broken": Self.none]
        for name in try FileManager.default.contentsOfDirectory(atPath: kinds.path).sorted() {
            let place = kinds.appending(path: name).path
            let json = try run(
                "./grade.sh", "submission", place, "--format", "json", "--timeout", "5", in: root)
            let graded = try? JSONDecoder().decode(Graded.self, from: json)
            scores[name] = graded?.result ?? Self.none
            print(name, graded.map { "\($0.score)" } ?? "refused")
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try encoder.encode(scores).write(to: self.scores)
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
                problems.append("\(name), \(kind): \(graded.result), and not \(scores[kind] ?? Self.none)")
            }
        }
        problems += left.values.map { "\($0.name), \($0.kind): no result" }.sorted()
        print("\(right) right")
        guard problems.isEmpty else {
            throw RehearseTool.Problem(description: problems.joined(separator: "\n"))
        }
    }
}
