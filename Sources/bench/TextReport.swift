import Foundation

extension Report.Setting {
    var text: String {
        let layers = isStudent ? "the student's layers" : "the answers"
        let peer =
            numPy.map { "NumPy \($0.numpy) on \($0.blas), Python \($0.python)" }
            ?? "without NumPy"
        return "\(layers), \(configuration) build · \(processors) processors, \(system) · \(peer)\n"
    }
}

extension MatmulBench.Result {
    var text: String {
        var table = Table(
            wordColumns: 2, headings: ["matmul", "", "ours", "GFLOP/s", "of peak", "threads"])
        if products.contains(where: { $0.numPy != nil }) {
            table.headings += ["NumPy", "NumPy/ours", "", "by processor"]
        }
        for product in products {
            var row = [
                product.name, product.shape, time(product.seconds.median), decimal(product.speed / 1e9, 1),
                percent(product.shareOfPeak), decimal(product.threads, 1),
            ]
            if let numPy = product.numPy {
                row += [
                    time(numPy.seconds.median), decimal(numPy.ratio.median, 2), "(\(numPy.ratio.range))",
                    decimal(numPy.processorRatio.median, 2),
                ]
            }
            table.rows.append(row)
        }
        return """
            \(table.text)
            A thread's multiply-add units do \(decimal(peak / 1e9, 1)) GFLOP/s at most; "of peak" is what ours makes of
            the processor's time, and "threads" how much of that it uses at once. NumPy runs on one thread;
            "by processor" compares the processor's time.

            """
    }
}

extension NetworkBench.Result {
    var text: String {
        var lines = [
            "\(name), \(epochs) \(epochs == 1 ? "epoch" : "epochs")",
            "  ours        \(time(seconds.median)) (\(time(seconds.least)) to \(time(seconds.most)))"
                + " · \(decimal(samplesPerSecond.median, 0)) samples/s",
        ]
        if let numPy {
            let threads = numPy.threads == .one ? "one thread" : "its usual threads"
            lines += [
                "  NumPy       \(time(numPy.seconds.median)) (\(time(numPy.seconds.least)) to "
                    + "\(time(numPy.seconds.most))) · \(threads), the faster way",
                "  NumPy/ours  \(decimal(numPy.ratio.median, 2)) (\(numPy.ratio.range))",
            ]
        }
        if let proof { lines.append("  losses      \(proof.text)") }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Comparison {
    fileprivate var text: String {
        guard let largestDifference else { return "NOT A NUMBER, in epoch \(epoch), in ours or in NumPy's" }
        let verdict = isEqual ? "equal NumPy's" : "DIFFER from NumPy's by more than \(Self.tolerance)"
        let difference = String(format: "%.1e", largestDifference)
        return "\(verdict) in \(epochs) epochs; largest relative difference \(difference), in epoch \(epoch)"
    }
}

extension CostBench.Result {
    var text: String {
        var table = Table(
            wordColumns: 1, headings: ["cost", "samples", "epochs", "time", "growth", "memory", "growth"])
        for runs in [bySamples, byEpochs] {
            for run in runs {
                table.rows.append([
                    name, "\(run.samples)", "\(run.epochs)", time(run.seconds),
                    decimal(run.seconds / runs[0].seconds, 2),
                    "\(decimal(Double(run.peakMemory) / 1_048_576, 1)) MiB",
                    decimal(Double(run.peakMemory) / Double(runs[0].peakMemory), 2),
                ])
            }
        }
        return table.text
    }
}

extension Spread {
    fileprivate var range: String { "\(decimal(least, 2)) to \(decimal(most, 2))" }
}

private func decimal(_ number: Double, _ places: Int) -> String {
    number.formatted(.number.precision(.fractionLength(places)).locale(Locale(identifier: "en_US")))
}

private func percent(_ share: Double) -> String { "\(decimal(share * 100, 0)) %" }

private func time(_ seconds: Double) -> String {
    switch seconds {
    case ..<0.001: "\(decimal(seconds * 1e6, 1)) µs"
    case ..<1: "\(decimal(seconds * 1000, 2)) ms"
    default: "\(decimal(seconds, 2)) s"
    }
}
