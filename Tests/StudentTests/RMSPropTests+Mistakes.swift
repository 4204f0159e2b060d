import LinearAlgebra
import Student
import TestSupport

// What students write in place of a step in units of the gradients' size, and where the parameter goes then.

extension RMSPropTests {
    /// With a learning rate of 0.1, and the default settings where they are nil.
    func steps(decay: Double? = nil, epsilon: Double? = nil) -> Subject<StepsInput> {
        let (rho, epsilonInUse) = (decay ?? 0.9, epsilon ?? 1e-8)
        /// Divides the gradient by what comes of all gradients so far, and makes a step of it.
        func divides(by size: @escaping (PastGradients) throws -> Matrix) -> (StepsInput) throws -> Matrix {
            { given in try given.values { value, past in try value - 0.1 * (past.latest / size(past)) } }
        }
        /// The root of a running mean, which should be of the squares, and ε.
        func root(
            of gradients: PastGradients, decay: Double? = nil, epsilon: Double? = nil
        ) -> Matrix {
            gradients.mean(decay ?? rho).map { $0.squareRoot() + (epsilon ?? epsilonInUse) }
        }
        return .steps(
            of: "RMSProp", lesson: lesson,
            { parameters in
                guard let decay, let epsilon else {
                    return RMSProp(parameters: parameters, learningRate: 0.1)
                }
                return RMSProp(parameters: parameters, learningRate: 0.1, decay: decay, epsilon: epsilon)
            },
            draw: epsilon == nil ? smallGradients : StepsInput.drawn,
            right: divides { root(of: $0.squares) },
            mistakes: [
                Mistake(
                    "ε is inside of the root: it belongs outside, next to √s.", see: "epsilon-inside",
                    gives: divides { $0.squares.mean(rho).map { ($0 + epsilonInUse).squareRoot() } }),
                Mistake(
                    "The mean is of g, not of g².", see: "mean-of-gradients", gives: divides { root(of: $0) }),
                Mistake(
                    "The mean is of |g|, not of g².", see: "mean-of-sizes",
                    gives: divides { root(of: $0.map(abs)) }),
                Mistake(
                    "The old s is in the quotient: the new gradient has to be in s already.",
                    see: "old-mean-square",
                    gives: divides { root(of: $0.earlier.squares) }),
                Mistake(
                    "One mean serves all elements: each has its own.", see: "one-mean",
                    gives: divides { past in root(of: past.squares.averagedOverElements) }),
                Mistake(
                    "The root is missing: the step is divided by s + ε.", see: "root-missing",
                    gives: divides { $0.squares.mean(rho) + epsilonInUse }),
                Mistake(
                    "ρ and 1 − ρ are swapped: the past has the weight ρ.", see: "rho-swapped",
                    gives: divides { root(of: $0.squares, decay: 1 - rho) }),
                Mistake(
                    "The squares are added up, as AdaGrad does: the past has to fade.",
                    see: "squares-added-up",
                    gives: divides { sqrt($0.squares.sum) + epsilonInUse }),
                Mistake(
                    "The new square counts in full: its weight 1 − ρ is missing.", see: "formula",
                    gives: divides { sqrt($0.squares.sum(fading: rho)) + epsilonInUse }),
                Mistake(
                    "s is not kept: each step starts again from 0.", see: "mean-square-not-kept",
                    gives: divides { sqrt((1 - rho) * $0.squares.latest) + epsilonInUse }),
                Mistake(
                    "s is corrected for its start at 0, as in Adam: not here.", see: "corrected-start",
                    gives: divides { past in
                        sqrt(past.squares.mean(rho) / (1 - pow(rho, Double(past.count)))) + epsilonInUse
                    }),
                Mistake(
                    "ε is missing: a gradient that has been 0 so far gives 0/0.", see: "the-idea",
                    gives: divides { root(of: $0.squares, epsilon: 0) }),
                Mistake(
                    "It goes along with the gradient, and has to go against it: plus for minus.",
                    see: "formula", gives: divides { -1 * root(of: $0.squares) }),
                Mistake(
                    "The learning rate is left out.", see: "formula",
                    gives: divides { 0.1 * root(of: $0.squares) }),
                Mistake(
                    "The step is by the gradient itself, as in SGD: s is not used.", see: "formula",
                    gives: divides { $0.latest.map { _ in 1 } }),
                Mistake(
                    "ε is 1e-8 whatever is given: the one asked for is ignored.", see: "formula",
                    gives: divides { root(of: $0.squares, epsilon: 1e-8) }),
                Mistake(
                    "ε is 1e-7 here, and 1e-8 unless another is given.", see: "formula",
                    gives: divides { root(of: $0.squares, epsilon: 1e-7) }),
                Mistake(
                    "ρ is 0.9 whatever is given: the decay asked for is ignored.", see: "formula",
                    gives: divides { root(of: $0.squares, decay: 0.9) }),
                Mistake(
                    "ρ is 0.99 here, and 0.9 unless another is given.", see: "formula",
                    gives: divides { root(of: $0.squares, decay: 0.99) }),
            ])
    }

    /// Gradients as small as the default ε, so that it shows.
    private var smallGradients: (Int, Int, UInt64) -> StepsInput {
        { steps, count, seed in
            let drawn = StepsInput.drawn(steps: steps, count: count, seed: seed)
            return StepsInput(from: drawn.start, 1e-7 * drawn.gradients)
        }
    }

    var lesson: String { "Lessons/23-rmsprop.md" }
}
