import Charts

extension Illustration {
    /// For each exercise: the whole training, with the part that the exercise is about.
    static let places: [Illustration] = [
        Illustration(
            "place-whole",
            Pipeline(
                title: "A network, and how it learns", layers: layers, loss: "loss", optimizer: "optimizer",
                highlighted: [])),
        place("one-hot", "one-hot targets", [.oneHot]),
        place("accuracy", "accuracy", [.accuracy]),
        place("linear", "the Linear layers", [.layer(0), .layer(2)]),
        place("relu", "ReLU", [.layer(1)]),
        place("sigmoid", "Sigmoid", ["Linear", "ReLU", "Linear", "Sigmoid"], [.layer(3)]),
        place("softmax", "Softmax", [.layer(3)]),
        place("mean-squared-error", "mean squared error", ["Linear", "Sigmoid", "Linear"], [.loss]),
        place(
            "binary-cross-entropy", "binary cross-entropy", ["Linear", "ReLU", "Linear", "Sigmoid"], [.loss]),
        place("cross-entropy", "cross-entropy", [.loss]),
        place(
            "sigmoid-cross-entropy", "Sigmoid and loss in one", ["Linear", "ReLU", "Linear"],
            loss: "sigmoid + loss", [.loss]),
        place(
            "softmax-cross-entropy", "Softmax and loss in one", ["Linear", "ReLU", "Linear"],
            loss: "softmax + loss", [.loss]),
        place("sequential", "Sequential, all layers as one", [.network]),
        place("sgd", "the optimizer, SGD", [.optimizer]),
        place("momentum", "the optimizer, Momentum", optimizer: "Momentum", [.optimizer]),
        place("minibatches", "mini-batches", [.minibatches]),
        place("fit", "fit, the loop around it all", [.loop]),
        place("moons", "everything together", ["Linear", "ReLU", "…", "Sigmoid"], everything),
        place(
            "digits", "everything together", ["Linear", "ReLU", "Linear"], loss: "softmax + loss",
            everything),
        place("tanh", "Tanh", ["Linear", "Tanh", "Linear", "Softmax"], [.layer(1)]),
        place("leaky-relu", "LeakyReLU", ["Linear", "LeakyReLU", "Linear"], [.layer(1)]),
        place("rmsprop", "the optimizer, RMSProp", optimizer: "RMSProp", [.optimizer]),
        place("adam", "the optimizer, Adam", optimizer: "Adam", [.optimizer]),
    ]

    private static let layers = ["Linear", "ReLU", "Linear", "Softmax"]

    private static let everything: Set<Pipeline.Part> = [
        .data, .oneHot, .minibatches, .network, .layer(0), .layer(1), .layer(2), .layer(3), .loss, .accuracy,
        .optimizer, .loop,
    ]

    private static func place(
        _ exercise: String, _ title: String, _ layers: [String] = layers,
        loss: String = "loss", optimizer: String = "SGD", _ parts: Set<Pipeline.Part>
    ) -> Illustration {
        Illustration(
            "place-\(exercise)",
            Pipeline(
                title: "You are here: \(title)", layers: layers, loss: loss, optimizer: optimizer,
                highlighted: parts))
    }
}
