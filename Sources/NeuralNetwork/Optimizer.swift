/// A rule that changes parameters by their gradients.
public protocol Optimizer: AnyObject {
    /// Changes the value of every parameter that has a gradient; the others are left as they are.
    ///
    /// - Throws: `ShapeError` when a gradient has another shape than its value.
    func step() throws

    /// Sets the gradient of every parameter to nil.
    func zeroGradients()
}
