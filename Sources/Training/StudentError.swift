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
        // Layers, loss and optimizer tell their names: what has none was thrown between them.
        let what = step?.step ?? "Sequential or fit"
        let exercises = (step.map { [$0.part] } ?? ["Sequential", "Fit"]).compactMap(CourseExercise.named)
        description =
            "\(place): \(what) threw an error.\n\(cause)\n"
            + exercises.map(\.pointer).joined(separator: "\n")
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
