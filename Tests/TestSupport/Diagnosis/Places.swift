import LinearAlgebra

// Reasons of last resort: where the wrong elements are.

extension Subject {
    /// The places in which all wrong elements are, as far as one result can tell.
    func places(in first: Trial<Input>) -> [Explanation<Input>] {
        guard first.received.shape == first.expected.shape else { return [] }
        return saturation(in: first) + [
            place("Only the last row is wrong.") { row, _, shape in row == shape.rows - 1 },
            place("Only the first row is wrong.") { row, _, _ in row == 0 },
            place("Only the first row is right.") { row, _, _ in row > 0 },
            place("Only the last row is right.") { row, _, shape in row < shape.rows - 1 },
            place("Only the last column is wrong.") { _, column, shape in column == shape.columns - 1 },
            place("Only the first column is wrong.") { _, column, _ in column == 0 },
            place("Only the first column is right.") { _, column, _ in column > 0 },
        ]
    }

    private func place(
        _ text: String, _ contains: @escaping (Int, Int, Shape) -> Bool
    ) -> Explanation<Input> {
        Explanation(
            text: text,
            explains: { trial in
                let shape = trial.expected.shape
                // With a single row or column the first is the last: that tells nothing.
                guard let isWrong = trial.isWrong, shape.rows > 1, shape.columns > 1 else { return false }
                return isWrong.enumerated().allSatisfy { index, isWrong in
                    isWrong == contains(index / shape.columns, index % shape.columns, shape)
                }
            }, rank: .place)
    }

    /// Results that never leave a range, though they should.
    private func saturation(in first: Trial<Input>) -> [Explanation<Input>] {
        guard let top = first.received.elements.max(), let bottom = first.received.elements.min(),
            top > bottom, top.isFinite, bottom.isFinite
        else { return [] }
        func cut(_ text: String, _ cut: @escaping (Matrix) -> Matrix) -> Explanation<Input> {
            Explanation(
                text: text,
                explains: { $0.received.matches(cut($0.expected)) }, rank: .place)
        }
        return [
            cut("It never gets above \(short(top)): larger results are cut off.") { minimum($0, top) },
            cut("It never gets below \(short(bottom)): smaller results are cut off.") { maximum($0, bottom) },
            cut("It stays between \(short(bottom)) and \(short(top)): other results are cut off.") {
                clip($0, min: bottom, max: top)
            },
        ]
    }
}
