import Foundation
import Testing

@testable import Grading

/// What can happen to a stream on its way must not turn a failure into a pass.
///
/// Some things no reader can find: a stream made up as a whole; two tests whose ids are exchanged in every line;
/// parts of two runs with the same number of issues in each suite, or, when there is no end with sums in it, of
/// any two runs; the one line that says that a case of a parameterised test was cancelled. What is tried here is
/// all else: what is damaged in one to three places.
@Suite("Damaged records")
struct RecordFuzzTests {
    @Test("streams with damage at random award nothing that the whole stream does not", arguments: 0..<8)
    func damage(seed: UInt64) {
        var generator = SplitMix(state: seed)
        let runs = Run.all
        for index in 0..<150 {
            let run = runs[index % runs.count]
            var data = run.data
            var damages: [String] = []
            for _ in 0...Int.random(in: 0..<3, using: &generator) {
                let damage = Damage.allCases.randomElement(using: &generator) ?? .dropLine
                let other = runs.filter(run.isTold(from:)).randomElement(using: &generator) ?? run
                data = damage.applied(to: data, other: other.data, using: &generator)
                damages.append("\(damage)")
            }
            let won = run.won(by: data)
            #expect(
                won == [], "seed \(seed), case \(index): \(damages)\n\(String(decoding: data, as: UTF8.self))"
            )
        }
    }

    @Test("any two lines may be gone, and nothing is won by it", arguments: Run.all.indices)
    func goneLines(index: Int) {
        let run = Run.all[index]
        let lines = run.lines
        for first in lines.indices {
            for second in first..<lines.count {
                var rest = lines
                rest.remove(at: second)
                if first != second { rest.remove(at: first) }
                let won = run.won(by: EventStream.data(rest))
                #expect(won == [], "\(lines[first])\n\(lines[second])")
            }
        }
    }

    @Test("a failing issue that is gone is missed, also when the test's end says what another's says")
    func goneIssue() {
        for run in Run.all {
            let lines = run.lines
            let ends = lines.indices.filter { lines[$0].contains("testEnded") }
            for issue in lines.indices.reversed() where lines[issue].contains("issueRecorded") {
                for (one, two) in ends.flatMap({ one in ends.map { (one, $0) } }) {
                    var forged = lines
                    Damage.exchange("messages", one, two, in: &forged)
                    forged.remove(at: issue)
                    #expect(run.won(by: EventStream.data(forged)) == [])
                }
            }
        }
    }

    @Test("a stream may end at any byte")
    func everyPrefix() {
        for run in Run.all {
            for count in stride(from: 0, to: run.data.count, by: 29) {
                #expect(run.won(by: run.data.prefix(count)) == [], "\(count)")
            }
        }
    }

    @Test("JSON that is deep, huge or odd is a line that cannot be read")
    func oddLines() {
        let deep = String(repeating: "[", count: 200_000)
        for line in [deep, "{\"kind\":" + deep, "null", "1e999999", "\"\\ud800\"", "{\"kind\":\"event\"}"] {
            #expect(throws: BrokenRecord(reason: "a line of it cannot be read")) {
                try RunRecord(EventStream.data([line])).verdicts(on: [], after: .exited(0), limits: Limits())
            }
        }
    }
}

/// A stream with all that streams have in them, how its process ended, and what it is worth.
private struct Run: Sendable {
    let lines: [String]
    let data: Data
    let exit: ChildProcess.Exit
    private var intact: Set<TestName> = []

    /// The tests that pass with this stream in place of the run's own, and do not with that.
    func won(by data: Data) -> Set<TestName> { passed(data).subtracting(intact) }

    /// Whether a part of the other run in this one can be found out: the other as a whole must not fit this
    /// one's exit, and where the process died there are no sums to hold the parts to.
    func isTold(from other: Run) -> Bool {
        lines == other.lines || exit.isByItself && exit.status != other.exit.status
    }

    private func passed(_ data: Data) -> Set<TestName> {
        let verdicts = try? RunRecord(data).verdicts(on: Self.tests, after: exit, limits: Limits())
        return Set((verdicts ?? [:]).filter { $1.status == .passed }.keys)
    }

    static let all = [
        Run(failing: ["b()", "e(n:)", "M.TwoTests/h()"], dying: nil),
        Run(failing: ["e(n:)"], dying: nil),
        Run(failing: [], dying: nil),
        Run(failing: ["a()", "b()", "e(n:)"], dying: "f()"),
    ]

    private static let functions =
        ["a()", "b()", "c()", "d(n:)", "e(n:)", "f()", "k()"]
        + ["M.TwoTests/g()", "M.TwoTests/h()"]
    private static let tests = functions.compactMap { TestName(EventStream.id($0)) }

    private init(failing: Set<String>, dying: String?) {
        var stream = EventStream()
        for function in Self.functions {
            if function == dying {
                stream.start(function)
                break
            } else if failing.contains(function) {
                stream.fail(function, "Expectation failed: x", details: "why")
            } else if function == "c()" {
                stream.skip(function)
            } else if function == "k()" {
                stream.cancel(function)
            } else if function == "f()" {
                stream.start(function)
                stream.issue(in: function, "Expectation failed: known", isFailure: false)
                stream.end(function)
            } else {
                stream.pass(function)
            }
        }
        lines = stream.lines
        data = stream.data
        exit = dying == nil ? .exited(stream.exitStatus) : .signalled(SIGILL)
        intact = passed(data)
    }
}

/// Something that happens to a stream.
private enum Damage: CaseIterable {
    case truncate, flipByte, insertByte, deleteBytes
    case dropLine, repeatLine, swapLines, moveLine
    case spliceEnd, spliceLines
    case exchangeTestIDs, exchangeKinds, exchangeMessages, exchangeIssues, exchangePayloads

    func applied(to data: Data, other: Data, using generator: inout SplitMix) -> Data {
        guard !data.isEmpty else { return data }
        var data = data
        let place = Int.random(in: 0..<data.count, using: &generator)
        switch self {
        case .truncate: return data.prefix(place)
        case .flipByte: data[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case .insertByte: data.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        case .deleteBytes:
            data.removeSubrange(place..<min(data.count, place + Int.random(in: 1...9, using: &generator)))
        default:
            var lines = Self.lines(data)
            let others = Self.lines(other)
            let one = lines.indices.randomElement(using: &generator) ?? 0
            let two = lines.indices.randomElement(using: &generator) ?? 0
            let three = others.indices.randomElement(using: &generator) ?? 0
            guard !lines.isEmpty, !others.isEmpty else { return data }
            switch self {
            case .dropLine: lines.remove(at: one)
            case .repeatLine: lines.insert(lines[one], at: two)
            case .swapLines: lines.swapAt(one, two)
            case .moveLine: lines.insert(lines.remove(at: one), at: min(two, lines.count))
            case .spliceEnd: lines.replaceSubrange(one..., with: others[three...])
            case .spliceLines:
                lines.replaceSubrange(
                    min(one, two)...max(one, two), with: others[three...].prefix(abs(one - two) + 1))
            case .exchangeTestIDs: Self.exchange("testID", one, two, in: &lines)
            case .exchangeKinds: Self.exchange("kind", one, two, in: &lines)
            case .exchangeMessages: Self.exchange("messages", one, two, in: &lines)
            case .exchangeIssues: Self.exchange("issue", one, two, in: &lines)
            default: Self.exchange(nil, one, two, in: &lines)
            }
            return EventStream.data(lines)
        }
        return data
    }

    /// Exchanges a field of two lines' payloads, or the payloads.
    static func exchange(_ field: String?, _ one: Int, _ two: Int, in lines: inout [String]) {
        guard one != two, var first = object(lines[one]), var second = object(lines[two]) else { return }
        if let field {
            guard var payload = first["payload"] as? [String: Any],
                var other = second["payload"] as? [String: Any]
            else { return }
            (payload[field], other[field]) = (other[field], payload[field])
            (first["payload"], second["payload"]) = (payload, other)
        } else {
            (first["payload"], second["payload"]) = (second["payload"], first["payload"])
        }
        for (index, object) in [(one, first), (two, second)] {
            guard let data = try? JSONSerialization.data(withJSONObject: object) else { continue }
            lines[index] = String(decoding: data, as: UTF8.self)
        }
    }

    private static func object(_ line: String) -> [String: Any]? {
        try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    }

    private static func lines(_ data: Data) -> [String] {
        data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
            .map { String(decoding: $0, as: UTF8.self) }
    }
}

/// Numbers that are the same for the same seed.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
