import LinearAlgebra
import Student
import TestSupport

// What students write in place of Adam's step, and where the parameter goes then.

extension AdamTests {
    /// η, β₁, β₂ and ε; the default ones unless others are given.
    struct Settings {
        var rate = 0.001
        var beta1 = 0.9
        var beta2 = 0.999
        var epsilon = 1e-8
    }

    /// With the default settings when they are nil.
    func steps(_ given: Settings? = nil) -> Subject<StepsInput> {
        let settings = given ?? Settings()
        let (beta1, beta2) = (settings.beta1, settings.beta2)
        func changed(_ change: (inout Settings) -> Void) -> (StepsInput) throws -> Matrix {
            var other = settings
            change(&other)
            return other.moves()
        }
        return .steps(
            of: "Adam", lesson: lesson,
            { parameters in
                guard let given else { return Adam(parameters: parameters) }
                return Adam(
                    parameters: parameters, learningRate: given.rate, beta1: given.beta1,
                    beta2: given.beta2, epsilon: given.epsilon)
            },
            draw: given == nil ? smallGradients : StepsInput.drawn,
            right: settings.moves(),
            mistakes: corrections(settings) + [
                // With the default settings, two mistakes have the same effect.
                Mistake(
                    given == nil
                        ? "Steps are ten times too long: is 1 − β₁ missing, or the rate 0.01 by default?"
                        : "In m the new gradient counts in full: its weight 1 − β₁ is missing.",
                    see: "formula",
                    gives: settings.moves(mean: { $0.corrected(beta1) / (1 - beta1) })),
                Mistake(
                    "ε is inside of the root: it belongs outside.", see: "epsilon-inside",
                    gives: settings.moves(root: { past in
                        sqrt(past.squares.corrected(beta2) + settings.epsilon)
                    })),
                Mistake(
                    "The root is missing: the step is divided by v̂ + ε.", see: "formula",
                    gives: settings.moves(root: { $0.squares.corrected(beta2) + settings.epsilon })),
                Mistake(
                    "v is the mean of |g|, and should be of g².", see: "formula",
                    gives: settings.moves(root: { settings.root(of: $0.map(abs).corrected(beta2)) })),
                Mistake(
                    "The step follows g itself: m is not used. That is RMSProp's way.", see: "formula",
                    gives: settings.moves(mean: { $0.latest })),
                Mistake(
                    "The step is not divided by the root of v̂: that is Momentum's way.", see: "formula",
                    gives: settings.moves(root: { $0.latest.map { _ in 1 } })),
                Mistake(
                    "In v the new square counts in full: its weight 1 − β₂ is missing.", see: "formula",
                    gives: settings.moves(root: {
                        settings.root(of: $0.squares.corrected(beta2) / (1 - beta2))
                    })),
                Mistake(
                    "It goes along with m̂, and has to go against it: plus for minus.", see: "formula",
                    gives: changed { $0.rate *= -1 }),
                Mistake(
                    "The learning rate is left out.", see: "formula", gives: changed { $0.rate = 1 }),
                Mistake(
                    "β₁ and β₂ are swapped.", see: "betas-swapped",
                    gives: changed { ($0.beta1, $0.beta2) = ($0.beta2, $0.beta1) }),
                Mistake(
                    "ε is missing: a gradient that has been 0 so far gives 0/0.", see: "formula",
                    gives: changed { $0.epsilon = 0 }),
                Mistake(
                    "β₂ is 0.99 here, and 0.999 unless another is given.", see: "formula",
                    gives: changed { $0.beta2 = 0.99 }),
                Mistake(
                    "ε is 1e-7 here, and 1e-8 unless another is given.", see: "formula",
                    gives: changed { $0.epsilon = 1e-7 }),
            ])
    }

    /// What can go wrong where both means are corrected for their start at 0.
    private func corrections(_ settings: Settings) -> [Mistake<StepsInput>] {
        let (beta1, beta2) = (settings.beta1, settings.beta2)
        /// Corrects both means in another way, the squares with β₂.
        func corrected(
            _ correct: @escaping (PastGradients, Double) -> Matrix
        ) -> (StepsInput) throws -> Matrix {
            settings.moves(
                mean: { correct($0, beta1) }, root: { settings.root(of: correct($0.squares, beta2)) })
        }
        return [
            Mistake(
                "Neither mean is corrected for its start at 0.", see: "not-corrected",
                gives: corrected { $0.mean($1) }),
            Mistake(
                "v is not corrected for its start at 0, only m.", see: "squares-not-corrected",
                gives: settings.moves(root: { settings.root(of: $0.squares.mean(beta2)) })),
            Mistake(
                "m is not corrected for its start at 0, only v.", see: "mean-not-corrected",
                gives: settings.moves(mean: { $0.mean(beta1) })),
            Mistake(
                "m̂ and v̂ are stored in the place of m and v, and corrected again and again.",
                see: "corrected-stored",
                gives: corrected(storedCorrected)),
            Mistake(
                "Each step is corrected as if it were the first: t has to count them.", see: "as-the-first",
                gives: corrected { $0.corrected($1, step: 1) }),
            Mistake(
                "t is one behind: count the step first. With t = 0 it divides by 0.", see: "one-behind",
                gives: corrected { $0.corrected($1, step: $0.count - 1) }),
            Mistake(
                "t is one ahead: in the first step it has to be 1.", see: "formula",
                gives: corrected { $0.corrected($1, step: $0.count + 1) }),
            Mistake(
                "v is corrected with β₁: it has a β of its own.", see: "formula",
                gives: settings.moves(root: { past in
                    settings.root(of: past.squares.mean(beta2) / (1 - pow(beta1, Double(past.count))))
                })),
            Mistake(
                "m is corrected with β₂: it has a β of its own.", see: "formula",
                gives: settings.moves(mean: { $0.mean(beta1) / (1 - pow(beta2, Double($0.count))) })),
            Mistake(
                "β is multiplied by t, and has to be raised to the power t.", see: "power-not-product",
                gives: corrected { $0.mean($1) / (1 - $1 * Double($0.count)) }),
        ]
    }

    /// As it goes when every parameter counts as a step of its own.
    func stepsCountedForEachParameter(rate: Double) -> Mistake<StepsInput> {
        let settings = Settings(rate: rate)
        return Mistake(
            "t is counted once a parameter: one step counts once for all of them.",
            see: "counted-each-parameter"
        ) {
            try $0.ofHalves { half, index in
                func correct(_ past: PastGradients, _ beta: Double) -> Matrix {
                    past.corrected(beta, step: 2 * past.count - 1 + index)
                }
                return try settings.moves(
                    mean: { correct($0, settings.beta1) },
                    root: { settings.root(of: correct($0.squares, settings.beta2)) })(half)
            }
        }
    }

    /// Gradients as small as the default ε, so that it shows.
    private var smallGradients: (Int, Int, UInt64) -> StepsInput {
        { steps, count, seed in
            let drawn = StepsInput.drawn(steps: steps, count: count, seed: seed)
            return StepsInput(from: 0.01 * drawn.start, 1e-7 * drawn.gradients)
        }
    }

    var lesson: String { "Lessons/24-adam.md" }
}

extension AdamTests.Settings {
    /// The values after each step, with another corrected mean, or another denominator, where one is given.
    func moves(
        mean: ((PastGradients) throws -> Matrix)? = nil, root: ((PastGradients) throws -> Matrix)? = nil
    ) -> (StepsInput) throws -> Matrix {
        { given in
            try given.values { value, past in
                let direction = try mean?(past) ?? past.corrected(beta1)
                let size = try root?(past) ?? self.root(of: past.squares.corrected(beta2))
                return try value - rate * (direction / size)
            }
        }
    }

    /// The denominator, from v̂.
    func root(of meanSquare: Matrix) -> Matrix { meanSquare.map { $0.squareRoot() + epsilon } }
}

extension PastGradients {
    /// A running mean in which the weights add up to 1; of another step where one is given.
    fileprivate func corrected(_ weight: Double, step: Int? = nil) -> Matrix {
        mean(weight) / (1 - pow(weight, Double(step ?? count)))
    }
}

/// A running mean that is corrected in each step, and goes on from there.
private func storedCorrected(_ past: PastGradients, _ weight: Double) -> Matrix {
    guard past.count > 0 else { return past.sum }
    let before = storedCorrected(past.earlier, weight)
    var result = past.latest
    for column in 0..<result.columns {
        let mean = weight * before[0, column] + (1 - weight) * result[0, column]
        result[0, column] = mean / (1 - pow(weight, Double(past.count)))
    }
    return result
}
