import NeuralNetwork

/// What the student's code threw, in one message: which step, what, and where to look.
struct StudentError: Error, CustomStringConvertible {
    let description: String

    /// Tells what ended a training.
    ///
    /// - Parameters:
    ///   - error: What `fit` threw.
    ///   - place: The epoch and batch that went on.
    init(_ error: any Error, at place: String) {
        let step = error as? StepError
        let cause = step?.underlying ?? error
        if let place = cause as? FillYourCodeHere, let message = MissingParts([place]).message {
            description = message
            return
        }
        let what = step?.step ?? "fit, or what it calls,"
        let exercise = CourseExercise.named(step?.part ?? "Fit")
        description =
            "\(place): \(what) threw an error.\n\(cause)\n"
            + (exercise.map(\.pointer) ?? "./grade.sh")
    }

    /// Says what stands in the way.
    init(_ description: String) {
        self.description = description
    }

    /// Runs student code outside of the training.
    static func catching<Result>(_ what: String, _ work: () throws -> Result) throws(StudentError) -> Result {
        do {
            return try work()
        } catch {
            throw StudentError("\(what): \(error)")
        }
    }
}
