/// An exercise that a network may need, in the course's order.
///
/// `Lessons/rubric.json` has the same and more; it is not read here, because the program also runs where the
/// package is not.
struct CourseExercise: Equatable, Sendable {
    let id: String
    /// The name of its file, which is that of its type: "Linear".
    let name: String
    let lesson: String

    /// All exercises that have a file.
    static let all = [
        CourseExercise(id: "one-hot", name: "OneHot", lesson: "Lessons/02-one-hot.md"),
        CourseExercise(id: "accuracy", name: "Accuracy", lesson: "Lessons/03-accuracy.md"),
        CourseExercise(id: "linear", name: "Linear", lesson: "Lessons/04-linear.md"),
        CourseExercise(id: "relu", name: "ReLU", lesson: "Lessons/05-relu.md"),
        CourseExercise(id: "sigmoid", name: "Sigmoid", lesson: "Lessons/06-sigmoid.md"),
        CourseExercise(id: "softmax", name: "Softmax", lesson: "Lessons/07-softmax.md"),
        CourseExercise(
            id: "mean-squared-error", name: "MeanSquaredError", lesson: "Lessons/08-mean-squared-error.md"),
        CourseExercise(
            id: "binary-cross-entropy", name: "BinaryCrossEntropy",
            lesson: "Lessons/09-binary-cross-entropy.md"),
        CourseExercise(id: "cross-entropy", name: "CrossEntropy", lesson: "Lessons/10-cross-entropy.md"),
        CourseExercise(
            id: "sigmoid-cross-entropy", name: "SigmoidCrossEntropy",
            lesson: "Lessons/11-sigmoid-cross-entropy.md"),
        CourseExercise(
            id: "softmax-cross-entropy", name: "SoftmaxCrossEntropy",
            lesson: "Lessons/12-softmax-cross-entropy.md"),
        CourseExercise(id: "sequential", name: "Sequential", lesson: "Lessons/13-sequential.md"),
        CourseExercise(id: "sgd", name: "SGD", lesson: "Lessons/14-sgd.md"),
        CourseExercise(id: "momentum", name: "Momentum", lesson: "Lessons/15-momentum.md"),
        CourseExercise(id: "minibatches", name: "Minibatches", lesson: "Lessons/16-minibatches.md"),
        CourseExercise(id: "fit", name: "Fit", lesson: "Lessons/17-fit.md"),
        CourseExercise(id: "tanh", name: "Tanh", lesson: "Lessons/21-tanh.md"),
        CourseExercise(id: "leaky-relu", name: "LeakyReLU", lesson: "Lessons/22-leaky-relu.md"),
        CourseExercise(id: "rmsprop", name: "RMSProp", lesson: "Lessons/23-rmsprop.md"),
        CourseExercise(id: "adam", name: "Adam", lesson: "Lessons/24-adam.md"),
    ]

    /// The exercise of a type or a file, if it is one of the course's.
    static func named(_ name: String) -> CourseExercise? { all.first { $0.name == name } }

    /// Where to read on, and what tells more.
    var pointer: String { "\(lesson), ./grade.sh \(id)" }
}
