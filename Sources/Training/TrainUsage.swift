/// What `train --help` says.
enum TrainUsage {
    /// The options, with the names of their values and what they are for; nil for a heading.
    private static let lines: [(option: String, value: String, help: String)?] = [
        ("--epochs", "N", "how often to go through the training samples"),
        ("--batch-size", "N|all", "samples in a batch"),
        ("--learning-rate", "X", "the step size"),
        ("--momentum", "X", "with momentum: how much of the velocity stays, 0.9"),
        ("--decay", "X", "with rmsprop: how much of the mean square stays, 0.9"),
        ("--beta1", "X", "with adam: how much of the mean stays, 0.9"),
        ("--beta2", "X", "with adam: how much of the mean square stays, 0.999"),
        ("--epsilon", "X", "with rmsprop and adam: what is added to the root, 1e-8"),
        ("--seed", "N", "other random numbers: weights, order, moons, split; 1"),
        ("--initial-deviation", "X", "how far from 0 the weights start, 0: all at 0"),
        nil,
        ("--samples", "N", "how many training samples; moons: 400, digits: all"),
        ("--noise", "X", "moons: the noise's deviation, 0.15"),
        ("--data", "DIR", "digits: the full MNIST, its four files in DIR"),
        ("--validation", "SHARE", "the share to hold out, 0.2; 0: none"),
        nil,
        ("--load", "DIR", "start from saved weights"),
        ("--save", "DIR", "save the weights at the end, as .npy files"),
        ("--plot", "DIR", "write pictures, and index.html with all of them"),
        ("--record", "FILE", "write what each epoch came to, as JSON"),
        ("--export", "DIR", "write what another program needs to do the same"),
        nil,
        ("--layers", "LAYERS", "custom: inputs, then [ACTIVATION:]SIZE for each layer"),
        ("--loss", "LOSS", "custom: what suits the last layer, unless told"),
        ("--optimizer", "OPTIMIZER", "custom: sgd, unless told"),
    ]

    /// The names of all options.
    static let options = lines.compactMap { $0?.option }

    /// The whole page.
    static var text: String {
        """
        Usage: swift run train NETWORK [OPTION…]

        Trains a network of your own layers, on real data, with your own fit.

        \(networks)
          custom          the network that --layers describes

        \(optionLines)

        ACTIVATION: \(names(Activation.self))
        LOSS: \(names(LossKind.self).replacing(", sigmoid-", with: ",\n      sigmoid-"))
        OPTIMIZER: \(names(OptimizerPlan.Kind.self))

          swift run train mnist-momentum --epochs 3 --save weights
          swift run train custom --layers 784,relu:128,10 --optimizer adam

        Without --data, digits are the 5,000 images that come with the kit. Ctrl-C ends the training after
        the epoch, a second one at once; either way what you asked for is written.

        The last line is `trained E epochs in S s · N samples/s · loss L · accuracy A`: S is the time of the
        training alone; L and A are the last epoch's, on the held-out samples if there are any.

        Exit status: 0 trained, 1 your code stopped it, or has to be looked at, 2 bad arguments or
        files, 130 interrupted. The answers in place of your code:
          SOLUTIONS=1 swift run --scratch-path .build-solutions train moons

        """
    }

    private static var networks: String {
        NetworkPlan.named.map { plan in
            let batches =
                plan.batchSize.map { $0 == 1 ? "one sample at a time" : "batches of \($0)" }
                ?? "all samples at once"
            return "  \(padded(plan.name, to: 16))\(plan.layers)\n"
                + "                  \(plan.loss.rawValue), \(plan.optimizer.kind.rawValue) "
                + "\(plan.optimizer.learningRate.plainText), \(batches), \(plan.epochs) epochs"
        }
        .joined(separator: "\n")
    }

    private static var optionLines: String {
        lines.map { line in
            line.map { "  \(padded("\($0.option) \($0.value)", to: 24))\($0.help)" } ?? ""
        }
        .joined(separator: "\n")
    }

    private static func names<Kind: RawRepresentable<String> & CaseIterable>(_ kind: Kind.Type) -> String {
        Kind.allCases.map(\.rawValue).joined(separator: ", ")
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
