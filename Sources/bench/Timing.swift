import Foundation

/// How long a thing took that was done again and again, each time.
struct Timing: Decodable, Sendable {
    let seconds: Double
    /// The processor's time, of all threads together.
    let processorSeconds: Double

    /// Measures the best of five batches of at least 20 ms.
    static func best(of work: () throws -> Void) rethrows -> Timing {
        var count = 1
        while try Timing(count, of: work).seconds * Double(count) < 0.02 { count *= 2 }
        var best = try Timing(count, of: work)
        for _ in 1..<5 {
            let next = try Timing(count, of: work)
            if next.seconds < best.seconds { best = next }
        }
        return best
    }

    private init(_ count: Int, of work: () throws -> Void) rethrows {
        let (start, processorStart) = (ContinuousClock.now, clock())
        for _ in 0..<count { try work() }
        seconds = (ContinuousClock.now - start) / .seconds(count)
        processorSeconds = Double(clock() - processorStart) / Double(CLOCKS_PER_SEC) / Double(count)
    }
}
