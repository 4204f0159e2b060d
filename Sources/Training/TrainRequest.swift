import Foundation

/// What the user asks for: a network, its data, and what is to be kept.
struct TrainRequest: Equatable, Sendable {
    var plan: NetworkPlan
    var seed: UInt64 = 1
    /// The number of training samples; nil for what the problem has.
    var samples: Int?
    /// The deviation of the moons' noise.
    var noise = 0.15
    /// The folder of the full MNIST.
    var data: URL?
    /// The share of the samples that is held out.
    var validation = 0.2
    /// The deviation of the weights at the start; nil for what the student's `Linear` chooses.
    var initialDeviation: Double?
    var load: URL?
    var save: URL?
    var plot: URL?
    var record: URL?
    var export: URL?

    /// Reads the words that follow the program's name.
    ///
    /// - Returns: What is asked for; nil for help.
    /// - Throws: `UsageError`, which names the argument that is wrong.
    static func reading(_ arguments: [String]) throws(UsageError) -> TrainRequest? {
        if arguments.contains(where: { ["-h", "--help"].contains($0) }) { return nil }
        return try TrainRequest(Arguments(arguments, options: TrainUsage.options))
    }

    private init(_ arguments: Arguments) throws(UsageError) {
        plan = try NetworkPlan(arguments)
        seed = try Self.seed(arguments["--seed"]) ?? seed
        samples = try arguments.number("--samples", in: 1...1_000_000)
        noise = try arguments.decimal("--noise", .upToThousand) ?? noise
        validation = try arguments.decimal("--validation", .belowOne) ?? validation
        initialDeviation = try arguments.decimal("--initial-deviation", .zeroOrMore)
        data = arguments["--data"].map { URL(filePath: $0) }
        load = arguments["--load"].map { URL(filePath: $0) }
        save = arguments["--save"].map { URL(filePath: $0) }
        plot = arguments["--plot"].map { URL(filePath: $0) }
        record = arguments["--record"].map { URL(filePath: $0) }
        export = arguments["--export"].map { URL(filePath: $0) }
        if arguments["--noise"] != nil, plan.problem == .digits {
            throw UsageError("--noise is for moons, and \(plan.name) reads digits.")
        }
        if data != nil, plan.problem == .moons {
            throw UsageError("--data is for digits: moons are made, not read.")
        }
        if data != nil, arguments["--validation"] != nil, validation > 0 {
            throw UsageError(
                "--validation does not go with --data: the test set is held out there. 0 leaves it out.")
        }
        if load != nil, initialDeviation != nil {
            throw UsageError("--initial-deviation does not go with --load: the weights are there already.")
        }
    }

    private static func seed(_ text: String?) throws(UsageError) -> UInt64? {
        guard let text else { return nil }
        guard let seed = UInt64(text) else {
            throw UsageError("--seed wants a whole number from 0 to \(UInt64.max), not \(text).")
        }
        return seed
    }
}

extension NetworkPlan {
    /// The plan that is named, as the options change it.
    fileprivate init(_ arguments: Arguments) throws(UsageError) {
        let names = (NetworkPlan.named.map(\.name) + ["custom"]).joined(separator: ", ")
        guard let name = arguments.words.first else {
            throw UsageError("which network? There are \(names): `swift run train moons`.")
        }
        guard arguments.words.count == 1 else {
            throw UsageError("one network at a time, please: \(arguments.words.joined(separator: ", ")).")
        }
        if let plan = NetworkPlan.named.first(where: { $0.name == name }) {
            self = plan
            for option in ["--layers", "--loss", "--optimizer"] where arguments[option] != nil {
                throw UsageError(
                    "\(option) is for custom, and \(name) has its own. The same network, to be changed:\n"
                        + "  swift run train custom --layers \(plan.layers) --loss \(plan.loss.rawValue) "
                        + "--optimizer \(plan.optimizer.kind.rawValue)")
            }
        } else if name == "custom" {
            guard let layers = arguments["--layers"] else {
                throw UsageError("custom wants --layers, as in --layers 784,relu:128,10.")
            }
            let kind = try arguments.name("--optimizer", of: OptimizerPlan.Kind.self) ?? .sgd
            try self.init(
                layers: try LayerList(layers), loss: try arguments.name("--loss", of: LossKind.self),
                optimizer: OptimizerPlan(kind))
        } else {
            throw UsageError("there is no network \(name). There are \(names).")
        }
        try change(by: arguments)
    }

    private mutating func change(by arguments: Arguments) throws(UsageError) {
        epochs = try arguments.number("--epochs", in: 1...1_000_000) ?? epochs
        if arguments["--batch-size"] == "all" {
            batchSize = nil
        } else {
            batchSize = try arguments.number("--batch-size", in: 1...1_000_000) ?? batchSize
        }
        optimizer.learningRate =
            try arguments.decimal("--learning-rate", .aboveZero) ?? optimizer.learningRate
        optimizer.momentum = try arguments.decimal("--momentum", .belowOne) ?? optimizer.momentum
        optimizer.decay = try arguments.decimal("--decay", .belowOne) ?? optimizer.decay
        optimizer.beta1 = try arguments.decimal("--beta1", .belowOne) ?? optimizer.beta1
        optimizer.beta2 = try arguments.decimal("--beta2", .belowOne) ?? optimizer.beta2
        optimizer.epsilon = try arguments.decimal("--epsilon", .zeroOrMore) ?? optimizer.epsilon
        let fitting = optimizer.settings.map(\.option)
        for option in ["--momentum", "--decay", "--beta1", "--beta2", "--epsilon"]
        where arguments[option] != nil && !fitting.contains(option) {
            let own = fitting.isEmpty ? "only --learning-rate" : fitting.joined(separator: ", ")
            throw UsageError(
                "\(option) does not fit: the optimizer of \(name) is \(optimizer.kind.rawValue), which has \(own)."
            )
        }
    }
}
