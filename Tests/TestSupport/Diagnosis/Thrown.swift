import LinearAlgebra
import NeuralNetwork

extension Subject {
    /// Finds out which mistake brings about an error: nothing kept by forward, or one that ends in the same error of
    /// shapes here and wherever else there is one.
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
        let inputs = Size.varied.map { draw($0.rows, $0.columns, 100) }
        let errors = inputs.map { shapeError(of: received, at: $0) }
        guard errors.count(where: { $0 != nil }) >= 2 else { return nil }
        let named = mistakes.filter { mistake in
            shapeError(of: mistake.result, at: input) == error
                && zip(inputs, errors).allSatisfy { shapeError(of: mistake.result, at: $0) == $1 }
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
