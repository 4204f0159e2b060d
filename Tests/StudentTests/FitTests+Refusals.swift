import LinearAlgebra
import NeuralNetwork
import Student
import TestSupport
import Testing

// When the caller is told, and what is refused.
extension FitTests {
    @Test("onEpoch is called after each epoch, with the metrics that end up in the history")
    func callback() throws {
        let log = CallLog()
        var received: [EpochMetrics] = []
        var stepsSoFar: [Int] = []
        var setup = Setup.counting(4, epochs: 3, batchSize: 2)
        setup.validation = try Dataset(inputs: [[1]], targets: [[1]])
        let run = try setup.run(log: log) { metrics in
            received.append(metrics)
            stepsSoFar.append(log.calls.count { $0 == "optimizer.step" })
        }
        guard expectSteps(run) else { return }
        let perEpoch = run.steps / 3
        let isEachEpoch = stepsSoFar == [perEpoch, 2 * perEpoch, 3 * perEpoch]
        guard
            expectTrue(
                isEachEpoch,
                """
                fit: onEpoch is \(stepsSoFar.isEmpty ? "never called" : "called after \(listed(stepsSoFar)) steps"). \
                Of 3 epochs of 2 batches each ends with a call: after 2, 4 and 6.
                """,
                stepsSoFar == [run.steps, run.steps, run.steps]
                    ? "It is called for all epochs in the end: call it as each one ends. See \(lesson)#the-idea."
                    : stepsSoFar == [run.steps]
                        ? "It is called once, in the end: call it after every epoch. See \(lesson)#the-idea."
                        : "Call it once an epoch, after its last step. See \(lesson)#the-idea."),
            expectTrue(
                perEpoch == 2, "fit: an epoch of 2 batches takes \(perEpoch) steps.",
                "Each training batch takes one, and the validation set none. See \(lesson)#the-idea.")
        else { return }
        let advice =
            received.allSatisfy { $0.validationLoss == nil }
            ? "It is called before the validation set is measured: call it when all is known."
            : "Hand over the entry that goes into the history."
        expectTrue(
            received == run.history, "fit: what onEpoch is given is not what the history has.",
            "\(advice) See \(lesson)#the-idea.")
    }

    @Test("an error thrown by onEpoch ends the training, and comes through")
    func callbackStops() throws {
        struct Stop: Error {}
        let log = CallLog()
        var stepsThen: Int?
        func steps() -> Int { log.calls.count { $0 == "optimizer.step" } }
        do {
            _ = try Setup.counting(4, epochs: 5, batchSize: 2).run(log: log) {
                if $0.epoch == 2 {
                    stepsThen = steps()
                    throw Stop()
                }
            }
            expectTrue(
                false,
                stepsThen == nil
                    ? "fit: onEpoch was never called with epoch 2 of 5."
                    : "fit: onEpoch has thrown an error, and fit has not.",
                stepsThen == nil
                    ? "Call it after every epoch. See \(lesson)#the-idea."
                    : steps() == stepsThen
                        ? "The training ends, and its caller does not learn why: let the error through."
                        : "The training goes on: let the error through. See \(lesson)#the-idea.")
        } catch is Stop {
            expectTrue(
                stepsThen == 4 && steps() == 4,
                "fit: onEpoch's error in epoch 2 comes after \(steps()) steps; 2 epochs of 2 batches have 4.",
                "Count epochs from 1, take a step a batch, and call onEpoch as each epoch ends.")
        }
    }

    @Test("epochs or a batch size below 1 are refused", arguments: [(0, 2), (-1, 2), (2, 0), (2, -3)])
    func refused(epochs: Int, batchSize: Int) throws {
        guard try expectWhatIsRight() else { return }
        try expectRefusal(.invalidArgument, "fit with \(epochs) epochs and batches of \(batchSize)") {
            try Setup.counting(4, epochs: epochs, batchSize: batchSize).run()
        }
    }

    @Test("an empty training set is refused")
    func refusedEmpty() throws {
        guard try expectWhatIsRight() else { return }
        let nothing = Matrix.zeros(rows: 0, columns: 1)
        try expectRefusal(.invalidArgument, "fit to a training set without samples") {
            try Setup(inputs: nothing, targets: nothing, batchSize: 1).run()
        }
    }

    /// Refusing everything is no answer: a single sample has to be trained on.
    private func expectWhatIsRight() throws -> Bool {
        let calls = try Setup.counting(1, batchSize: 1).run().log.calls
        return expectTrue(
            calls.contains("loss.forward"), "fit to one sample in one epoch: the loss is never called.",
            "Mend this first: what can be trained on must not be refused, nor passed over.")
    }
}
