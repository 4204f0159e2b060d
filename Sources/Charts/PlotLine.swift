/// A line that is read off a plot, point by point.
struct PlotLine {
    /// Runs of points that belong together: between two runs there is a value that is not finite.
    let runs: [[(epoch: Int, value: Double)]]
    /// The epochs whose value cannot be drawn: NaN and infinity.
    let broken: [Int]

    /// Reads the values of epoch 1, 2, 3…; nil is a value that was not measured, and does not break the line.
    ///
    /// Of many epochs only those are kept that make a difference on paper: the first, the last, the lowest and
    /// the highest of each of `buckets` equal parts. A single spike in 1,000 epochs so stays in the picture.
    init(_ values: [Double?], buckets: Int) {
        var runs: [[(epoch: Int, value: Double)]] = [[]]
        var broken: [Int] = []
        for (epoch, value) in zip(1..., values) {
            guard let value else { continue }
            if value.isDrawable {
                runs[runs.count - 1].append((epoch, value))
            } else {
                broken.append(epoch)
                if runs.last?.isEmpty == false { runs.append([]) }
            }
        }
        self.broken = broken
        self.runs = runs.filter { !$0.isEmpty }.map { run in
            values.count <= 2 * buckets
                ? run
                : Self.thinned(run) { ($0 - 1) * buckets / values.count }
        }
    }

    private static func thinned(
        _ run: [(epoch: Int, value: Double)], bucket: (Int) -> Int
    ) -> [(epoch: Int, value: Double)] {
        var kept: [(epoch: Int, value: Double)] = []
        var rest = run[...]
        while let first = rest.first {
            let part = rest.prefix { bucket($0.epoch) == bucket(first.epoch) }
            rest = rest.dropFirst(part.count)
            let extremes = [part.min { $0.value < $1.value }, part.max { $0.value < $1.value }]
            let ends = [first.epoch == run.first?.epoch ? first : nil, rest.isEmpty ? part.last : nil]
            let chosen = (extremes + ends).compactMap(\.self).sorted { $0.epoch < $1.epoch }
            for point in chosen where point.epoch != kept.last?.epoch {
                kept.append(point)
            }
        }
        return kept
    }
}
