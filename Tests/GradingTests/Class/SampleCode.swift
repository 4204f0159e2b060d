@testable import Grading

/// Code that was written independently, and code that was not.
enum SampleCode {
    static let path = "Sources/Student/Linear.swift"

    static let stub = """
        import LinearAlgebra

        /// A layer.
        public final class Linear: Layer {
            private var input: Matrix?

            public func forward(_ input: Matrix) throws -> Matrix {
                // fill your code here
                throw FillYourCodeHere()
            }
        }

        """

    /// A class body of `count` different statements, so long that being alike is no accident.
    ///
    /// - Parameters:
    ///   - count: How many.
    ///   - style: Whose way of writing it is.
    /// - Returns: A line each.
    static func statements(_ count: Int, style: Int) -> [String] {
        (0..<count).map { index in
            let factor = (index * 7 + style * 13) % 97
            return switch (index + style) % 5 {
            case 0: "let sum\(index) = input.rowSums() * \(factor)"
            case 1: "guard input.rows > \(factor) else { throw ShapeError(operation: \"\(index)\") }"
            case 2: "for row in 0..<\(factor) { total += input[row, \(index % 9)] }"
            case 3: "let part\(index) = try matmul(input, weight.transposed()) - \(factor).5"
            default: "if input.columns == \(factor) { return input.map { $0 * \(factor) + \(index) } }"
            }
        }
    }

    static func file(_ statements: [String], comment: String = "// Here.") -> String {
        let body = statements.map { "        \($0) \(comment)" }.joined(separator: "\n")
        return stub.replacing("        throw FillYourCodeHere()", with: body)
    }

    /// The same code with other names, texts, comments and white space.
    static func renamed(_ text: String) -> String {
        text.replacing(/\b(sum|part)(\d+)/) { "my\($0.2)th" }.replacing(/\brow\b/, with: "each")
            .replacing(/"\d+"/, with: "\"something else\"").replacing("// Here.", with: "/* mine */\n\n")
            .replacing(" else {", with: "\n            else {")
    }

    static func fingerprints(_ text: String) -> Fingerprints {
        Fingerprints(of: [path: text], stubs: [path: stub])
    }
}
