/// What a class shows together: `class.json`, whose keys are a promise, and what `class.html` is made of.
///
/// The schema is Tests/GradingTests/Fixtures/Schemas/class.json. It is the same for the same rows in whatever
/// order; `seconds` of each submission is all in it that depends on time.
struct ClassDocument: Encodable, Sendable {
    /// What changes when a key changes its meaning or goes.
    let version = 1
    let maxScore: Int
    let summary: Summary
    /// How many of the graded have scores from `from` to below `to` percent; the last are those with all points.
    let distribution: [Bin]
    /// In course order.
    let exercises: [Exercise]
    /// By name.
    let submissions: [Submission]
    let similar: SimilarCode

    struct Summary: Encodable, Equatable {
        let submissions: Int
        let graded: Int
        /// Those of the graded that have files that do not compile, or may not be used.
        let withUnusableFiles: Int
        let refused: Int
        /// Of the graded; nil where there are none.
        let mean: Double?
        let median: Double?
    }

    struct Bin: Encodable, Equatable {
        let from: Int
        let to: Int
        let count: Int
    }

    struct Exercise: Encodable {
        let id: String
        let title: String
        let maxScore: Int
        let passed: Int
        let failed: Int
        let notStarted: Int
        /// The most frequent first.
        let mistakes: [Mistake]
    }

    struct Mistake: Encodable, Equatable {
        let text: String
        let lesson: String?
        /// What the lesson says at that place.
        let lessonText: String?
        /// The folders of those who made it.
        let submissions: [String]
        var count: Int { submissions.count }
    }

    /// One submission, as far as the page shows it; elsewhere it is named by its folder, which no other has.
    struct Submission: Encodable {
        enum Status: String, Encodable {
            case graded, refused
            /// Graded, and there are files that do not compile, or may not be used.
            case unusableFiles
        }

        let name: String
        let folder: String
        let status: Status
        let refusal: String?
        let score: Double
        let maxScore: Int
        let seconds: Double
        let limitsHit: [Limits.Kind]
        let unusable: [String]
        let exercises: [ClassRow.Exercise]

        init(_ row: ClassRow) {
            name = row.name
            folder = row.folder
            status = row.refusal != nil ? .refused : row.unusable.isEmpty ? .graded : .unusableFiles
            refusal = row.refusal
            score = row.score
            maxScore = row.maxScore
            seconds = row.seconds
            limitsHit = row.limitsHit
            unusable = row.unusable
            exercises = row.exercises
        }

        var isComplete: Bool { refusal == nil && maxScore > 0 && score >= Double(maxScore) - 1e-9 }
    }

    /// Puts together what the rows show.
    ///
    /// - Parameters:
    ///   - rows: By name.
    ///   - rubric: The exercises, in course order.
    ///   - lessons: What the lessons say where mistakes point to.
    init(rows: [ClassRow], rubric: Rubric, lessons: LessonAnchors) {
        let submissions = rows.map(Submission.init)
        let graded = submissions.filter { $0.status != .refused }
        self.submissions = submissions
        maxScore = submissions.map(\.maxScore).max() ?? 0
        summary = Summary(
            submissions: submissions.count, graded: graded.count,
            withUnusableFiles: graded.count { $0.status == .unusableFiles },
            refused: submissions.count - graded.count, mean: graded.map(\.score).mean,
            median: graded.map(\.score).median)
        distribution = Self.distribution(of: graded)
        exercises = rubric.exercises.compactMap { Exercise($0, rows: rows, lessons: lessons) }
        similar = SimilarCode(rows: rows)
    }

    private static func distribution(of graded: [Submission]) -> [Bin] {
        var counts = [Int](repeating: 0, count: 11)
        for each in graded {
            let share = each.maxScore > 0 ? each.score / Double(each.maxScore) : 0
            counts[each.isComplete ? 10 : min(9, max(0, Int(share * 10)))] += 1
        }
        return counts.enumerated().map { Bin(from: 10 * $0, to: min(100, 10 * $0 + 10), count: $1) }
    }
}

extension ClassDocument.Exercise {
    /// What came of one exercise in the class; nil where nobody was graded on it.
    init?(_ exercise: Exercise, rows: [ClassRow], lessons: LessonAnchors) {
        let results = rows.compactMap { row in
            row.exercises.first { $0.id == exercise.id }.map { (folder: row.folder, result: $0) }
        }
        guard let points = results.map(\.result.maxScore).max() else { return nil }
        id = exercise.id
        title = exercise.title
        maxScore = points
        passed = results.count { $0.result.status == .passed }
        failed = results.count { $0.result.status == .failed }
        notStarted = results.count { $0.result.status == .notStarted }
        var makers: [ClassMistake: [String]] = [:]
        for (folder, result) in results {
            for mistake in result.mistakes.uniqued() { makers[mistake, default: []].append(folder) }
        }
        mistakes = makers.map { mistake, folders in
            ClassDocument.Mistake(
                text: mistake.text, lesson: mistake.lesson,
                lessonText: mistake.lesson.flatMap { lessons.texts[$0] }, submissions: folders)
        }
        .sorted { ($1.count, $0.text, $0.lesson ?? "") < ($0.count, $1.text, $1.lesson ?? "") }
    }
}

extension ClassDocument.Mistake {
    private enum CodingKeys: String, CodingKey { case text, lesson, lessonText, count, submissions }

    /// Writes the count too.
    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(text, forKey: .text)
        try values.encodeIfPresent(lesson, forKey: .lesson)
        try values.encodeIfPresent(lessonText, forKey: .lessonText)
        try values.encode(count, forKey: .count)
        try values.encode(submissions, forKey: .submissions)
    }
}

extension [Double] {
    fileprivate var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }

    fileprivate var median: Double? {
        let sorted = sorted()
        guard let upper = sorted.dropFirst(count / 2).first else { return nil }
        return count.isMultiple(of: 2) ? (sorted[count / 2 - 1] + upper) / 2 : upper
    }
}
