import Foundation
import Testing

@testable import Grading

@Suite("Allowed code")
struct AllowedCodeTests {
    @Test(
        "any other import is refused, however it is written",
        arguments: [
            "import Foundation", "  import Glibc", "import Foundation.NSObject",
            "import struct Foundation.Date",
            "import func Glibc.exit", "@_exported import Foundation", "@preconcurrency import Foundation",
            "@testable import StudentTests", "@_spi(Anything) import Foundation",
            "@_implementationOnly import Glibc",
            "public import Foundation", "internal import Foundation", "private import Testing",
            "package import Darwin",
            "import LinearAlgebra; import Foundation", "import/* LinearAlgebra */Foundation",
            "import // LinearAlgebra\n    Foundation", "import\nFoundation", "import `Foundation`",
            "#if canImport(Glibc)\nimport Glibc\n#endif", "#if false\nimport Foundation\n#endif",
            "#if DEBUG\n#elseif os(Linux)\nimport Foundation\n#else\nimport Darwin\n#endif",
            "// a comment that ends here\rimport Foundation", "/* /* */ */ import Foundation",
            "let a = \"\\(1)\"; import Foundation", "import Reference", "import Testing", "import Student",
            "let a = #\"\"#; import Foundation", "let s = \"\"\"\n  \"\n  \"\"\"\nimport Foundation",
            "enum import2 { }; import Foundation",
        ])
    func imports(code: String) {
        let errors = errors(code)
        #expect(errors.contains { $0.message.hasPrefix("refused: students' files import LinearAlgebra and") })
        #expect(errors.allSatisfy { $0.kind == .refused && $0.position != nil })
    }

    @Test("the place is the one that the compiler would name")
    func place() {
        #expect(places("/* é */ import Foundation") == ["1:10"])
        #expect(places("import LinearAlgebra\r\n\tlet a = 1; import Glibc") == ["2:13"])
        #expect(places("let s = \"\"\"\n    a\n    \"\"\"\n  @objc func f() {}") == ["4:3"])
        #expect(places("let a = \"\\(_typeByName(\"x\"))\"") == ["1:12"])
    }

    @Test(
        "words in comments and in strings are no offence, nor are labels, members and names of one's own",
        arguments: [
            "import LinearAlgebra\nimport NeuralNetwork", "import struct LinearAlgebra.Matrix",
            "// import Foundation, unsafe, @_silgen_name, #externalMacro",
            "/* import /* Glibc */ _typeByName */",
            "let a = \"import Foundation\"", "let a = #\"import \"Foundation\" \\(exit)\"#",
            "let a = \"\"\"\n    import Foundation \\\n    @objc \"\" unsafe\n    \"\"\"",
            "let a = \"\\(\"nested \\(1 + 2) import Glibc\")\"", "f(import: 1)", "let a = b.import",
            "private var _input: Int? ; func f() { _ = _input }", "func f(_ x: Int) { g(x) { $0 + 1 } }",
            "let β = 0.9, θ̂ = 1.0", "let a = 1 / 2, b = c/d, e = (f)/g, h = i[0]/2, j = 1.5e-3/k",
            "var a = 1.0; a /= 2; a/=3", "let a = b\n    / c", "let a = x .< 0; let b = 1...3",
            "@discardableResult func f() -> Int { 1 }",
            "@propertyWrapper struct Cached { }\nstruct A { @Cached var a: Int }",
            "let a = #file + #function", "#if os(Linux)\nlet a = 1\n#else\nlet a = 2\n#endif",
            "extension Matrix { func squared() -> Matrix { self * self } }",
            "extension Matrix {\n    static func filled() -> Matrix { .zeros(rows: 1, columns: 1) }\n}",
            "private struct Cache: Equatable { var a = 1 }\nextension Cache: Comparable { static func < (a: Self, b: Self) -> Bool { true } }",
            "struct Pair: Equatable { static func == (a: Pair, b: Pair) -> Bool { true } }",
            "switch a { case .class: break\n@unknown default: break }", "let t = type(of: a).self",
            "final class Helper { private(set) var operator2 = 1; class func make() {} ; class var a: Int { 1 } }",
            "func f() { func == (a: Int, b: Int) -> Bool { true } }", "let isClose = 1", "let a = b ? c : d",
        ])
    func allowed(code: String) {
        #expect(errors(code).map(\.description) == [])
    }

    @Test(
        "attributes that are not on the list are refused",
        arguments: [
            "@_silgen_name(\"exit\") func leave(_ status: Int32)",
            "@_extern(c, \"exit\") func leave(_ status: Int32)",
            "@_cdecl(\"write\") func write2() {}", "@c func isatty(_ a: Int32) -> Int32 { 1 }",
            "@c(isatty) func f() {}",
            "@_transparent func f() {}", "@_disfavoredOverload func f() {}", "@_spi(A) func f() {}",
            "@objc class A {}",
            "@main struct A { static func main() {} }", "@unsafe func f() {}", "@safe func f() {}",
            "@section(\"a\") @used let a = 1", "@_semantics(\"x\") func f() {}",
            "@_dynamicReplacement(for: f) func g() {}",
            "@ _silgen_name(\"exit\") func leave()", "@/* */_silgen_name(\"exit\") func leave()",
            "extension Int: @retroactive Error {}", "let f: @convention(c) () -> Void",
            "@specialized func f() {}",
            "#if false\n@_silgen_name(\"exit\") func leave()\n#endif", "@Outer.Wrapper var a = 1",
            "struct _silgen_name {}\n@_silgen_name(\"exit\") func leave()",
            "struct c {}\n@c func f() {}",
            "@`_cdecl`(\"a\") func f() {}",
        ])
    func attributes(code: String) {
        #expect(errors(code).contains { $0.message.contains("is not needed here") })
    }

    @Test(
        "what is unsafe, a pointer, or Swift's own is refused",
        arguments: [
            "let a = unsafe b", "let a = unsafeBitCast(b, to: Int.self)", "var p: UnsafeMutablePointer<Int>",
            "a.withUnsafeBufferPointer { _ in }", "unowned(unsafe) let a: A", "nonisolated(unsafe) var a = 1",
            "let a: OpaquePointer? = nil", "Unmanaged.passRetained(a)", "let a: any CVarArg",

            "_typeByName(\"a\")", "let a = [1].`withUnsafeBytes`", "x.unsafelyUnwrapped",
            "\"\\(unsafeAddress)\"",
            "let f = _openExistential", "#if false\nlet a = unsafe b\n#endif", "var a: Builtin.Int64",
            "extension Array { func f() { _swift_stdlib_write() } }",
        ])
    func unsafe(code: String) {
        let messages = errors(code).map(\.message)
        #expect(
            messages.contains {
                $0.contains("leads past Swift's checks") || $0.contains("Swift's own library")
            })
    }

    @Test(
        "macros, plug-ins and directives that mislead the compiler's messages are refused",
        arguments: [
            "macro a() = #externalMacro(module: \"A\", type: \"B\")",
            "#sourceLocation(file: \"Tests/A.swift\", line: 1)",
            "let a = #stringify(1)", "#expect(true)", "let a = #dsohandle", "let a = #embed(\"x\")",
            "@freestanding(expression) macro a() -> Int",
            "#if false\n#externalMacro(module: \"A\", type: \"B\")\n#endif",
        ])
    func macros(code: String) {
        #expect(!errors(code).isEmpty)
    }

    @Test(
        "what can be read in two ways is refused",
        arguments: [
            "let a = /abc/", "let a = (/\"/); import Foundation // \"", "f(/a/)", "let a = #/abc/#",
            "/**//abc/",
            "let a = \"abc", "let a = \"\"\"\nabc", "/* never ends", "/* /* */", "let a = 'x'",
            "let a = #\"\"\"#",
            "let a = ##\"\"\"\nabc\n\"\"\"##", "let a = \"\\(b\n)\"", "let a = \"\\(b /* ) */)\"",
            "let a = b\u{0}",
            "let a = 1\u{200B}", "let a\u{00A0}= 1", "let a = b ÷ c", "let `a b` = 1", "#!/usr/bin/swift",
            "let a = <#code#>",
            "let a = !/b/", "let a = x ? /a/ : /b/", "return/*c*//a/", "return/a/", "throw/a/", "try/a/",
            "if b {}/a/", "let a = ¬/b/", "let a = \u{202E}1",
        ])
    func doubts(code: String) {
        #expect(errors(code).count == 1)
        #expect(errors(code).first?.message.hasSuffix("is here.") == true)
    }

    @Test(
        "nothing is declared that tests would see or use in the place of what they mean",
        arguments: [
            ("public func == (a: Matrix, b: Matrix) -> Bool { true }", "compares what is not yours"),
            ("func == (a: Matrix, b: Matrix) -> Bool { true }", "compares what is not yours"),
            ("func ==<T>(a: T, b: T) -> Bool { true }", "compares what is not yours"),
            ("func < (a: Double, b: Double) -> Bool { true }", "compares what is not yours"),
            (
                "extension Matrix { static func == (a: Matrix, b: Matrix) -> Bool { true } }",
                "compares what is not"
            ),
            (
                "extension Matrix { func isClose(to other: Matrix) -> Bool { true } }",
                "compares what is not yours"
            ),
            (
                "extension Double { static func == (a: Double, b: Double) -> Bool { true } }",
                "compares what is not"
            ),
            ("func isClose(_ a: Matrix) -> Bool { true }", "compares what is not yours"),
            (
                "#if false\nfunc == (a: Matrix, b: Matrix) -> Bool { true }\n#endif",
                "compares what is not yours"
            ),
            ("infix operator ==: ComparisonPrecedence", "operators cannot be declared"),
            ("precedencegroup A { }", "operators cannot be declared"),
            ("extension Matrix: Error {}", "not a type of yours"),
            ("extension LinearAlgebra.Matrix: Error {}", "not a type of yours"),
            ("extension Double: Error {}", "not a type of yours"),
            ("typealias M = Matrix\nextension M: Error {}", "not a type of yours"),
            ("enum E { typealias M = Matrix }\nextension E.M: Error {}", "not a type of yours"),
            ("enum E { struct Double {} }\nextension Double: Error {}", "not a type of yours"),
            ("#if false\nstruct Double {}\n#endif\nextension Double: Error {}", "not a type of yours"),
            ("extension Array: Error where Element == Matrix {}", "not a type of yours"),
            ("public func abs(_ x: Double) -> Double { 0 }", "not public in the stub"),
            ("open class Helper {}", "not public in the stub"),
            ("package func f() {}", "not public in the stub"),
            ("public let tolerance = 1.0", "not public in the stub"),
            ("public typealias A = Int", "not public in"),
            ("@available(macOS 1, *) public\nfunc f() {}", "not public in the stub"),
            ("public extension Matrix { func f() {} }", "not public in the stub"),
            ("extension Matrix { public func f() {} }", "not public in the stub"),
            ("extension Matrix { public subscript(a: Int) -> Int { a } }", "not public in the stub"),
            ("extension Matrix { public private(set) var a: Int { 1 } }", "not public in the stub"),
            ("extension ReLU { public struct Magic {} }", "not public in the stub"),
            (
                "extension ReLU { public func forward(_ a: Matrix) -> Int { 1 } }",
                "there is a public `forward` already"
            ),
            ("struct Matrix {}", "the kit's own"), ("typealias Layer = Int", "the kit's own"),
            ("final class Linear {}", "`Linear` belongs to Sources/Student/Linear.swift"),
        ])
    func steering(code: String, reason: String) {
        let errors = errors("\(code)\n\(Self.relu)")
        #expect(errors.contains { $0.message.contains(reason) }, "\(errors)")
    }

    @Test(
        "a file that is made to keep the reader busy is read all the same",
        arguments: [
            ("{", 0), ("}", 0), ("(", 0), ("\"\\(", 1), ("/*", 1), ("[(", 0), ("@", 20), ("import a;", 20),
            ("public func a(){}", 20), ("struct a{", 0), ("enum a{case b;", 0), ("#if a\n", 0),
            ("extension a:b{}", 20),
            ("`a", 1), ("\"\"\"", 0), ("a/", 0), ("_a ", 20), ("public func forward(){}", 20),
        ])
    func bulk(piece: String, count: Int) {
        let text = String(repeating: piece, count: StudentFiles.sizeLimit / 4 / piece.utf8.count)
        #expect(errors(text).count >= count / 20)
        #expect(errors(text).count <= 60)
    }

    @Test("the stubs, the answers, and every wrong or right answer that was ever tried are allowed")
    func corpus() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let rubric = try Rubric.load(from: root)
        let stubs = try Stubs.load(for: rubric, from: root)
        let allowed = AllowedCode(stubs: stubs)
        #expect(allowed.errors(in: stubs).map(\.description) == [])
        var tried = 0
        for exercise in rubric.exercises {
            guard let source = exercise.source, let answer = exercise.answer else { continue }
            let text = try String(contentsOf: root.appending(path: answer), encoding: .utf8)
            #expect(allowed.errors(in: [source: text]).map(\.description) == [])
            let entries = try WrongAnswers.load(forAnswer: answer, from: root)
            for entry in entries.wrong + entries.correct + entries.attempts {
                let edited = try entry.text(from: text)
                #expect(
                    allowed.errors(in: [source: edited]).map(\.description) == [],
                    "\(exercise.id): \(entry.name)")
                tried += 1
            }
        }
        #expect(tried > 500)
    }

    private static let relu = """
        public final class ReLU: Layer {
            public func forward(_ input: Matrix) throws -> Matrix { input }
        }
        """

    private func errors(_ code: String) -> [SourceError] {
        let linear =
            "public final class Linear: Layer { public func forward(_ input: Matrix) throws -> Matrix { input } }"
        let stubs = ["Sources/Student/ReLU.swift": Self.relu, "Sources/Student/Linear.swift": linear]
        return AllowedCode(stubs: stubs).errors(in: ["Sources/Student/ReLU.swift": code])
    }

    private func places(_ code: String) -> [String] {
        errors(code).compactMap(\.position).map { "\($0.line):\($0.column)" }
    }
}
