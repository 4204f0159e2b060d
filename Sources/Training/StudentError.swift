import NeuralNetwork

/// What the student's code threw, in one message: which step, what, and where to look.
struct StudentError: Error, CustomStringConvertible {
    let description: String

    /// Tells what ended a training.
    ///
    /// - Parameters:
    ///   - error: What `fit` threw.
    ///   - epoch: The epoch that went on.
    ///   - batch: The batch that went on.
    init(_ error: any Error, epoch: Int, batch: Int) {
        let step = error as? StepError
        let cause = step?.underlying ?? error
        if let place = cause as? FillYourCodeHere, let message = MissingParts([place]).message {
            description = message
            return
        }
        let what = step.map { "the \($0.step)" } ?? "fit, or what it calls,"
        let exercise = CourseExercise.named(step?.part ?? "Fit")
        description =
            "Epoch \(epoch), batch \(batch): \(what) threw an error.\n\(cause)\n"
            + (exercise.map(\.pointer) ?? "./grade.sh")
    }

    private init(_ description: String) {
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
