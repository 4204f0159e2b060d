/// What the user asks for.
enum Command: Equatable, Sendable {
    case help
    case measure(Request)

    /// What to measure, and how to tell of it.
    struct Request: Equatable, Sendable {
        /// In the order in which they are measured; all of them unless told.
        var parts = Part.allCases
        /// How often ours and NumPy take turns.
        var pairs: Int?
        var isQuick = false
        /// Whether the layers are the student's own where the answers are there too.
        var isStudent = false
        var format = Format.text

        /// How often ours and NumPy take turns, also where nobody said.
        var rounds: Int { pairs ?? (isQuick ? 2 : 5) }
    }

    enum Part: Equatable, Sendable, CaseIterable {
        case matmul
        case network(Network)
        case cost

        static let allCases = [matmul] + Network.allCases.map(network) + [cost]

        var name: String {
            switch self {
            case .matmul: "matmul"
            case .network(let network): network.rawValue
            case .cost: "cost"
            }
        }
    }

    enum Format: String, Sendable { case text, json }

    private static let pairs = 1...100

    static let usage = """
        Usage: swift run bench [PART…] [OPTION…]
               swift run -c release bench [PART…] [OPTION…]

        Measures matmul and the training of each network beside the same work in NumPy, in turns, and checks
        that both get the same losses. Without PART all parts: that takes half an hour, most of it mnist-mlp.

          matmul            products of matrices, in the networks' shapes
          moons, mnist-mlp, mnist-momentum, mnist-sigmoid
                            a network, trained with `train`
          cost              time for 1, 2 and 4 times the samples and the epochs; memory
          --pairs N         how often ours and NumPy take turns, \(Request().rounds) unless told
          --quick           fewer samples and epochs, \(Request(isQuick: true).rounds) pairs: a look, no proof
          --student         your own layers, also where the answers are there
          --format FORMAT   text (the default) or json
          -h, --help        this page

        Where python3 has no NumPy, ours is measured alone. What else runs on the machine is measured too: end it
        first.

        Exit status: 0 measured, 1 losses differ from NumPy's, 2 could not measure, 130 interrupted.
        """

    /// Reads the words that follow the program's name.
    ///
    /// - Throws: `BenchError.usage` in words that name the culprit.
    init(_ arguments: [String]) throws(BenchError) {
        if arguments.contains(where: { ["-h", "--help"].contains($0) }) {
            self = .help
            return
        }
        var request = Request()
        var names: [String] = []
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            let words = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = { words.count > 1 ? String(words[1]) : rest.popFirst() }
            switch String(words[0]) {
            case "--quick" where words.count == 1: request.isQuick = true
            case "--student" where words.count == 1: request.isStudent = true
            case "--format": request.format = try Self.format(value())
            case "--pairs": request.pairs = try Self.pairs(value())
            case _ where argument.hasPrefix("-"): throw .usage("there is no option \(argument).")
            default: names.append(argument)
            }
        }
        if !names.isEmpty {
            let known = Part.allCases.map(\.name)
            if let unknown = names.first(where: { !known.contains($0) }) {
                throw .usage("there is no part \(unknown). There are \(known.joined(separator: ", ")).")
            }
            request.parts = Part.allCases.filter { names.contains($0.name) }
        }
        self = .measure(request)
    }

    private static func format(_ name: String?) throws(BenchError) -> Format {
        guard let format = name.flatMap(Format.init) else {
            throw .usage("--format wants text or json\(name.map { ", not \($0)" } ?? "").")
        }
        return format
    }

    private static func pairs(_ text: String?) throws(BenchError) -> Int {
        guard let number = text.flatMap({ Int($0) }), pairs.contains(number) else {
            let wanted = "--pairs wants a number from \(pairs.lowerBound) to \(pairs.upperBound)"
            throw .usage("\(wanted)\(text.map { ", not \($0)" } ?? "").")
        }
        return number
    }
}
