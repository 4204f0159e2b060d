/// What can go wrong in a network apart from shapes; each case carries a sentence that says what did.
public enum NetworkError: Error, Equatable, CustomStringConvertible {
    /// `backward` was called on something that has not seen a `forward`.
    case backwardBeforeForward(String)
    /// A parameter was to be updated and has no gradient.
    case missingGradient(String)
    /// An argument is outside of its range.
    case invalidArgument(String)

    /// The kind of error and its reason.
    public var description: String {
        switch self {
        case .backwardBeforeForward(let reason): "backward before forward: \(reason)"
        case .missingGradient(let reason): "missing gradient: \(reason)"
        case .invalidArgument(let reason): "invalid argument: \(reason)"
        }
    }
}
