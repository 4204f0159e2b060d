import Foundation
import Testing

@testable import Grading

@Suite("Mutants")
struct MutatorTests {
    @Test(
        "operators, operands and signs",
        arguments: [
            ("a + b", ["`a +` dropped → b", "`+` → `-` → a - b", "`+ b` dropped → a"]),
            ("a - b", ["`-` → `+` → a + b", "`- b` dropped → a"]),
            ("-a", ["`-` dropped → a"]),
            ("!a", ["`!` dropped → a"]),
            ("a < b", ["`<` → `<=` → a <= b", "`<` → `>=` → a >= b"]),
            ("a .== b", ["`.==` → `.>=` → a .>= b", "`.==` → `.<=` → a .<= b"]),
            ("a && b", ["`&&` → `||` → a || b"]),
            ("a..<b", ["`..<` → `...` → a...b"]),
            ("a[b...]", []),
            (
                "c - a * b",
                [
                    "`-` → `+` → c + a * b", "`- a * b` dropped → c", "`a *` dropped → c - b",
                    "`*` → `/` → c - a / b", "`* b` dropped → c - a",
                ]
            ),
            ("1 - a", ["`1` → `0` → 0 - a", "`1` → `2` → 2 - a", "`-` → `+` → 1 + a"]),
        ])
    func operators(expression: String, expected: [String]) {
        #expect(changes("func f() -> Bool {\n    return ", expression, "\n}\n") == expected)
    }

    @Test(
        "constants",
        arguments: [
            ("0", ["`0` → `1` → 1"]),
            ("7", ["`7` → `6` → 6", "`7` → `8` → 8"]),
            ("0.5", ["`0.5` → `1.0` → 1.0", "`0.5` → `0.25` → 0.25", "`0.5` → `-0.5` → -0.5"]),
            (
                "1e-12",
                ["`1e-12` → `2e-12` → 2e-12", "`1e-12` → `5e-13` → 5e-13", "`1e-12` → `-1e-12` → -1e-12"]
            ),
            ("-0.5", ["`-` dropped → 0.5", "`0.5` → `1.0` → -1.0", "`0.5` → `0.25` → -0.25"]),
            ("true", ["`true` → `false` → false"]),
            ("a.0", ["`0` → `1` → a.1"]),
        ])
    func constants(expression: String, expected: [String]) {
        #expect(changes("var f: Value { ", expression, " }\n") == expected)
    }

    @Test("of the constants next to a bound, the one that another comparison does not give")
    func bounds() {
        #expect(changes("var f: Bool { ", "a >= 3", " }").contains("`3` → `2` → a >= 2"))
        #expect(!changes("var f: Bool { ", "a >= 3", " }").contains("`3` → `4` → a >= 4"))
    }

    @Test(
        "calls, subscripts and names",
        arguments: [
            ("a[i, j]", ["`i` and `j` swapped → a[j, i]"]),
            ("a.rows", ["`rows` → `columns` → a.columns"]),
            ("f(x: a, y: b)", ["`a` and `b` swapped → f(x: b, y: a)"]),
            ("f(a, 1)", ["`a` and `1` swapped → f(1, a)", "`1` → `0` → f(a, 0)", "`1` → `2` → f(a, 2)"]),
            ("f(matrix, 1)", ["`1` → `0` → f(matrix, 0)", "`1` → `2` → f(matrix, 2)"]),
            ("f(matrix, \"\\(a + b)\")", []),
            ("(a, b)", ["`a` and `b` swapped → (b, a)"]),
            ("a.transposed()", ["`.transposed()` dropped → a"]),
            ("a.rowSums()", ["`.rowSums()` dropped → a", "`rowSums` → `columnSums` → a.columnSums()"]),
            ("exp(a)", ["`exp` dropped → (a)"]),
            ("clip(a, min: b)", ["`clip` dropped → (a)", "`a` and `b` swapped → clip(b, min: a)"]),
            ("min(a, b)", ["`min` → `max` → max(a, b)"]),
            (
                "a.reduce(b)",
                [
                    "`.dropFirst()` added → a.dropFirst().reduce(b)",
                    "`.dropLast()` added → a.dropLast().reduce(b)",
                ]
            ),
        ])
    func calls(expression: String, expected: [String]) {
        #expect(changes("func f(_ matrix: Matrix) -> Value {\n    ", expression, "\n}\n") == expected)
    }

    @Test("results")
    func results() {
        #expect(changes("var f: Matrix { ", "a", " }") == ["result negated → -(a)"])
        #expect(changes("func f() throws -> Double { return try ", "a", " }") == ["result negated → -(a)"])
        #expect(
            changes("var f: [A] { ", "[a, b]", " }") == [
                "`[]` returned → []", "`a` and `b` swapped → [b, a]", "`a` dropped → [b]",
                "`b` dropped → [a]",
            ])
    }

    @Test("statements and conditions, but neither strings, comments nor errors")
    func statements() {
        let source = """
            /// 1 + 2
            final class Layer {
                private var steps = 0
                init(_ rate: Double = 0.5) {
                    self.rate = rate
                }
                func step() throws {
                    guard isReady, let a else { throw Failure("\\(a + 1)", 2) }
                    for x in xs {
                        guard x.isGood else { continue }
                        total = x  // 1 + 2
                    }
                    print("1 + 2")
                }
            }
            """
        #expect(
            Mutator.mutants(of: source).map { "\($0.function) | \($0.line) | \($0.mutation)" } == [
                "steps | private var steps = 0 | `0` → `1`",
                "init(_:) | init(_ rate: Double = 0.5) { | `0.5` → `1.0`",
                "init(_:) | init(_ rate: Double = 0.5) { | `0.5` → `0.25`",
                "init(_:) | init(_ rate: Double = 0.5) { | `0.5` → `-0.5`",
                "step() | guard isReady, let a else { throw Failure(\"\\(a + 1)\", 2) } | `isReady` dropped",
                "step() | guard isReady, let a else { throw Failure(\"\\(a + 1)\", 2) } | `isReady` negated",
                "step() | for x in xs { | `.dropFirst()` added",
                "step() | for x in xs { | `.dropLast()` added",
                "step() | guard x.isGood else { continue } | `guard x.isGood` dropped",
                "step() | guard x.isGood else { continue } | `x.isGood` negated",
                "step() | guard x.isGood else { continue } | `continue` → `break`",
                "step() | total = x  // 1 + 2 | `total = x` dropped",
                "step() | print(\"1 + 2\") | `print(\"1 + 2\")` dropped",
            ])
    }

    @Test("what is dropped takes its line with it, and the rest of the file stays")
    func droppedLine() {
        let mutants = Mutator.mutants(of: "func f() {\r\n\tstep()\n\twalk() // é\n}\n")
        #expect(
            mutants.map(\.text) == [
                "func f() {\r\n\twalk() // é\n}\n", "func f() {\r\n\tstep()\n\t // é\n}\n",
            ])
    }

    @Test("equal mutations of equal lines are counted")
    func ordinals() {
        let mutations = Mutator.mutants(of: "var f: Int { (a[1], b[1], c[1], d[1]) }").map(\.mutation)
        #expect(
            mutations.filter { $0.hasPrefix("`1` → `0`") }
                == ["", " (2nd)", " (3rd)", " (4th)"].map { "`1` → `0`\($0)" })
    }

    @Test("a file that the lexer refuses has none")
    func refused() {
        #expect(Mutator.mutants(of: "var f: Int { 1 + \" }").isEmpty)
    }

    @Test("every answer has mutants, none equal to another or to the answer, each with its own name")
    func answers() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.appending(path: "Solutions/Reference")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".swift") }
        try #require(!files.isEmpty)
        for file in files {
            let answer = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            let mutants = Mutator.mutants(of: answer)
            #expect(mutants.count >= 10, "\(file)")
            #expect(Set(mutants.map(\.text)).union([answer]).count == mutants.count + 1)
            #expect(Set(mutants.map { [$0.function, $0.line, $0.mutation] }).count == mutants.count)
            #expect(mutants.allSatisfy { answer.contains($0.line) })
        }
    }

    /// The mutants of a source, each as its mutation and what stands in the place of the part in the middle.
    private func changes(_ before: String, _ part: String, _ after: String) -> [String] {
        Mutator.mutants(of: before + part + after).map { mutant in
            "\(mutant.mutation) → \(mutant.text.dropFirst(before.count).dropLast(after.count))"
        }
    }
}
