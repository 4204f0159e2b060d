import Foundation
import Synchronization

/// How far a class run is.
final class ClassCount: Sendable {
    private struct Numbers {
        var done = 0
        /// Of those done, how many were so before this run.
        var kept = 0
        var unbuilt = 0
        var refused = 0
    }

    private let total: Int
    private let numbers = Mutex(Numbers())
    private let start = ContinuousClock.now

    /// Begins to count.
    init(of total: Int) { self.total = total }

    /// Counts a submission that is done.
    func add(_ graded: (row: ClassRow, isKept: Bool)) {
        numbers.withLock { numbers in
            numbers.done += 1
            if graded.isKept { numbers.kept += 1 }
            if !graded.row.unusable.isEmpty { numbers.unbuilt += 1 }
            if graded.row.refusal != nil { numbers.refused += 1 }
        }
    }

    /// "120 of 1000 graded, 3 with files that do not build, 1 refused, 31 min left".
    var text: String {
        let now = numbers.withLock { $0 }
        var parts = ["\(now.done) of \(total) graded"]
        if now.unbuilt > 0 { parts.append("\(now.unbuilt) with files that do not build") }
        if now.refused > 0 { parts.append("\(now.refused) refused") }
        let graded = now.done - now.kept
        if graded > 0, now.done < total {
            let seconds = (.now - start) / .seconds(1) / Double(graded) * Double(total - now.done)
            parts.append(seconds < 90 ? "\(Int(seconds)) s left" : "\(Int(seconds / 60)) min left")
        }
        return parts.joined(separator: ", ")
    }
}

/// A run that was interrupted, and where it stands.
struct ClassInterruption: Error, CustomStringConvertible {
    let done: Int
    let total: Int

    var description: String {
        "interrupted: \(done) of \(total) are graded. The same command goes on from there."
    }
}

/// Submissions, handed out one after the other.
final class ClassQueue: Sendable {
    private let left: Mutex<ArraySlice<ClassInput.Submission>>

    /// Hands out these, in their order.
    init(_ submissions: [ClassInput.Submission]) { left = Mutex(submissions[...]) }

    /// The next one; nil when all are handed out.
    func next() -> ClassInput.Submission? { left.withLock { $0.popFirst() } }
}
