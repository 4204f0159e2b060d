import LinearAlgebra

/// A possible reason for a wrong result, and the test that it has to stand.
struct Explanation<Input: TestInput> {
    /// What is said when it is the reason.
    let text: String
    /// Whether what came is what this reason would bring about, in every entry.
    let explains: (Trial<Input>) throws -> Bool
    /// A reason that names the cause goes before one that only describes the numbers.
    let rank: Rank

    enum Rank: Int, Comparable {
        case cause, relation, place

        static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
    }
}

extension Subject {
    /// Finds out which mistake explains a wrong result.
    ///
    /// A mistake is named only where it explains every entry of this result and of one more wrong result at
    /// least, on an independent input, and none of the results speaks against it. While several mistakes do, the
    /// input is changed.
    ///
    /// - Parameters:
    ///   - trial: The wrong result.
    ///   - expected: What is right for other inputs.
    ///   - draw: Makes other inputs that bring out the same mistake.
    /// - Returns: A sentence, and where to read on; nil when no known mistake fits.
    func diagnosis(
        of trial: Trial<Input>, expected: (Input) throws -> Matrix, draw: (Int, Int, UInt64) -> Input
    ) -> String? {
        var left = explanations(of: trial).filter { (try? $0.explains(trial)) == true }
        var wrongResults = 1
        for (index, size) in Size.varied.enumerated() {
            if left.isEmpty || (left.count == 1 && wrongResults >= 3) { break }
            let input = draw(size.rows, size.columns, UInt64(100 + index))
            guard let received = try? received(input), let expected = try? expected(input) else { break }
            let other = Trial(input: input, received: received, expected: expected)
            if !other.isRight { wrongResults += 1 }
            left.removeAll { (try? $0.explains(other)) != true }
        }
        guard wrongResults >= 2, let best = left.map(\.rank).min() else { return nil }
        let named = left.filter { $0.rank == best }
        return named.count == 1 || best > .cause ? named.first?.text : nil
    }

    private func explanations(of trial: Trial<Input>) -> [Explanation<Input>] {
        let ofForward = differences.map { differences in
            Explanation<Input>(
                text: """
                    It is the derivative of your own \(forwardName), and that is not right yet: mend it first.
                    """,
                explains: { try $0.received.matches(differences($0.input)) }, rank: .cause)
        }
        let own = mistakes.map { mistake in
            Explanation<Input>(
                text: "\(mistake.sentence) See \(lesson)#\(mistake.section).",
                explains: { try $0.received.matches(mistake.result($0.input)) }, rank: .cause)
        }
        let ofRight = differences.map { _ in
            Explanation<Input>(
                text: "This gradient is right; your own \(forwardName) is not: mend it first.",
                explains: { try $0.received.matches(right($0.input)) }, rank: .cause)
        }
        // What is the derivative of its own forward, or of the right one, needs no other reason.
        for certain in [ofForward, ofRight].compactMap(\.self)
        where (try? certain.explains(trial)) == true {
            return [certain]
        }
        // Held against a forward that is wrong, a gradient fits reasons that are none.
        if differences != nil, let right = try? right(trial.input), !right.matches(trial.expected) {
            return []
        }
        return own + relations(in: trial) + places(in: trial)
    }

    /// Says, for a gradient, that it is not backward alone that is wrong; nil where forward's derivative is right.
    func wrongForward(on input: Input) -> String? {
        guard let numerical = try? differences?(input), let right = try? right(input) else { return nil }
        return numerical.matches(right) ? nil : "Your own \(forwardName) is not right here: mend it first."
    }

    /// The function whose derivative this is.
    ///
    /// Of "Linear.backward, ∂L/∂W" it is "Linear.forward".
    var forwardName: String { String(name.prefix { $0 != "," }).replacing("backward", with: "forward") }
}

extension Size {
    /// Batches that differ in both numbers and are no squares, so that no factor can be taken for another one.
    static let varied = [
        Size(3, 2), Size(5, 4), Size(2, 3), Size(4, 7), Size(6, 5), Size(3, 4), Size(7, 2), Size(2, 6),
    ]
}
