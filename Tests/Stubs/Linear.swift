import LinearAlgebra
import NeuralNetwork

/// A fully connected layer: every output is a weighted sum of all inputs, plus a bias.
///
///     Z = X·W + b
///
/// Shapes: X is batch × in, W is in × out, b is 1 × out and is added to every row, Z is batch × out.
///
/// Lesson: Lessons/04-linear.md.
public final class Linear: Layer {
    /// The weights W, in × out.
    public let weight: Parameter
    /// The biases b, 1 × out.
    public let bias: Parameter
    /// What the layer learns: the weight, then the bias.
    public var parameters: [Parameter] { [weight, bias] }

    /// The input of the latest `forward`, which `backward` needs.
    private var input: Matrix?

    /// Makes a layer that starts at random.
    ///
    /// The weights come from a normal distribution with mean 0 and standard deviation 1/√in, so that Z varies
    /// about as much as X does, however many inputs are summed up. The biases start at 0.
    ///
    /// - Parameters:
    ///   - inFeatures: The number of columns of X, 1 or more.
    ///   - outFeatures: The number of columns of Z, 1 or more.
    ///   - generator: The source of randomness.
    /// - Throws: `NetworkError.invalidArgument` when a number of features is below 1.
    ///
    /// Source: LeCun, Bottou, Orr and Müller, "Efficient BackProp", 1998, section 4.6.
    public init(
        inFeatures: Int, outFeatures: Int, using generator: inout some RandomNumberGenerator
    ) throws {
        // 1. Refuse a number of features below 1.
        // 2. Make the weight (`Matrix.normal` has a `standardDeviation`) and the bias, each in a `Parameter`.
        // fill your code here
        throw FillYourCodeHere()
    }

    /// Makes a layer with the given weights and biases.
    ///
    /// - Parameters:
    ///   - weight: The weights W, in × out.
    ///   - bias: The biases b, 1 × out.
    /// - Throws: `ShapeError` when the bias is not 1 × out.
    public init(weight: Matrix, bias: Matrix) throws {
        guard bias.shape == Shape(rows: 1, columns: weight.columns) else {
            throw ShapeError(operation: "Linear(weight:bias:)", left: weight.shape, right: bias.shape)
        }
        self.weight = Parameter(weight)
        self.bias = Parameter(bias)
    }

    /// Computes Z = X·W + b, and keeps X for `backward`.
    ///
    /// - Parameter input: X, batch × in.
    /// - Returns: Z, batch × out.
    /// - Throws: `ShapeError` when X has not as many columns as W has rows.
    public func forward(_ input: Matrix) throws -> Matrix {
        // 1. Keep the input.
        // 2. Multiply it with the weight (`matmul`), and add the bias: a row is added to every row.
        // fill your code here
        throw FillYourCodeHere()
    }

    /// Differentiates the latest `forward`: stores the gradients of weight and bias, returns the input's.
    ///
    ///     ∂L/∂W = Xᵀ · ∂L/∂Z
    ///     ∂L/∂b = the column sums of ∂L/∂Z
    ///     ∂L/∂X = ∂L/∂Z · Wᵀ
    ///
    /// The batch is summed over and not divided by: the loss has done that already. Gradients stored earlier
    /// are replaced.
    ///
    /// - Parameter outputGradient: ∂L/∂Z, batch × out.
    /// - Returns: ∂L/∂X, batch × in.
    /// - Throws: `NetworkError.backwardBeforeForward` when there has been no `forward`; `ShapeError` when the
    ///   gradient has not the shape of Z.
    public func backward(_ outputGradient: Matrix) throws -> Matrix {
        // 1. Take the kept input; without one, throw.
        // 2. Store the gradients of the weight and of the bias in their `gradient`s.
        // 3. Return the gradient of the input.
        // fill your code here
        throw FillYourCodeHere()
    }

    /// Takes one step against the gradient, and clears the gradients.
    ///
    ///     W ← W − η ∂L/∂W,   b ← b − η ∂L/∂b
    ///
    /// - Parameter learningRate: The step size η, finite and above 0.
    /// - Throws: `NetworkError.invalidArgument` for any other rate; `NetworkError.missingGradient` when there
    ///   is no gradient, because `backward` has not run since the latest update. Nothing changes then.
    public func update(learningRate: Double) throws {
        // 1. Refuse a rate that is not finite and above 0; throw where a gradient is missing.
        // 2. Change both values, then set both gradients to nil.
        // fill your code here
        throw FillYourCodeHere()
    }
}
