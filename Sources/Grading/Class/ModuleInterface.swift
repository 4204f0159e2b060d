import Foundation

/// The public interface of a resilient module, as the compiler writes it down: what code that uses it can depend on.
///
/// The order of declarations and the parameters' inner names, which callers do not see, make no difference.
struct ModuleInterface: Equatable, Sendable {
    /// The declarations, each after the types that it is in, sorted.
    private var lines: [String] = []

    init() {}

    /// Reads a `.swiftinterface` file.
    init(_ file: URL) throws {
        self.init(text: try String(contentsOf: file, encoding: .utf8))
    }

    /// Reads the text of such a file.
    init(text: String) {
        var outer: [String] = []
        for line in text.split(separator: "\n") {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line == "}" {
                _ = outer.popLast()
                continue
            }
            let parameters = line.firstIndex(of: "(") ?? line.endIndex
            let name =
                line[..<parameters]
                + line[parameters...].replacing(/(\w+)\ \w+:\ /) { "\($0.1): " }
            lines.append((outer + [String(name)]).joined(separator: " "))
            if line.hasSuffix("{") { outer.append(String(name)) }
        }
        lines.sort()
    }
}
