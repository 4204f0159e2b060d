/// A network that has a name in `train`, and how much of it is measured.
enum Network: String, CaseIterable, Sendable {
    case moons
    case mlp = "mnist-mlp"
    case momentum = "mnist-momentum"
    case sigmoid = "mnist-sigmoid"

    /// The epochs of a run that is timed: a second or more.
    var timedEpochs: Int {
        switch self {
        case .moons: 500
        case .mlp: 1
        case .momentum: 10
        case .sigmoid: 2
        }
    }

    /// What a short run is given besides.
    var quickOptions: [String] { self == .moons ? [] : ["--samples", "1000"] }
}
