import Synchronization

/// The elements of a matrix as they lie in memory, and what is still to be done to them.
///
///     element [i, j] = factor · (isTransposed ? stored[j, i] : stored[i, j])
///
/// To transpose a matrix, or to multiply it by a number, changes no element: it notes what to do and shares the memory.
/// `matmul` reads a transposed matrix as it lies, and an element-wise operator multiplies as it goes, so that
/// `weight -= learningRate * gradient` is one pass over memory and makes no matrix in between. Whoever asks for the
/// elements gets them worked out once.
struct Storage: Sendable {
    /// The elements before the factor, row by row, or column by column where `isTransposed`.
    var stored: [Double]
    private(set) var isTransposed = false
    private(set) var factor = 1.0
    /// The elements row by row, from when they are first asked for; nil where they are `stored`.
    private var workedOut: WorkedOut?

    init(_ elements: [Double]) {
        stored = elements
    }

    func transposed() -> Storage {
        var copy = self
        copy.isTransposed.toggle()
        copy.workedOut = WorkedOut()
        return copy
    }

    /// The elements times a number, each rounded once: there is one factor at most.
    func scaled(by number: Double, shape: Shape) -> Storage {
        var copy = factor == 1 ? self : Storage(elements(shape))
        copy.factor = number
        copy.workedOut = WorkedOut()
        return copy
    }

    /// All elements, row by row.
    func elements(_ shape: Shape) -> [Double] {
        workedOut?.elements { workOut(shape) } ?? stored
    }

    /// Elements row by row, and a number by which each is to be multiplied.
    func rowByRow(_ shape: Shape) -> (elements: [Double], factor: Double) {
        isTransposed ? (elements(shape), 1) : (stored, factor)
    }

    /// Makes `stored` the elements themselves, row by row, ready to be changed.
    mutating func settle(_ shape: Shape) {
        if workedOut != nil { self = Storage(elements(shape)) }
    }

    private func workOut(_ shape: Shape) -> [Double] {
        guard isTransposed else { return stored.map { factor * $0 } }
        // Block by block, so that what is read and what is written both stay in the cache.
        // Safety: rows stay below `rows` and columns below `columns`; every element is written once.
        let block = 16
        let (rows, columns) = (shape.rows, shape.columns)
        return unsafe [Double](unsafeUninitializedCapacity: stored.count) { result, count in
            unsafe stored.withUnsafeBufferPointer { stored in
                for firstColumn in stride(from: 0, to: columns, by: block) {
                    for row in 0..<rows {
                        for column in firstColumn..<min(firstColumn + block, columns) {
                            unsafe result[row &* columns &+ column] = factor * stored[column &* rows &+ row]
                        }
                    }
                }
            }
            count = stored.count
        }
    }
}

/// Elements that are worked out once, by whichever thread asks first.
private final class WorkedOut: Sendable {
    private let result = Mutex<[Double]?>(nil)

    func elements(_ workOut: () -> [Double]) -> [Double] {
        result.withLock { result in
            if let result { return result }
            let elements = workOut()
            result = elements
            return elements
        }
    }
}
