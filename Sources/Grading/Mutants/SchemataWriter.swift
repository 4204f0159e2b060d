/// Writes a file of schemata, and keeps account of whose lines are whose.
struct SchemataWriter {
    private(set) var text = ""
    private(set) var owners: [(lines: ClosedRange<Int>, numbers: [Int])] = []
    private var line = 1

    mutating func write(_ text: some StringProtocol) {
        self.text += text
        line += text.utf8.count { $0 == UInt8(ascii: "\n") }
    }

    /// Notes that the lines which are written in `body` are of these variants.
    mutating func owned(by numbers: [Int], _ body: (inout SchemataWriter) -> Void) {
        let first = line
        body(&self)
        owners.append((first...line, numbers))
    }

    /// Writes what stands in a slot: for each variant its own text, for all others the answer's.
    mutating func write(
        _ kind: SourceOutline.Slot.Kind, _ cases: SchemataMerger.Cases, otherwise answer: String
    ) {
        write(kind == .value ? " {\n" : "\n")
        write("switch activeVariant {\n")
        for (text, numbers) in cases {
            owned(by: numbers) { writer in
                writer.write("case \(numbers.map(String.init).joined(separator: ", ")):\n")
                writer.write(text, as: kind)
            }
            write("\n")
        }
        write("default:\n")
        write(answer, as: kind)
        write("\n}\n")
        if kind == .value { write("}()\n") }
    }

    /// A function within holds a body that gives a value: so the compiler names the variant that gives none.
    private mutating func write(_ text: String, as kind: SourceOutline.Slot.Kind) {
        switch kind {
        case .value: write(text)
        // The end of an initialiser is where the compiler says what was not initialised.
        case .statements: write("\(text)\nreturn")
        case .result(let signature, let isThrowing):
            write("func variantBody() \(signature) {\n\(text)\n}\n")
            write("return \(isThrowing ? "try " : "")variantBody()")
        }
    }
}
