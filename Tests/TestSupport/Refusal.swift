import LinearAlgebra
import NeuralNetwork
public import Testing

/// Records an issue unless the body throws a `ShapeError`.
///
/// - Parameters:
///   - situation: What is asked of the code under test: "Linear.forward with 2 columns for 3 inputs".
///   - sourceLocation: Where to report.
///   - body: The call that has to be refused.
/// - Throws: `FillYourCodeHere`, so that a stub counts as a stub and not as a wrong answer.
public func expectShapeError(
    _ situation: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Any
) throws {
    try expectRefusal(situation, "a ShapeError", sourceLocation, body) { $0 is ShapeError }
}

/// Makes a call that has to succeed: an error becomes an issue that names the call.
///
/// - Parameters:
///   - situation: What is asked of the code under test: "Linear.backward after two forwards".
///   - hint: A sentence that helps to find the mistake.
///   - sourceLocation: Where to report.
///   - body: The call.
/// - Returns: What the call returns; nil when it throws.
/// - Throws: `FillYourCodeHere`, so that a stub counts as a stub and not as a wrong answer.
public func attempt<Result>(
    _ situation: String, _ hint: String = "", sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Result
) throws -> Result? {
    do {
        return try body()
    } catch let stub as FillYourCodeHere {
        throw stub
    } catch {
        record("\(situation): throws \"\(error)\".", hint, sourceLocation)
        return nil
    }
}

/// The kinds of `NetworkError`, whatever their reasons say.
public enum Refusal: String, Sendable {
    /// `NetworkError.backwardBeforeForward`.
    case backwardBeforeForward
    /// `NetworkError.missingGradient`.
    case missingGradient
    /// `NetworkError.invalidArgument`.
    case invalidArgument

    func matches(_ error: any Error) -> Bool {
        switch (self, error as? NetworkError) {
        case (.backwardBeforeForward, .backwardBeforeForward), (.missingGradient, .missingGradient),
            (.invalidArgument, .invalidArgument):
            true
        default: false
        }
    }
}

/// Records an issue unless the body throws a `NetworkError` of the given kind.
///
/// - Parameters:
///   - kind: The kind of error; its reason may say anything.
///   - situation: What is asked of the code under test: "oneHot with the label 3 for 3 classes".
///   - sourceLocation: Where to report.
///   - body: The call that has to be refused.
/// - Throws: `FillYourCodeHere`, so that a stub counts as a stub and not as a wrong answer.
public func expectRefusal(
    _ kind: Refusal, _ situation: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Any
) throws {
    try expectRefusal(situation, "NetworkError.\(kind.rawValue)", sourceLocation, body, kind.matches)
}

private func expectRefusal(
    _ situation: String, _ expected: String, _ sourceLocation: SourceLocation, _ body: () throws -> Any,
    _ isExpected: (any Error) -> Bool
) throws {
    do {
        _ = try body()
        record("\(situation): should throw \(expected), and throws nothing.", "", sourceLocation)
    } catch let stub as FillYourCodeHere {
        throw stub
    } catch  where !isExpected(error) {
        record("\(situation): should throw \(expected), and throws \"\(error)\".", "", sourceLocation)
    } catch {
        // Refused as it should be.
    }
}
