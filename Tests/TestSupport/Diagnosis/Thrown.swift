import LinearAlgebra
import NeuralNetwork

extension Subject {
    /// Finds out which mistake brings about an error: nothing kept by forward, or one that ends in the same error of
    /// shapes here and on two other inputs.
    ///
    /// - Parameters:
    ///   - error: What the function has thrown.
    ///   - input: What it was given.
    ///   - draw: Makes other inputs that bring out the same mistake.
    /// - Returns: A sentence, and where to read on; nil when no known mistake fits.
    func diagnosis(of error: any Error, at input: Input, draw: (Int, Int, UInt64) -> Input) -> String? {
        if case .backwardBeforeForward? = error as? NetworkError {
            return "There was a forward: does it keep what backward needs?"
        }
        guard let error = error as? ShapeError else { return nil }
        let inputs = Size.varied.prefix(2).map { draw($0.rows, $0.columns, 100) }
        let named = mistakes.filter { mistake in
            shapeError(of: mistake.result, at: input) == error
                && inputs.allSatisfy { other in
                    guard let expected = shapeError(of: received, at: other) else { return false }
                    return shapeError(of: mistake.result, at: other) == expected
                }
        }
        guard let mistake = named.first, named.count == 1 else { return nil }
        return "\(mistake.sentence) See \(lesson)#\(mistake.section)."
    }

    private func shapeError(of function: (Input) throws -> Matrix, at input: Input) -> ShapeError? {
        do {
            _ = try function(input)
            return nil
        } catch {
            return error as? ShapeError
        }
    }
}
