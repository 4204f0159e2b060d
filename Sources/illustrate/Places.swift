import Charts

extension Illustration {
    /// For each exercise: the whole training, with the part that the exercise is about.
    static let places: [Illustration] = [
        Illustration(
            "place-whole",
            Pipeline(
                title: "A network, and how it learns", layers: layers, loss: "loss", optimizer: "optimizer",
                highlighted: [])),
        place("one-hot", "one-hot targets", here: [.oneHot]),
        place("accuracy", "accuracy", here: [.accuracy]),
        place("linear", "the Linear layers", here: [.layer(0), .layer(2)]),
        place("relu", "ReLU", here: [.layer(1)]),
        place(
            "sigmoid", "Sigmoid", ["Linear", "ReLU", "Linear", "Sigmoid"], hasOneHot: false,
            here: [.layer(3)]),
        place("softmax", "Softmax", here: [.layer(3)]),
        place(
            "mean-squared-error", "mean squared error", ["Linear", "Sigmoid", "Linear"], hasOneHot: false,
            here: [.loss]),
        place(
            "binary-cross-entropy", "binary cross-entropy", ["Linear", "ReLU", "Linear", "Sigmoid"],
            hasOneHot: false, here: [.loss]),
        place("cross-entropy", "cross-entropy", here: [.loss]),
        place(
            "sigmoid-cross-entropy", "Sigmoid and loss in one", ["Linear", "ReLU", "Linear"],
            loss: "sigmoid + loss", hasOneHot: false, here: [.loss]),
        place(
            "softmax-cross-entropy", "Softmax and loss in one", ["Linear", "ReLU", "Linear"],
            loss: "softmax + loss", here: [.loss]),
        place("sequential", "Sequential, all layers as one", here: [.network]),
        place("sgd", "the optimizer, SGD", here: [.optimizer]),
        place("momentum", "the optimizer, Momentum", optimizer: "Momentum", here: [.optimizer]),
        place("minibatches", "mini-batches", here: [.minibatches]),
        place("fit", "fit, the loop around it all", here: [.loop]),
        place(
            "moons", "everything together", ["Linear", "ReLU", "…", "Sigmoid"], hasOneHot: false,
            here: everything),
        place(
            "digits", "everything together", ["Linear", "Sigmoid", "Linear"], loss: "softmax + loss",
            optimizer: "Momentum", here: everything),
        place(
            "whats-wrong", "looking for the mistake",
            here: [.data, .minibatches, .network, .layer(1), .layer(3), .loss, .accuracy]),
        place("tanh", "Tanh", ["Linear", "Tanh", "Linear", "Softmax"], here: [.layer(1)]),
        place("leaky-relu", "LeakyReLU", ["Linear", "LeakyReLU", "Linear"], here: [.layer(1)]),
        place("rmsprop", "the optimizer, RMSProp", optimizer: "RMSProp", here: [.optimizer]),
        place("adam", "the optimizer, Adam", optimizer: "Adam", here: [.optimizer]),
    ]

    private static let layers = ["Linear", "ReLU", "Linear", "Softmax"]

    private static let everything: Set<Pipeline.Part> = [
        .data, .oneHot, .minibatches, .network, .layer(0), .layer(1), .layer(2), .layer(3), .loss, .accuracy,
        .optimizer, .loop,
    ]

    private static func place(
        _ exercise: String, _ title: String, _ layers: [String] = layers,
        loss: String = "loss", optimizer: String = "SGD", hasOneHot: Bool = true,
        here parts: Set<Pipeline.Part>
    ) -> Illustration {
        Illustration(
            "place-\(exercise)",
            Pipeline(
                title: "You are here: \(title)", layers: layers, loss: loss, optimizer: optimizer,
                hasOneHot: hasOneHot, highlighted: parts))
    }
}
