import LinearAlgebra
import Student
import TestSupport

// What students write in place of the averaging form, and where the parameter goes then.

extension MomentumTests {
    /// With the default momentum when it is nil.
    func steps(rate: Double, momentum: Double? = nil) -> Subject<StepsInput> {
        let beta = momentum ?? 0.9
        func follows(_ velocity: @escaping (PastGradients) throws -> Matrix) -> (StepsInput) throws -> Matrix
        {
            { given in try given.values { value, past in try value - rate * velocity(past) } }
        }
        return .steps(
            of: "Momentum", lesson: lesson,
            { parameters in
                guard let momentum else { return Momentum(parameters: parameters, learningRate: rate) }
                return Momentum(parameters: parameters, learningRate: rate, momentum: momentum)
            },
            right: follows { $0.mean(beta) },
            mistakes: [
                Mistake(
                    "The new gradient counts in full: its weight 1 − β is missing.", see: "gradient-in-full",
                    gives: follows { $0.sum(fading: beta) }),
                Mistake(
                    "The old velocity moves the parameter: the first step does nothing.", see: "old-velocity",
                    gives: follows { $0.earlier.mean(beta) }),
                Mistake(
                    "β and 1 − β are swapped: the past has the weight β.", see: "beta-swapped",
                    gives: follows { $0.mean(1 - beta) }),
                Mistake(
                    "The velocity is not kept: each step starts again from 0.", see: "velocity-not-kept",
                    gives: follows { (1 - beta) * $0.latest }),
                Mistake(
                    "The step is by the gradient itself, as in SGD: the velocity is not used.",
                    see: "velocity-not-used",
                    gives: follows { $0.latest }),
                Mistake(
                    "The old velocity never fades: its weight β is missing.", see: "formula",
                    gives: follows { (1 - beta) * $0.sum }),
                Mistake(
                    "The velocity starts as the first gradient. It starts at 0.", see: "starts-as-gradient",
                    gives: follows { try $0.mean(beta) + power(beta, $0.count) * $0.first }),
                Mistake(
                    "The velocity is corrected for its start at 0, as in Adam: not here.",
                    see: "corrected-start",
                    gives: follows { $0.mean(beta) / (1 - power(beta, $0.count)) }),
                Mistake(
                    "The step looks ahead, as Nesterov's does: it follows the velocity itself.",
                    see: "looks-ahead",
                    gives: follows { try beta * $0.mean(beta) + (1 - beta) * $0.latest }),
                Mistake(
                    "The learning rate is used twice, in the velocity and in the step.", see: "formula",
                    gives: follows { rate * $0.mean(beta) }),
                Mistake(
                    "The learning rate is left out: the step is the whole velocity.", see: "formula",
                    gives: follows { $0.mean(beta) / rate }),
                Mistake(
                    "The learning rate has taken the place of β in the velocity.", see: "formula",
                    gives: follows { $0.mean(rate) }),
                Mistake(
                    "It goes along with the velocity, and has to go against it: plus for minus.",
                    see: "formula", gives: follows { -1 * $0.mean(beta) }),
                Mistake(
                    "β is 0.9 whatever is given: the momentum asked for is ignored.", see: "beta-ignored",
                    gives: follows { $0.mean(0.9) }),
                Mistake(
                    "β is 0.99 here, and 0.9 unless another is given.", see: "formula",
                    gives: follows { $0.mean(0.99) }),
                Mistake(
                    "The parameter stays where it was. Has only a copy of it changed?", see: "your-task",
                    gives: follows { 0 * $0.latest }),
            ])
    }

    var lesson: String { "Lessons/15-momentum.md" }
}

private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { power, _ in power * base }
}
