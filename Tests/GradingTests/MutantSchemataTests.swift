import Testing

@testable import Grading

@Suite("Mutant schemata")
struct MutantSchemataTests {
    private static let answer = """
        import NeuralNetwork

        public final class A: Layer {
            private var steps = 0
            public var twice: [Int] { [steps, steps] }

            public init(slope: Double = 0.01) throws {
                steps = 1
            }

            public func f(_ x: Int) throws -> Int {
                x - 1
            }
        }

        """

    @Test("a body with a value stands in a function of its own, so that it may do without return")
    func result() throws {
        let schemata = try schemata([("x - 1", "x + 1"), ("x - 1", "let y = x\n        return y")])
        #expect(
            schemata.text
                == Self.answer.replacing(
                    "\n        x - 1\n    ",
                    with: """

                        switch activeVariant {
                        case 1:
                        func variantBody() throws -> Int {
                        x + 1
                        }
                        return try variantBody()
                        case 2:
                        func variantBody() throws -> Int {
                        let y = x
                                return y
                        }
                        return try variantBody()
                        default:
                        func variantBody() throws -> Int {
                        x - 1
                        }
                        return try variantBody()
                        }

                        """))
    }

    @Test("variants of one text share a case")
    func shared() throws {
        let text = try schemata([("x - 1", "x"), ("x - 1", "0"), ("x - 1", "x")]).text
        #expect(text.contains("case 1, 3:\n"))
        #expect(text.contains("case 2:\n"))
    }

    @Test("a computed property is a body that throws nothing")
    func computed() throws {
        let text = try schemata([("[steps, steps]", "[]")]).text
        #expect(text.contains("case 1:\nfunc variantBody() -> [Int] {\n[]\n}\nreturn variantBody()\n"))
    }

    @Test("in an initialiser the compiler can say at each variant's end what it leaves out")
    func initialiser() throws {
        let text = try schemata([("steps = 1", "")]).text
        #expect(text.contains("case 1:\n\nreturn\ndefault:\nsteps = 1\nreturn\n}\n}\n"))
    }

    @Test("a generic function with an inout parameter, and one without a value")
    func signatures() throws {
        let answer = """
            public func f<T: P>(_ x: Int, by g: inout some G) throws -> [[Int]] where T: Q { [] }
            func h() { a() }
            """
        let text = try Schemata(
            answer: answer,
            variants: [
                .init(number: 1, text: answer.replacing("{ [] }", with: "{ [[x]] }")),
                .init(number: 2, text: answer.replacing("a()", with: "b()")),
            ]
        ).text
        #expect(text.contains("case 1:\nfunc variantBody() throws -> [[Int]] {\n[[x]]\n}\n"))
        #expect(text.contains("case 2:\nb()\nreturn\ndefault:\na()\nreturn\n"))
    }

    @Test("a parameter's default and a property's initial value are chosen by a closure")
    func values() throws {
        let text = try schemata([("0.01", "0.1"), ("steps = 0", "steps = 9")]).text
        #expect(
            text.contains(
                "slope: Double = {\nswitch activeVariant {\ncase 1:\n0.1\ndefault:\n0.01\n}\n}()\n)"))
        #expect(text.contains("var steps = {\nswitch activeVariant {\ncase 2:\n9\ndefault:\n0\n}\n}()\n"))
    }

    @Test("what a variant adds is there for all: members, functions, types, imports")
    func additions() throws {
        let schemata = try schemata([
            ("    private var steps = 0\n", "    private var steps = 0\n    private var total = 0.0\n"),
            ("import NeuralNetwork\n", "import LinearAlgebra\nimport NeuralNetwork\n"),
            (
                "        x - 1\n    }\n}\n",
                "        g(x)\n    }\n}\n\nprivate func g(_ x: Int) -> Int { x }\n"
            ),
            ("public final class A", "private struct S {\n    var n = 0\n}\n\npublic final class A"),
        ])
        #expect(schemata.refused == [:])
        let text = schemata.text
        #expect(text.hasPrefix("import LinearAlgebra\nimport NeuralNetwork\n"))
        #expect(text.contains("\nprivate var total = 0.0\n"))
        #expect(text.contains("\nprivate func g(_ x: Int) -> Int { x }\n"))
        #expect(text.contains("\nprivate struct S {\n    var n = 0\n}\n"))
        #expect(text.contains("case 3:\nfunc variantBody() throws -> Int {\ng(x)\n}\n"))
    }

    @Test("two variants may add one function with two bodies")
    func sameAddition() throws {
        let text = try schemata([
            ("public func", "private func g() -> Int { 1 }\n    public func"),
            ("public func", "private func g() -> Int { 2 }\n    public func"),
        ]).text
        #expect(text.ranges(of: "func g()").count == 1)
        #expect(text.contains("case 2:\nfunc variantBody() -> Int {\n2\n}\nreturn variantBody()\ndefault:\n"))
    }

    @Test(
        "what cannot be put into one file is refused, with the reason, and leaves nothing behind",
        arguments: [
            ("private var steps = 0", "private var steps: [Int] = []", "another `steps`: rename this one"),
            ("public func f", "public func g", "the answer's public `f` is not there"),
            ("x - 1", "x /- 1", "a slash that may begin a regular expression"),
        ])
    func refused(original: String, replacement: String, reason: String) throws {
        let schemata = try schemata([(original, replacement)])
        #expect(schemata.text == Self.answer)
        #expect(try #require(schemata.refused[1]).contains(reason))
    }

    @Test("two variants that add different things of one name are told of: the second is refused")
    func conflict() throws {
        let schemata = try schemata([
            ("public func", "private var n = 0\n    public func"),
            ("public func", "private var n = 0.5\n    public func"),
            ("public func", "private var n: Int?\n    public func"),
        ])
        #expect(schemata.refused.keys.sorted() == [3])
        #expect(
            schemata.text.contains(
                "private var n = {\nswitch activeVariant {\ncase 2:\n0.5\ndefault:\n0\n}\n}()\n"))
    }

    @Test("each line is its variants' own, or nobody's")
    func lines() throws {
        let schemata = try schemata([("x - 1", "x + 1"), ("x - 1", "0"), ("steps = 1", ""), ("x - 1", "0")])
        let lines = schemata.text.split(separator: "\n", omittingEmptySubsequences: false)
        let owners = { (text: String) in
            try schemata.variants(atLine: #require(lines.firstIndex { $0 == text }) + 1)
        }
        #expect(try owners("x + 1") == [1])
        #expect(try owners("0") == [2, 4])
        #expect(try owners("x - 1") == [])
        #expect(try owners("case 3:") == [3])
        #expect(try owners("    private var steps = 0") == [])
    }

    @Test("a file without bodies has all else")
    func withoutBodies() throws {
        #expect(
            try SourceOutline(Self.answer).withoutBodies
                == Self.answer.replacing(" [steps, steps] ", with: " fatalError() ")
                .replacing("\n        steps = 1\n    ", with: " fatalError() ")
                .replacing("\n        x - 1\n    ", with: " fatalError() "))
    }

    private func schemata(_ edits: [(original: String, replacement: String)]) throws -> Schemata {
        try Schemata(
            answer: Self.answer,
            variants: edits.enumerated().map { place, edit in
                let text = Self.answer.replacing(edit.original, with: edit.replacement)
                #expect(text != Self.answer)
                return .init(number: place + 1, text: text)
            })
    }
}
