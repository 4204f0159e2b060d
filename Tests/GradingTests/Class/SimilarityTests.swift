import Foundation
import Testing

@testable import Grading

@Suite("Similarity")
struct SimilarityTests {
    /// Five who wrote alone, and what they all share: a beginning that everybody has.
    private let alone = (0..<5).map { style in
        SampleCode.file(SampleCode.statements(30, style: 0) + SampleCode.statements(120, style: style + 1))
    }

    private func similar(_ texts: [String]) -> SimilarSubmissions {
        SimilarSubmissions(texts.map(SampleCode.fingerprints))
    }

    @Test("code written alone is not alike, although its beginning is")
    func independent() {
        let found = similar(alone)
        #expect(found.pairs == [])
        #expect(found.groups == [])
    }

    @Test("a copy with other names, comments, texts and white space is the same code")
    func renamed() {
        let copy = SampleCode.renamed(alone[2])
        #expect(copy != alone[2])
        #expect(SampleCode.fingerprints(copy) == SampleCode.fingerprints(alone[2]))
        #expect(similar(alone + [copy]).groups == [[2, 5]])
    }

    @Test("a copy in another order, and one with lines added, is a pair, and nobody else is")
    func changed() throws {
        let statements = SampleCode.statements(30, style: 0) + SampleCode.statements(120, style: 2)
        let halves = Array(statements[75...] + statements[..<75])
        let added = statements.enumerated().flatMap { $0 % 15 == 7 ? ["let extra = \($0) / 2", $1] : [$1] }
        for copy in [halves, added] {
            let found = similar(alone + [SampleCode.file(copy)])
            #expect(found.pairs.map { [$0.first, $0.second] } == [[1, 5]])
            #expect(try #require(found.pairs.first).share < 1)
            #expect(found.pairsLeftOut == 0)
        }
    }

    @Test("what somebody has taken out of a longer submission is found, and says whose it is")
    func part() throws {
        let half = SampleCode.file(Array(SampleCode.statements(120, style: 2).prefix(80)))
        let pair = try #require(similar(alone + [half]).pairs.first)
        #expect(pair.first == 1)
        #expect(pair.second == 5)
        #expect(pair.secondShare > 0.95)
        #expect(pair.firstShare < 0.8)
    }

    @Test("stubs, and stubs with a line or two, are not alike")
    func stubs() {
        #expect(SampleCode.fingerprints(SampleCode.stub).hashes.isEmpty)
        let short = SampleCode.file(["self.input = input", "return maximum(input, 0)"])
        let found = similar([SampleCode.stub, SampleCode.stub, short, short] + alone)
        #expect(found.pairs == [])
        #expect(found.groups == [])
    }

    @Test("where everybody has the same code but for a line, nobody is alike; who shares more than that is")
    func everybody() {
        let base = SampleCode.statements(150, style: 0)
        let right = (0..<20).map { SampleCode.file(base + SampleCode.statements(4, style: 30 + $0)) }
        #expect(similar(right).pairs == [])
        let two = (0..<2).map {
            SampleCode.file(base + SampleCode.statements(90, style: 60) + ["return \($0) + 2 * 3 - 4"])
        }
        #expect(similar(right + two).pairs.map { [$0.first, $0.second] } == [[20, 21]])
    }

    @Test("nothing is missed by looking rare hashes up first: the same as comparing each with each")
    func complete() {
        var generator = SeededNumbers(seed: 4)
        let codes: [[UInt64]] = (0..<40).map { index in
            // Groups of four share most of what they have, and everybody a few.
            let own = (0..<20).map { _ in UInt64.random(in: 0..<5000, using: &generator) }
            let start = UInt64(10_000 * (1 + index / 4))
            var code = Set(own)
            for hash in start..<start + 400 where Double.random(in: 0..<1, using: &generator) < 0.95 {
                code.insert(hash)
            }
            return code.sorted()
        }
        var finder = PairFinder(codes: codes)
        finder.find()
        let found = Set(finder.pairs.map { [$0.first, $0.second] })
        let counts = Dictionary(codes.joined().map { ($0, 1) }, uniquingKeysWith: +)
        func weight(_ hashes: some Sequence<UInt64>) -> Double {
            hashes.map { log(41 / Double(counts[$0] ?? 1)) }.reduce(0, +)
        }
        var wanted: Set<[Int]> = []
        for first in codes.indices {
            for second in codes.indices where first < second {
                let shared = weight(Set(codes[first]).intersection(codes[second]))
                let share = shared / min(weight(codes[first]), weight(codes[second]))
                if shared >= SimilarSubmissions.leastEvidence, share >= SimilarSubmissions.threshold {
                    wanted.insert([first, second])
                }
            }
        }
        #expect(found == wanted)
        #expect(wanted.count > 10)
        #expect(finder.found == wanted.count)
    }

    @Test("a name that could be another counts as a name, and one of the kit's or of Swift's as itself")
    func names() throws {
        let tokens = try SwiftLexer(
            """
            private func mine(of a: Int, _ b: [Int]) -> Int { let (c, d) = (a, b.count); for e in b where e > c {
            self.kept = matmul(a, columns: d) + kept; } b.map { f, g in f } }; var kept = 1; x.kept; let columns = 2
            """
        ).tokens
        let names = DeclaredNames(in: tokens)
        let renamable = tokens.indices.filter(names.isRenamable).map { tokens[$0].text }
        #expect(Set(renamable) == ["mine", "a", "b", "c", "d", "e", "f", "g", "kept", "columns"])
        #expect(renamable.count { $0 == "kept" } == 3, "x.kept is no name of this file's own")
        #expect(renamable.count { $0 == "columns" } == 1, "an argument's label is the kit's")
    }

    @Test("the lines that two have in common are marked, and the stub's are left out")
    func lines() {
        let own = SampleCode.statements(6, style: 3)
        let left = SampleCode.file(own + ["return input.rowMeans().map { exp($0 - 1) } / 17"])
        let right = SampleCode.renamed(
            SampleCode.file(["return clip(input, min: -2, max: 5).transposed()"] + own))
        let lines = MatchingLines(left, right, stub: .init(SampleCode.stub))
        #expect(lines.left.prefix(7).map(\.matches) == [true, true, true, true, true, true, false])
        #expect(lines.left.first?.number == 9)
        #expect(!lines.left.contains { $0.text.contains("public") })
        #expect(lines.right.first?.matches == false)
        #expect(lines.right.count { $0.matches } > 5)
        #expect(MatchingLines(SampleCode.stub, left, stub: .init(SampleCode.stub)).isEmpty)
    }

    @Test("a file that cannot be read has no code, and a huge one no more hashes than are kept")
    func odd() {
        #expect(SampleCode.fingerprints("let a = \"").hashes.isEmpty)
        let many = (0..<2500).map { "let a = \($0) + \($0 * 7) - \($0 * 3)" }.joined(separator: "\n")
        #expect(SampleCode.fingerprints(many).hashes[SampleCode.path]?.count == 2000)
    }
}
