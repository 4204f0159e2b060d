public import Testing

/// A mistake that shows in what a function did rather than in a number: in the order of its calls, or in how it
/// divided the samples.
public struct Symptom<Course> {
    /// What a teacher would say of it: a whole sentence, which gives no answer away.
    let sentence: String
    /// The heading's anchor in the lesson: "common-mistakes".
    let section: String
    /// Whether a course is, in every detail, what this mistake makes of it.
    let shows: (Course) -> Bool

    /// Describes a mistake.
    ///
    /// - Parameters:
    ///   - sentence: What a teacher would say of it, in a sentence that gives no answer away.
    ///   - section: The anchor in the exercise's lesson that speaks of it.
    ///   - shows: Whether a course is, in every detail, what this mistake makes of it.
    public init(
        _ sentence: String, see section: String = "common-mistakes", shows: @escaping (Course) -> Bool
    ) {
        self.sentence = sentence
        self.section = section
        self.shows = shows
    }
}

extension Sequence {
    /// Finds out which mistake shows in some courses, as `Subject.diagnosis` does for numbers.
    ///
    /// - Parameters:
    ///   - courses: What a function did on independent inputs.
    ///   - lesson: The page that explains it: "Lessons/17-fit.md".
    ///   - isRight: Whether it is what should be done; two courses at least have to be wrong.
    /// - Returns: A sentence, and where to read on; nil when not exactly one mistake shows in all of them.
    public func diagnosis<Course>(
        of courses: [Course], lesson: String, isRight: (Course) -> Bool
    ) -> String? where Element == Symptom<Course> {
        guard courses.count(where: { !isRight($0) }) >= 2 else { return nil }
        let named = filter { courses.allSatisfy($0.shows) }
        return named.count == 1 ? named.first.map { "\($0.sentence) See \(lesson)#\($0.section)." } : nil
    }
}

/// Records an issue unless a condition holds.
///
/// - Parameters:
///   - condition: What has to be true.
///   - finding: The exercise and function first, then what is wrong.
///   - advice: The mistake's name, or what helps to find it.
///   - sourceLocation: Where to report.
/// - Returns: The condition.
/// - Throws: What the texts throw, only where the condition does not hold.
@discardableResult
public func expectTrue(
    _ condition: Bool, _ finding: @autoclosure () throws -> String,
    _ advice: @autoclosure () throws -> String = "", sourceLocation: SourceLocation = #_sourceLocation
) rethrows -> Bool {
    if !condition { Message(finding: try finding(), advice: try advice()).record(at: sourceLocation) }
    return condition
}
