/// What is known of one submission of a class: `RESULTS/<name>/submission.json`, written last of its files.
///
/// Tables are made of rows alone, so that results can be joined where the submissions are no more.
struct ClassRow: Codable, Equatable, Sendable {
    /// The name of the submission's folder, or of its archive without ".zip".
    let name: String
    /// Its folder in the results: there are its reports, and the files that were used.
    let folder: String
    /// What was graded, and by which kit and rubric: where it changes, the submission is graded again.
    let digest: String
    /// Why nothing could be graded; nil when it was graded.
    let refusal: String?
    /// The points of the exercises that count.
    let score: Double
    let maxScore: Int
    /// How long grading took.
    let seconds: Double
    let exercises: [Exercise]
    /// The limits that its tests ran into.
    let limitsHit: [Limits.Kind]
    /// The files that do not compile, or may not be used, from the package's root.
    let unusable: [String]
    /// What its code is compared by; see `Fingerprints`.
    let fingerprints: Fingerprints

    /// What came of one exercise.
    struct Exercise: Codable, Equatable, Sendable {
        let id: String
        let status: ExerciseResult.Status
        let score: Double
        let maxScore: Int
        /// Of `tests`, how many passed.
        let passed: Int
        let tests: Int
        /// The mistakes that its tests named, each once, in the order of the tests.
        let mistakes: [ClassMistake]
    }
}
