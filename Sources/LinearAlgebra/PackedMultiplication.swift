import Dispatch
import Foundation

/// A product that is cut into blocks, after Goto and van de Geijn, "Anatomy of High-Performance Matrix
/// Multiplication" (2008).
///
///     for each 512 columns of C                    512 × 256 numbers of B: 1 MB, the larger caches
///         for each 256 products of their sums
///             pack that block of B
///             for each 96 rows of C                96 × 256 numbers of A: 192 KB, the second cache
///                 pack that block of A
///                 for each 16 columns, 12 rows     a strip of B of 256 × 16: 32 KB, the first cache;
///                     add up a tile of C           the tile itself: the registers
///
/// To pack a block is to copy it into the order in which the tiles read it, strip by strip, whichever way its matrix
/// is stored: a tile reads memory in one stream, and a transposed matrix costs no more than another.
///
/// Threads share out the columns of C where there is enough to do. Each element is added up by one thread, in the
/// order of k, so that the number of threads changes no bit of it.
@safe struct PackedMultiplication: @unchecked Sendable {
    let left: Operand
    let right: Operand
    let result: UnsafeMutablePointer<Double>
    let rows: Int
    let inner: Int
    let columns: Int

    private static let blockDepth = 256
    private static let blockRows = 96
    private static let blockColumns = 512

    /// From how many products on another thread is worth the start of it.
    private static let productsForThread = 1 << 20
    private static let processors = ProcessInfo.processInfo.activeProcessorCount

    /// Writes every element of the result.
    func run() {
        let strips = columns.dividedRoundingUp(by: Tile.width)
        let threads = min(Self.processors, strips, max(1, rows * inner * columns / Self.productsForThread))
        let share = strips.dividedRoundingUp(by: threads) * Tile.width
        let parts = columns.dividedRoundingUp(by: share)
        guard parts > 1 else {
            run(columns: 0..<columns)
            return
        }
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            run(columns: part * share..<min((part + 1) * share, columns))
        }
    }

    private func run(columns range: Range<Int>) {
        let depth = min(Self.blockDepth, inner)
        let width = min(Self.blockColumns, range.count).dividedRoundingUp(by: Tile.width) * Tile.width
        let height = min(Self.blockRows, rows).dividedRoundingUp(by: Tile.height) * Tile.height
        let edge = Tile.height * Tile.width
        unsafe withUnsafeTemporaryAllocation(of: Double.self, capacity: depth * (width + height) + edge) {
            memory in
            guard let packedRight = memory.baseAddress else { return }
            let packedLeft = unsafe packedRight + depth * width
            let edge = unsafe packedLeft + depth * height
            for column in stride(from: range.lowerBound, to: range.upperBound, by: Self.blockColumns) {
                let columns = column..<min(column + Self.blockColumns, range.upperBound)
                for k in stride(from: 0, to: inner, by: Self.blockDepth) {
                    let depths = k..<min(k + Self.blockDepth, inner)
                    unsafe pack(right.transposed, columns, depths, strip: Tile.width, into: packedRight)
                    for row in stride(from: 0, to: rows, by: Self.blockRows) {
                        let rows = row..<min(row + Self.blockRows, rows)
                        unsafe pack(left, rows, depths, strip: Tile.height, into: packedLeft)
                        unsafe add(packedLeft, packedRight, rows, columns, depths, edge: edge)
                    }
                }
            }
        }
    }

    /// Adds the product of two packed blocks to the result, tile by tile; the first block of a sum is written.
    private func add(
        _ packedLeft: UnsafePointer<Double>, _ packedRight: UnsafePointer<Double>, _ rows: Range<Int>,
        _ columns: Range<Int>, _ depths: Range<Int>, edge: UnsafeMutablePointer<Double>
    ) {
        let isFirst = depths.lowerBound == 0
        for column in stride(from: columns.lowerBound, to: columns.upperBound, by: Tile.width) {
            let right = unsafe packedRight + (column - columns.lowerBound) * depths.count
            let width = min(Tile.width, columns.upperBound - column)
            for row in stride(from: rows.lowerBound, to: rows.upperBound, by: Tile.height) {
                let left = unsafe packedLeft + (row - rows.lowerBound) * depths.count
                let height = min(Tile.height, rows.upperBound - row)
                let tile = unsafe result + (row * self.columns + column)
                if height == Tile.height, width == Tile.width {
                    unsafe Tile.add(
                        left, right, depth: depths.count, to: tile, stride: self.columns, isFirst: isFirst)
                    continue
                }
                // A tile that juts out of the result is added up beside it.
                for i in 0..<height where !isFirst {
                    unsafe (edge + i * Tile.width).update(from: tile + i * self.columns, count: width)
                }
                unsafe Tile.add(
                    left, right, depth: depths.count, to: edge, stride: Tile.width, isFirst: isFirst)
                for i in 0..<height {
                    unsafe (tile + i * self.columns).update(from: edge + i * Tile.width, count: width)
                }
            }
        }
    }
}

/// Copies a block into strips of so many rows, in each of which column follows column; what the last strip lacks is 0.
private func pack(
    _ operand: Operand, _ rows: Range<Int>, _ columns: Range<Int>, strip height: Int,
    into packed: UnsafeMutablePointer<Double>
) {
    let depth = columns.count
    for row in stride(from: rows.lowerBound, to: rows.upperBound, by: height) {
        let strip = unsafe packed + (row - rows.lowerBound) * depth
        let source = unsafe operand.at(row, columns.lowerBound)
        let there = min(height, rows.upperBound - row)
        if there < height { unsafe strip.update(repeating: 0, count: height * depth) }
        // The inner loop goes the way that the operand lies in memory.
        if operand.rowStride == 1 {
            for k in 0..<depth {
                for i in 0..<there {
                    unsafe strip[k &* height &+ i] = source[k &* operand.columnStride &+ i]
                }
            }
        } else {
            for i in 0..<there {
                for k in 0..<depth {
                    unsafe strip[k &* height &+ i] =
                        source[i &* operand.rowStride &+ k &* operand.columnStride]
                }
            }
        }
    }
}

extension Int {
    fileprivate func dividedRoundingUp(by divisor: Int) -> Int { (self + divisor - 1) / divisor }
}
