/// All variants of an answer in one file, each of which is there when its number is the active one.
///
/// In a body that differs in some variant stands
///
///     switch activeVariant {
///     case 17: …
///     default: the answer's
///     }
///
/// and likewise in a parameter's default and in a property's initial value. What a variant adds is there always.
/// So the package is built once for all of them.
///
/// Source: Untch, Offutt and Harrold, "Mutation Analysis Using Mutant Schemata", 1993.
struct Schemata {
    /// A variant of the file, as it is read.
    struct Variant: Sendable {
        /// 1 or more.
        let number: Int
        let outline: Result<SourceOutline, SwiftLexer.Doubt>

        /// Reads the whole text of a variant.
        init(number: Int, text: String) {
            self.number = number
            do throws(SwiftLexer.Doubt) {
                outline = .success(try SourceOutline(text))
            } catch {
                outline = .failure(error)
            }
        }
    }

    /// The file.
    let text: String
    /// What cannot be expressed, by the variant's number; nothing of it is in the file.
    let refused: [Int: String]
    private let owners: [(lines: ClosedRange<Int>, numbers: [Int])]

    /// Puts an answer and its variants together.
    ///
    /// - Throws: `SwiftLexer.Doubt` when the answer cannot be read.
    init(answer: String, variants: [Variant]) throws(SwiftLexer.Doubt) {
        var merger = SchemataMerger(answer: try SourceOutline(answer))
        var refused: [Int: String] = [:]
        for variant in variants {
            do throws(SchemataMerger.Obstacle) {
                try merger.add(variant)
            } catch {
                refused[variant.number] = error.reason
            }
        }
        var writer = SchemataWriter()
        merger.write(to: &writer)
        text = writer.text
        owners = writer.owners
        self.refused = refused
    }

    /// The variants to which a line of the file belongs; none for a line that all share.
    func variants(atLine line: Int) -> [Int] {
        owners.filter { $0.lines.contains(line) }.min { $0.lines.count < $1.lines.count }?.numbers ?? []
    }
}
