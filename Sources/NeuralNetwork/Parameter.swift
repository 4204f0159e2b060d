public import LinearAlgebra

/// A matrix that is learnt, and the gradient of the loss with respect to it.
///
/// A layer and an optimizer hold the same `Parameter`: the layer's `backward` writes the gradient, the
/// optimizer's `step` reads it and changes the value.
public final class Parameter {
    /// The weights or biases themselves.
    public var value: Matrix
    /// ∂L/∂value, of the value's shape; nil until `backward` has run and after an update.
    public var gradient: Matrix?

    /// Makes a parameter with a starting value and no gradient.
    public init(_ value: Matrix) {
        self.value = value
    }
}
