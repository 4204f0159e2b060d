public import LinearAlgebra

/// A mistake that students make in a function, and what comes of it.
public struct Mistake<Input> {
    /// What a teacher would say of it: a whole sentence, which gives no answer away.
    let sentence: String
    /// The heading's anchor in the lesson: "common-mistakes".
    let section: String
    /// What the function gives with this mistake in it.
    let result: (Input) throws -> Matrix

    /// Describes a mistake.
    ///
    /// - Parameters:
    ///   - sentence: What a teacher would say of it, in a sentence that gives no answer away.
    ///   - section: The anchor in the exercise's lesson that speaks of it.
    ///   - result: What the function gives with this mistake in it.
    public init(
        _ sentence: String, see section: String = "common-mistakes",
        gives result: @escaping (Input) throws -> Matrix
    ) {
        self.sentence = sentence
        self.section = section
        self.result = result
    }
}
