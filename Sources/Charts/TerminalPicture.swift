/// What can be drawn with characters.
public protocol TerminalPicture: Sendable {
    /// The lines from the top; each begins and ends without colour.
    var lines: [String] { get }
}

extension TerminalPicture {
    /// The lines in one text, without a line break at the end.
    public var text: String { lines.joined(separator: "\n") }
}
