/// Why nothing, or no more, can be measured.
enum BenchError: Error, CustomStringConvertible {
    /// The arguments are wrong: what to change.
    case usage(String)
    /// No folder above the program holds a package.
    case packageNotFound
    /// The program is not in PATH: its name, and how to get it.
    case programNotFound(String, advice: String)
    /// A program that was started did not do its work: what it was, and what it said.
    case programFailed(String, output: String)
    /// The two programs did not train for the same number of epochs.
    case epochsDiffer(ours: Int, theirs: Int)

    var description: String {
        switch self {
        case .usage(let problem):
            "\(problem)\n`swift run bench --help` lists what there is."
        case .packageNotFound:
            "there is no Package.swift above this program. Start it with `swift run bench` in the kit's folder."
        case .programNotFound(let name, let advice):
            "`\(name)` is not in PATH. \(advice)"
        case .programFailed(let name, let output):
            "`\(name)` failed\(output.isEmpty ? " and said nothing." : ":\n\(output)")"
        case .epochsDiffer(let ours, let theirs):
            "train recorded \(ours) epochs and NumPy \(theirs): fit must report each epoch once."
        }
    }
}
