import LinearAlgebra

/// Scales grey values from 0…255 to −1…1, evenly: black becomes −1 and white 1.
///
/// What was observed: networks learn, and nobody looked at the numbers for years. Then somebody printed the smallest and
/// the largest of the scaled images, and they were −0.5 and 1.492.
///
/// - Parameter pixels: Grey values from 0 to 255, of any shape.
/// - Returns: Numbers from −1 to 1, of the same shape.
///
/// Lesson: Lessons/20-whats-wrong.md.
public func scaledPixels(_ pixels: Matrix) -> Matrix {
    pixels / 128 - 0.5
}
