import Foundation

/// Raises e to every element: eˣ, ∞ above 709.78.
public func exp(_ x: Matrix) -> Matrix { x.map { Foundation.exp($0) } }
/// Takes the natural logarithm of every element: ln x; −∞ at 0, NaN below.
public func log(_ x: Matrix) -> Matrix { x.map { Foundation.log($0) } }
/// Takes the square root of every element; NaN below 0.
public func sqrt(_ x: Matrix) -> Matrix { x.map { $0.squareRoot() } }
/// Takes the hyperbolic tangent of every element, from −1 to 1.
public func tanh(_ x: Matrix) -> Matrix { x.map { Foundation.tanh($0) } }
/// Takes the absolute value of every element.
public func abs(_ x: Matrix) -> Matrix { x.map { Swift.abs($0) } }

/// Replaces every element below a bound by the bound, max(x, bound); NaN stays NaN.
public func maximum(_ x: Matrix, _ bound: Double) -> Matrix { x.map { larger($0, bound) } }
/// Replaces every element above a bound by the bound, min(x, bound); NaN stays NaN.
public func minimum(_ x: Matrix, _ bound: Double) -> Matrix { x.map { smaller($0, bound) } }
/// Brings every element into the range from `min` to `max`; NaN stays NaN.
public func clip(_ x: Matrix, min: Double, max: Double) -> Matrix {
    x.map { smaller(larger($0, min), max) }
}

// The same for one number: students have no Foundation. A file that imports both gets Foundation's.

/// Raises e to a number: eˣ.
@_disfavoredOverload public func exp(_ x: Double) -> Double { Foundation.exp(x) }
/// Takes the natural logarithm of a number: ln x; −∞ at 0, NaN below.
@_disfavoredOverload public func log(_ x: Double) -> Double { Foundation.log(x) }
/// Takes the square root of a number; NaN below 0.
@_disfavoredOverload public func sqrt(_ x: Double) -> Double { x.squareRoot() }
/// Takes the hyperbolic tangent of a number.
@_disfavoredOverload public func tanh(_ x: Double) -> Double { Foundation.tanh(x) }
/// Raises a number to a power: xʸ.
@_disfavoredOverload public func pow(_ x: Double, _ y: Double) -> Double { Foundation.pow(x, y) }

/// Returns the larger of two numbers, NaN if either is: Swift's own `max` may drop it.
func larger(_ a: Double, _ b: Double) -> Double {
    a > b || a.isNaN ? a : b
}

/// Returns the smaller of two numbers, NaN if either is: Swift's own `min` may drop it.
func smaller(_ a: Double, _ b: Double) -> Double {
    a < b || a.isNaN ? a : b
}
