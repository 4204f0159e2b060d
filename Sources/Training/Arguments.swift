/// Words and options as they were typed, the options' values still as text.
struct Arguments {
    let words: [String]
    private let values: [String: String]

    /// Parts words from options.
    ///
    /// Each option takes a value, after a space or a `=`. Of an option that comes twice the last one counts.
    ///
    /// - Throws: `UsageError` for an option that is not among `options`, or has no value.
    init(_ arguments: some Collection<String>, options: [String]) throws(UsageError) {
        var words: [String] = []
        var values: [String: String] = [:]
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("-") else {
                words.append(argument)
                continue
            }
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let option = String(parts[0])
            guard options.contains(option) else {
                throw UsageError("there is no option \(option). `swift run train --help` has all of them.")
            }
            let value = parts.count > 1 ? String(parts[1]) : rest.popFirst()
            guard let value, !value.isEmpty, !value.hasPrefix("--") else {
                throw UsageError("\(option) wants a value.")
            }
            values[option] = value
        }
        self.words = words
        self.values = values
    }

    /// The options that were given, in alphabetical order.
    var options: [String] { values.keys.sorted() }

    /// The text of an option, if it was given.
    subscript(option: String) -> String? { values[option] }

    /// A whole number, if the option was given.
    func number(_ option: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
        guard let text = values[option] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw UsageError(
                "\(option) wants a whole number from \(range.lowerBound) to \(range.upperBound), not \(text)."
            )
        }
        return number
    }

    /// A finite number, if the option was given.
    func decimal(_ option: String, _ wanted: NumberRange) throws(UsageError) -> Double? {
        guard let text = values[option] else { return nil }
        guard let number = Double(text), number.isFinite, wanted.contains(number) else {
            throw UsageError("\(option) wants a number \(wanted.rawValue), not \(text).")
        }
        return number
    }

    /// One of a few names, if the option was given.
    func name<Kind: RawRepresentable<String> & CaseIterable>(
        _ option: String, of kind: Kind.Type
    ) throws(UsageError) -> Kind? {
        guard let text = values[option] else { return nil }
        guard let name = Kind(rawValue: text) else {
            let names = Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw UsageError("\(option) wants one of \(names); not \(text).")
        }
        return name
    }
}

/// What a number may be, in words.
enum NumberRange: String {
    case aboveZero = "above 0"
    case zeroOrMore = "that is 0 or more"
    case upToThousand = "from 0 to 1000"
    case belowOne = "from 0 to less than 1"

    func contains(_ number: Double) -> Bool {
        switch self {
        case .aboveZero: number > 0
        case .zeroOrMore: number >= 0
        case .upToThousand: (0...1000).contains(number)
        case .belowOne: number >= 0 && number < 1
        }
    }
}
