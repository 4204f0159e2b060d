/// What a run says of itself in `RESULTS/run.json`, so that results can be joined and gone on with.
struct ClassRunRecord: Codable, Equatable, Sendable {
    /// The kit, rubric and limits that the verdicts hang on, as a hash.
    let kit: String
    /// Which of several parts of the class this is; 1 of 1 for all of it.
    let shard: Shard
    /// All submissions of the class, those of other shards too, in the order of their names.
    let names: [String]
    /// What was in the folder and is no submission.
    let leftOut: [LeftOut]
}
