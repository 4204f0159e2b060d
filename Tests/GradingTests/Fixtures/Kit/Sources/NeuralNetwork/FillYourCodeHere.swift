/// What a stub throws until its exercise is done; says which function and where.
///
///     Linear.forward is still to be filled: Sources/Student/Linear.swift:31
public struct FillYourCodeHere: Error, Equatable, CustomStringConvertible {
    /// The function as Swift names it, with its argument labels: "forward(_:)".
    public let function: String
    /// The module and file: "Student/Linear.swift".
    public let fileID: String
    /// The line of the `throw`.
    public let line: Int

    /// Captures the place where it is written; write it without arguments.
    public init(function: String = #function, fileID: String = #fileID, line: Int = #line) {
        self.function = function
        self.fileID = fileID
        self.line = line
    }

    /// The function, and the file and line to open.
    public var description: String {
        "\(qualifiedName) is still to be filled: Sources/\(fileID):\(line)"
    }

    /// "Linear.forward" for a method of the type that the file is named after, "oneHot" for OneHot.swift's
    /// function itself.
    private var qualifiedName: String {
        let name = function.prefix { $0 != "(" }
        let type = fileID.split(separator: "/").last?.split(separator: ".").first ?? ""
        return name.lowercased() == type.lowercased() ? String(name) : "\(type).\(name)"
    }
}
