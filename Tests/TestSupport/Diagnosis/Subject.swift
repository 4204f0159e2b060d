public import LinearAlgebra
public import NeuralNetwork

/// A function of an exercise as the tests see it: what it is given, what it has to give, and how it goes wrong.
public struct Subject<Input: TestInput> {
    /// The exercise and the function: "Softmax.forward".
    let name: String
    /// The page that explains it: "Lessons/07-softmax.md".
    let lesson: String
    /// Calls the code under test, on an object of its own.
    let received: (Input) throws -> Matrix
    /// What is right.
    let right: (Input) throws -> Matrix
    /// For a gradient: what small changes give, through the student's own `forward`.
    let differences: ((Input) throws -> Matrix)?
    /// Makes an input of so many rows and columns, from a seed.
    let draw: (Int, Int, UInt64) -> Input
    /// What students are known to do instead.
    let mistakes: [Mistake<Input>]

    /// Describes a function.
    ///
    /// - Parameters:
    ///   - name: The exercise and the function: "Softmax.forward".
    ///   - lesson: The page that explains it: "Lessons/07-softmax.md".
    ///   - received: Calls the code under test, on an object of its own.
    ///   - right: What is right.
    ///   - differences: For a gradient, what small changes give, through the student's own `forward`.
    ///   - draw: Makes an input of so many rows and columns, from a seed.
    ///   - mistakes: What students are known to do instead.
    public init(
        _ name: String, lesson: String, received: @escaping (Input) throws -> Matrix,
        right: @escaping (Input) throws -> Matrix, differences: ((Input) throws -> Matrix)? = nil,
        draw: @escaping (Int, Int, UInt64) -> Input, mistakes: [Mistake<Input>] = []
    ) {
        self.name = name
        self.lesson = lesson
        self.received = received
        self.right = right
        self.differences = differences
        self.draw = draw
        self.mistakes = mistakes
    }
}

extension Subject where Input == Matrix {
    /// A layer's `forward`.
    ///
    /// - Parameters:
    ///   - layer: The layer's name: "Softmax".
    ///   - lesson: The page that explains it.
    ///   - make: Makes a layer that has seen nothing yet.
    ///   - draw: Makes an input of so many rows and columns, from a seed.
    ///   - right: What is right.
    ///   - mistakes: What students are known to do instead.
    /// - Returns: The function as tests see it.
    public static func forward(
        of layer: String, lesson: String, _ make: @escaping () throws -> any Layer,
        draw: @escaping (Int, Int, UInt64) -> Matrix, right: @escaping (Matrix) throws -> Matrix,
        mistakes: [Mistake<Matrix>]
    ) -> Subject {
        Subject(
            "\(layer).forward", lesson: lesson, received: { try make().forward($0) }, right: right,
            draw: draw, mistakes: mistakes)
    }
}

extension Subject where Input == BackwardInput {
    /// A layer's `backward`: the gradient that it returns.
    ///
    /// The output has to have the input's shape.
    ///
    /// - Parameters:
    ///   - layer: The layer's name: "Softmax".
    ///   - lesson: The page that explains it.
    ///   - make: Makes a layer that has seen nothing yet.
    ///   - draw: Makes an input of so many rows and columns, from a seed: away from kinks.
    ///   - right: What is right.
    ///   - mistakes: What students are known to do instead.
    /// - Returns: The function as tests see it.
    public static func backward(
        of layer: String, lesson: String, _ make: @escaping () throws -> any Layer,
        draw: @escaping (Int, Int, UInt64) -> Matrix, right: @escaping (BackwardInput) throws -> Matrix,
        mistakes: [Mistake<BackwardInput>]
    ) -> Subject {
        Subject(
            "\(layer).backward", lesson: lesson,
            received: {
                let layer = try make()
                _ = try layer.forward($0.input)
                return try layer.backward($0.outputGradient)
            },
            right: right,
            differences: {
                let layer = try make()
                return try centredDifferences(
                    at: $0.input, upstream: $0.outputGradient, of: layer.forward)
            },
            draw: { BackwardInput(draw($0, $1, $2), normal($0, $1, seed: $2 &+ 1000)) },
            mistakes: mistakes)
    }
}

extension Subject where Input == LossInput {
    /// A loss's `forward`, whose result is a (1 × 1) matrix here.
    ///
    /// - Parameters:
    ///   - loss: The loss's name: "CrossEntropy".
    ///   - lesson: The page that explains it.
    ///   - make: Makes a loss that has seen nothing yet.
    ///   - draw: Makes a prediction and a target of so many rows and columns, from a seed.
    ///   - right: What is right.
    ///   - mistakes: What students are known to do instead.
    /// - Returns: The function as tests see it.
    public static func forward(
        of loss: String, lesson: String, _ make: @escaping () -> any Loss,
        draw: @escaping (Int, Int, UInt64) -> LossInput, right: @escaping (LossInput) throws -> Double,
        mistakes: [Mistake<LossInput>]
    ) -> Subject {
        Subject(
            "\(loss).forward", lesson: lesson,
            received: { .single(try make().forward(prediction: $0.prediction, target: $0.target)) },
            right: { .single(try right($0)) }, draw: draw, mistakes: mistakes)
    }

    /// A loss's `backward`.
    ///
    /// - Parameters:
    ///   - loss: The loss's name: "CrossEntropy".
    ///   - lesson: The page that explains it.
    ///   - make: Makes a loss that has seen nothing yet.
    ///   - draw: Makes a prediction and a target of so many rows and columns, from a seed.
    ///   - right: What is right.
    ///   - mistakes: What students are known to do instead.
    /// - Returns: The function as tests see it.
    public static func backward(
        of loss: String, lesson: String, _ make: @escaping () -> any Loss,
        draw: @escaping (Int, Int, UInt64) -> LossInput, right: @escaping (LossInput) throws -> Matrix,
        mistakes: [Mistake<LossInput>]
    ) -> Subject {
        Subject(
            "\(loss).backward", lesson: lesson,
            received: {
                let loss = make()
                _ = try loss.forward(prediction: $0.prediction, target: $0.target)
                return try loss.backward()
            },
            right: right,
            differences: { batch in
                let loss = make()
                return try centredDifferences(at: batch.prediction, upstream: [[1]]) {
                    .single(try loss.forward(prediction: $0, target: batch.target))
                }
            },
            draw: draw, mistakes: mistakes)
    }
}

extension Matrix {
    /// A number as a (1 × 1) matrix.
    public static func single(_ number: Double) -> Matrix { Matrix(repeating: number, rows: 1, columns: 1) }
}
