/// Explains why a loss is no finite number: the likely causes, likeliest first.
struct LossDiagnosis {
    let evidence: LossEvidence
    let plan: NetworkPlan
    /// The deviation of the weights at the start, where it was given.
    var initialDeviation: Double?

    /// What was seen, and the causes that it speaks for.
    var lines: [String] {
        let causes = causes
        let losses = evidence.latestLosses.suffix(5).map(\.lossText).joined(separator: ", ")
        return (losses.isEmpty ? [] : ["The losses before it: \(losses)."]) + seen.wrapped(to: 79)
            + (causes.count == 1 ? ["What it may be:"] : ["What it may be, likeliest first:"])
            + causes.enumerated().flatMap { number, cause in
                cause.wrapped(to: 76).enumerated().map { ($0 == 0 ? "\(number + 1). " : "   ") + $1 }
            }
    }

    /// Where numbers that are not finite are found first.
    private var seen: String {
        if let place = evidence.brokenWeights {
            return "The weights of \(place.text) are not finite any more."
        }
        if let (place, input) = evidence.brokenOutput {
            return
                "All weights are finite. \(place.text.capitalizedStart) makes the first number that is not, "
                + "from numbers up to \(input.lossText)."
        }
        if evidence.predictionIsFinite {
            let (low, high) = (evidence.predictions.lowerBound, evidence.predictions.upperBound)
            return "All weights are finite, and so are the predictions, from \(low.lossText) to "
                + "\(high.lossText). The loss makes the first number that is not."
        }
        return "All weights are finite, and some predictions are not."
    }

    /// The causes that the evidence speaks for; at least one.
    var causes: [String] {
        var causes = [codeCause].compactMap(\.self)
        if evidence.batches == 0 {
            // Nothing has been learnt yet: no step was too long.
            if let initialDeviation, initialDeviation > 10 {
                causes.insert(
                    "The weights start too far from 0. Try --initial-deviation 0.1, or leave it out.", at: 0)
            }
        } else if stepsCameFirst {
            causes.insert(stepCause, at: 0)
        } else if stepsLookTooLong || causes.isEmpty {
            causes.append(stepCause)
        }
        if evidence.growth != nil {
            let optimizer = "\(plan.optimizer.kind.rawValue)"
            causes.append(
                "A step goes the wrong way, or a backward does not divide by the batch: "
                    + "./grade.sh \(optimizer), ./grade.sh \(plan.loss.rawValue)")
        }
        return causes.isEmpty ? ["A forward is wrong: ./grade.sh tells which."] : causes
    }

    private var stepsLookTooLong: Bool { evidence.growth != nil || evidence.largestWeight > 1e3 }

    /// Whether right code would have come to the same end.
    private var stepsCameFirst: Bool {
        if evidence.brokenWeights != nil { return stepsLookTooLong }
        if let (place, _) = evidence.brokenOutput { return place.name == "Linear" && stepsLookTooLong }
        return evidence.predictionIsFinite && stepsLookTooLong && largestPrediction > 1e4
    }

    private var largestPrediction: Double {
        max(evidence.predictions.lowerBound.magnitude, evidence.predictions.upperBound.magnitude)
    }

    /// The learning rate.
    private var stepCause: String {
        let rate = plan.optimizer.learningRate
        var text = "The learning rate \(rate.plainText) is too large"
        if let growth = evidence.growth {
            text += ": the loss rose from \(growth.from.lossText) to \(growth.to.lossText) before"
        } else if evidence.largestWeight > 1e3 {
            text += ": there is a weight of \(evidence.largestWeight.lossText)"
        }
        return text + ". Try a tenth, --learning-rate \((rate / 10).plainText); Lessons/14-sgd.md"
    }

    /// The part of the student's code where it happened.
    private var codeCause: String? {
        if evidence.brokenWeights != nil {
            if let place = evidence.brokenGradient {
                return gradientCause(place)
            }
            return evidence.gradientsAreFine ? optimizerCause : nil
        }
        if let (place, input) = evidence.brokenOutput { return layerCause(place, input: input) }
        return evidence.predictionIsFinite ? lossCause : nil
    }

    private func gradientCause(_ place: LossEvidence.Place) -> String {
        let start = "The gradient of \(place.text) is not finite: "
        let divides = "which divides by predictions, and by 0 where they are not clipped. "
        return switch plan.loss {
        case .binaryCrossEntropy, .crossEntropy:
            start + "see to the backward of the loss, \(divides)\(pointer(to: plan.loss.rawValue))"
        default:
            start + "see to the backward of what comes after it, and of the loss. "
                + pointer(to: plan.loss.rawValue)
        }
    }

    private var optimizerCause: String {
        let start = "All gradients are finite, so it was the optimizer's step. "
        let end = pointer(to: plan.optimizer.kind.rawValue)
        return switch plan.optimizer.kind {
        case .rmsprop, .adam:
            start + "It divides by a root, which is 0 where a gradient is: ε has to be added"
                + (plan.optimizer.epsilon > 0 ? ". " : ", and --epsilon is 0. ") + end
        case .sgd, .momentum: start + end
        }
    }

    private func layerCause(_ place: LossEvidence.Place, input: Double) -> String? {
        let exercise = CourseExercise.named(place.name)?.pointer ?? ""
        switch place.name {
        case "Softmax":
            return
                "Softmax's forward: e to the power of 710 is infinite already. Subtract each row's maximum "
                + "first. \(exercise)"
        case "Sigmoid", "Tanh":
            return "\(place.name)'s forward: e to the power of 710 is infinite already, and ∞/∞ is not a "
                + "number. Use the form on its page. \(exercise)"
        case "Linear" where max(input, evidence.largestWeight) > 1e100:
            return nil
        default:
            return "\(place.name)'s forward. \(exercise)"
        }
    }

    private var lossCause: String? {
        guard largestPrediction < 1e100 else { return nil }
        let exercise = pointer(to: plan.loss.rawValue)
        return switch plan.loss {
        case .binaryCrossEntropy, .crossEntropy:
            "The loss takes the logarithm of 0. Keep predictions between 1e-12 and 1 − 1e-12 with `clip`. "
                + exercise
        case .sigmoidCrossEntropy, .softmaxCrossEntropy:
            "The loss takes e to the power of a large number, or the logarithm of 0. Use the form that is safe "
                + "for large logits. \(exercise)"
        case .meanSquaredError: "The loss's forward. \(exercise)"
        }
    }

    private func pointer(to id: String) -> String {
        CourseExercise.all.first { $0.id == id }?.pointer ?? ""
    }
}

extension String {
    fileprivate var capitalizedStart: String { prefix(1).uppercased() + dropFirst() }

    /// The text in lines of at most `width` characters, broken between words.
    func wrapped(to width: Int) -> [String] {
        var lines = [""]
        for word in split(separator: " ") {
            let line = lines[lines.count - 1]
            if line.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if line.count + 1 + word.count <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
