/// The words after the program's name, taken apart: options with their values, and the other words.
struct Arguments {
    /// The options that some command takes.
    enum Option: String, CaseIterable {
        case solutions = "--solutions"
        case all = "--all"
        case format = "--format"
        case output = "--output"
        case timeout = "--timeout"
        case memory = "--memory"
        case out = "--out"
        case jobs = "--jobs"
        case shard = "--shard"

        var takesValue: Bool { self != .solutions && self != .all }
    }

    /// What is no option, in order.
    let words: [String]
    private let values: [Option: String]

    /// Takes the words apart; `--option=value` and `--option value` say the same.
    ///
    /// - Throws: `GradingError.usage` for an option that no command takes, or that has no value.
    init(_ arguments: [String]) throws(GradingError) {
        var words: [String] = []
        var values: [Option: String] = [:]
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("-") else {
                words.append(argument)
                continue
            }
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let option = Option(rawValue: String(parts[0])), option.takesValue || parts.count == 1
            else {
                throw .usage("there is no option \(argument).")
            }
            guard option.takesValue else {
                values[option] = ""
                continue
            }
            guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst(), !value.isEmpty else {
                throw .usage("\(option.rawValue) wants a value.")
            }
            values[option] = value
        }
        self.words = words
        self.values = values
    }

    /// Whether an option that takes no value is there.
    func has(_ option: Option) -> Bool { values[option] != nil }

    /// The value of an option, where it is there.
    func value(of option: Option) -> String? { values[option] }

    /// The number that follows an option, where it is there.
    ///
    /// - Throws: `GradingError.usage` for what is no number of that range.
    func number(of option: Option, in range: ClosedRange<Int>) throws(GradingError) -> Int? {
        guard let text = values[option] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            let wanted = "a number from \(range.lowerBound) to \(range.upperBound)"
            throw .usage("\(option.rawValue) wants \(wanted), not \(text).")
        }
        return number
    }

    /// Refuses the options that a command does not take.
    ///
    /// - Throws: `GradingError.usage` that names the first of them.
    func allow(_ options: Set<Option>, for command: String) throws(GradingError) {
        guard let other = Option.allCases.first(where: { values[$0] != nil && !options.contains($0) }) else {
            return
        }
        throw .usage("\(command) does not take \(other.rawValue).")
    }
}
