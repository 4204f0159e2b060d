import Foundation
import LinearAlgebra

// Reasons that fit any function: how what came is related to what is right, and to what was given.

extension Subject {
    /// The relations that hold between what came and what is right, as far as one result can tell.
    func relations(in first: Trial<Input>) -> [Explanation<Input>] {
        let batch = first.input.batch
        return copies(of: first) + factors(of: batch) + constants(in: first) + functions + arrangements
    }

    private func relation(
        _ text: String, _ result: @escaping (Trial<Input>) throws -> Matrix?
    ) -> Explanation<Input> {
        Explanation(
            text: text, explains: { try result($0).map($0.received.matches) ?? false }, rank: .relation)
    }

    /// A part of the input itself, or what is right with that part left out or once too often.
    private func copies(of first: Trial<Input>) -> [Explanation<Input>] {
        first.input.parts.enumerated().flatMap { index, part in
            let value = { (trial: Trial<Input>) in trial.input.parts[index].value }
            return [
                relation("It returns its \(part.name) as it is.") { value($0) },
                relation("The factor \(part.name) is missing: multiply by it.") { trial in
                    guard trial.expected.shape == value(trial).shape else { return nil }
                    return try trial.expected / value(trial)
                },
                relation("It is multiplied by \(part.name) once too often.") { trial in
                    guard trial.expected.shape == value(trial).shape else { return nil }
                    return try trial.expected * value(trial)
                },
            ]
        }
    }

    /// Multiples that change with the size of the batch.
    private func factors(of batch: Shape) -> [Explanation<Input>] {
        let counts: [(number: (Shape) -> Int, meaning: String)] = [
            ({ $0.rows }, "the number of rows"), ({ $0.columns }, "the number of columns"),
            ({ $0.rows * $0.columns }, "the number of elements"),
        ]
        return counts.flatMap { count in
            [
                relation("It is \(count.number(batch)) times too large, and that is \(count.meaning).") {
                    $0.expected * Double(count.number($0.input.batch))
                },
                relation("It is \(count.number(batch)) times too small, and that is \(count.meaning).") {
                    $0.expected / Double(count.number($0.input.batch))
                },
            ]
        }
    }

    /// A multiple or a sum with a number that is the same for all inputs.
    private func constants(in first: Trial<Input>) -> [Explanation<Input>] {
        guard first.received.shape == first.expected.shape,
            let place = first.expected.elements.indices.max(by: {
                abs(first.expected.elements[$0]) < abs(first.expected.elements[$1])
            })
        else { return [] }
        let (received, expected) = (first.received.elements[place], first.expected.elements[place])
        let (factor, difference) = (received / expected, received - expected)
        var found: [Explanation<Input>] = []
        if received == 0 {
            found.append(relation("It is 0 everywhere.") { $0.expected * 0 })
        } else if factor.isFinite {
            found.append(relation(Self.sentence(for: factor)) { $0.expected * factor })
        }
        if difference.isFinite, difference != 0 {
            let direction = difference > 0 ? "large" : "small"
            found.append(
                relation("It is too \(direction) by \(short(abs(difference))) everywhere.") {
                    $0.expected + difference
                })
        }
        return found
    }

    private static func sentence(for factor: Double) -> String {
        let named: [(factor: Double, sentence: String)] = [
            (-1, "The sign is wrong: it is the negative of what is right."),
            (2, "It is twice what is right."),
            (0.5, "It is half of what is right."),
            (-2, "It is twice what is right, with the wrong sign."),
            (-0.5, "It is half of what is right, with the wrong sign."),
            (1 / log(10), "It is ln 10 = 2.303 times too small: as with a logarithm to base 10."),
            (log(10), "It is ln 10 = 2.303 times too large."),
            (1 / log(2), "It is 1 / ln 2 = 1.443 times too large: as with a logarithm to base 2."),
            (100, "It is 100 times too large, as if it were per cent."),
        ]
        return named.first { $0.factor.matches(factor) }?.sentence
            ?? "It is \(short(factor)) times what is right everywhere."
    }

    /// What is right, put through one more function.
    private var functions: [Explanation<Input>] {
        [
            relation("It is the square of what is right.") { $0.expected.map { $0 * $0 } },
            relation("It is the square root of what is right.") { $0.expected.map { $0.squareRoot() } },
            relation("It is 1 divided by what is right.") { 1 / $0.expected },
            relation("It is 1 minus what is right.") { 1 - $0.expected },
            relation("It is the logarithm of what is right.") { log($0.expected) },
            relation("It is e to the power of what is right.") { exp($0.expected) },
            relation("It is the absolute value of what is right: signs are lost.") { abs($0.expected) },
        ]
    }

    /// The right elements in other places.
    private var arrangements: [Explanation<Input>] {
        [
            relation("Rows and columns are swapped.") { $0.expected.transposed() },
            relation("The rows are right, but in the opposite order.") { trial in
                trial.expected.selectingRows((0..<trial.expected.rows).reversed())
            },
            relation("The columns are right, but in the opposite order.") { trial in
                let columns = trial.expected.transposed()
                return columns.selectingRows((0..<columns.rows).reversed()).transposed()
            },
            relation("Every row is the first row of what is right.") { trial in
                trial.expected.selectingRows([Int](repeating: 0, count: trial.expected.rows))
            },
        ]
    }
}
