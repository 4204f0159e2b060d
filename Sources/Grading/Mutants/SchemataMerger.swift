import Foundation

/// Collects what differs between an answer and its variants.
struct SchemataMerger {
    /// Why a variant cannot be expressed.
    struct Obstacle: Error {
        let reason: String
    }

    /// The texts that stand in a slot by turns, each with its variants.
    typealias Cases = [(text: String, numbers: [Int])]

    /// A declaration that the answer does not have.
    private struct Addition {
        let outline: SourceOutline
        let part: SourceOutline.Part
        var numbers: [Int]
        var cases: [Int: Cases] = [:]
    }

    private let answer: SourceOutline
    private let places: [String: Int]
    /// By the part's place and the slot's.
    private var cases: [Int: [Int: Cases]] = [:]
    private var additions: [Addition] = []
    private var imports: [String] = []

    init(answer: SourceOutline) {
        self.answer = answer
        places = Dictionary(answer.parts.enumerated().map { ($1.key, $0) }) { first, _ in first }
    }

    /// Takes in a variant as a whole, or not at all.
    mutating func add(_ variant: Schemata.Variant) throws(Obstacle) {
        let outline: SourceOutline
        do {
            outline = try variant.outline.get()
        } catch {
            throw Obstacle(reason: "\(error.reason) is in line \(error.position.line)")
        }
        let before = self
        do throws(Obstacle) {
            try merge(outline, variant.number)
        } catch {
            self = before
            throw error
        }
    }

    private mutating func merge(_ outline: SourceOutline, _ number: Int) throws(Obstacle) {
        var left = Set(places.keys)
        for part in outline.parts {
            guard let place = places[part.key] else {
                // What is in a type that is added comes with it.
                if part.scope.isEmpty || answer.ends[part.scope] != nil { try add(part, of: outline, number) }
                continue
            }
            left.remove(part.key)
            let own = answer.parts[place]
            for (slot, (mine, other)) in zip(own.slots, part.slots).enumerated() {
                let text = outline[other.range].trimmed
                if text != answer[mine.range].trimmed {
                    cases[place, default: [:]][slot, default: []].add(text, number)
                }
            }
        }
        if let missing = answer.parts.first(where: { $0.isPublic && left.contains($0.key) }) {
            throw Obstacle(reason: "the answer's public `\(missing.name)` is not there as the answer has it")
        }
        imports = (imports + outline.imports.filter { !answer.imports.contains($0) }).uniqued()
    }

    private mutating func add(
        _ part: SourceOutline.Part, of outline: SourceOutline, _ number: Int
    ) throws(Obstacle) {
        if let place = additions.firstIndex(where: { $0.part.key == part.key }) {
            let first = additions[place]
            if part.isType, outline[part.range].trimmed != first.outline[first.part.range].trimmed {
                throw Obstacle(reason: "another variant adds another `\(part.name)`: rename one of them")
            }
            additions[place].numbers.append(number)
            for (slot, (mine, other)) in zip(first.part.slots, part.slots).enumerated() {
                let text = outline[other.range].trimmed
                if text != first.outline[mine.range].trimmed {
                    additions[place].cases[slot, default: []].add(text, number)
                }
            }
            return
        }
        let others = answer.parts + additions.map(\.part)
        if !["func", "init", "subscript"].contains(part.keyword),
            others.contains(where: { $0.scope == part.scope && $0.name == part.name })
        {
            throw Obstacle(
                reason: "the answer or another variant has another `\(part.name)`: rename this one")
        }
        additions.append(Addition(outline: outline, part: part, numbers: [number]))
    }

    /// Writes the file.
    func write(to writer: inout SchemataWriter) {
        for module in imports { writer.write("import \(module)\n") }
        var next = 0
        var pieces: [(place: Int, end: Int, write: (inout SchemataWriter) -> Void)] = []
        for (place, slots) in cases {
            for (slot, cases) in slots {
                let slot = answer.parts[place].slots[slot]
                let text = answer[slot.range].trimmed
                pieces.append(
                    (
                        slot.range.lowerBound, slot.range.upperBound,
                        { $0.write(slot.kind, cases, otherwise: text) }
                    ))
            }
        }
        for addition in additions {
            let place = answer.ends[addition.part.scope] ?? answer.count
            pieces.append((place, place, { Self.write(addition, to: &$0) }))
        }
        for piece in pieces.sorted(by: { $0.place < $1.place }) {
            writer.write(answer[next..<piece.place])
            piece.write(&writer)
            next = piece.end
        }
        writer.write(answer[next..<answer.count])
    }

    private static func write(_ addition: Addition, to writer: inout SchemataWriter) {
        writer.owned(by: addition.numbers) { writer in
            writer.write("\n")
            var next = addition.part.range.lowerBound
            for (place, slot) in addition.part.slots.enumerated() {
                guard let cases = addition.cases[place] else { continue }
                writer.write(addition.outline[next..<slot.range.lowerBound])
                writer.write(slot.kind, cases, otherwise: addition.outline[slot.range].trimmed)
                next = slot.range.upperBound
            }
            writer.write(addition.outline[next..<addition.part.range.upperBound] + "\n")
        }
    }
}

extension SchemataMerger.Cases {
    /// Adds a variant to those that have this text.
    fileprivate mutating func add(_ text: String, _ number: Int) {
        if let place = firstIndex(where: { $0.text == text }) {
            self[place].numbers.append(number)
        } else {
            append((text, [number]))
        }
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
