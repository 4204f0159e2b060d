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
/// A is read where it lies when C is so narrow that packing would cost more than it saves.
///
/// Threads share out the rows or the columns of C, the longer of the two, where there is enough to do. Each element is
/// added up by one thread, in the order of k, so that the number of threads changes no bit of it.
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

    /// Up to how many columns A is read where it lies.
    private static let narrow = 4 * Tile.width
    /// From how many products on another thread is worth the start of it.
    private static let productsForThread = 1 << 19
    private static let processors = ProcessInfo.processInfo.activeProcessorCount

    /// Writes every element of the result.
    func run() {
        let sharesRows = rows >= columns
        let (length, unit) = sharesRows ? (rows, Tile.height) : (columns, Tile.width)
        let tiles = length.dividedRoundingUp(by: unit)
        let threads = min(Self.processors, tiles, max(1, rows * inner * columns / Self.productsForThread))
        let share = tiles.dividedRoundingUp(by: threads) * unit
        let parts = length.dividedRoundingUp(by: share)
        guard parts > 1 else {
            run(rows: 0..<rows, columns: 0..<columns)
            return
        }
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let range = part * share..<min((part + 1) * share, length)
            run(rows: sharesRows ? range : 0..<rows, columns: sharesRows ? 0..<columns : range)
        }
    }

    private func run(rows: Range<Int>, columns: Range<Int>) {
        let depth = min(Self.blockDepth, inner)
        let width = min(Self.blockColumns, columns.count).dividedRoundingUp(by: Tile.width) * Tile.width
        let height = min(Self.blockRows, rows.count).dividedRoundingUp(by: Tile.height) * Tile.height
        let edge = Tile.height * Tile.width
        unsafe withUnsafeTemporaryAllocation(of: Double.self, capacity: depth * (width + height) + edge) {
            memory in
            guard let packedRight = memory.baseAddress else { return }
            let packedLeft = unsafe packedRight + depth * width
            let edge = unsafe packedLeft + depth * height
            for column in stride(from: columns.lowerBound, to: columns.upperBound, by: Self.blockColumns) {
                let columns = column..<min(column + Self.blockColumns, columns.upperBound)
                for k in stride(from: 0, to: inner, by: Self.blockDepth) {
                    let depths = k..<min(k + Self.blockDepth, inner)
                    unsafe pack(right.transposed, columns, depths, strip: Tile.width, into: packedRight)
                    for row in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.blockRows) {
                        let rows = row..<min(row + Self.blockRows, rows.upperBound)
                        // Only a last strip that is not full has to be packed in any case.
                        let full = columns.count > Self.narrow ? 0 : rows.count / Tile.height * Tile.height
                        unsafe pack(
                            left, rows.dropFirst(full), depths, strip: Tile.height,
                            into: packedLeft + full * depths.count)
                        unsafe add(packedLeft, full, packedRight, rows, columns, depths, edge: edge)
                    }
                }
            }
        }
    }

    /// Adds the product of two blocks to the result, tile by tile; the first block of a sum is written.
    ///
    /// - Parameters:
    ///   - packedLeft: The block of A, but for its first rows, which are read where they lie.
    ///   - inPlace: The number of these rows.
    ///   - packedRight: The block of B.
    ///   - rows: The rows of the result.
    ///   - columns: The columns of the result.
    ///   - depths: Which products of their sums.
    ///   - edge: Memory for a tile.
    private func add(
        _ packedLeft: UnsafePointer<Double>, _ inPlace: Int, _ packedRight: UnsafePointer<Double>,
        _ rows: Range<Int>, _ columns: Range<Int>, _ depths: Range<Int>, edge: UnsafeMutablePointer<Double>
    ) {
        let isFirst = depths.lowerBound == 0
        for column in stride(from: columns.lowerBound, to: columns.upperBound, by: Tile.width) {
            let right = unsafe packedRight + (column - columns.lowerBound) * depths.count
            let width = min(Tile.width, columns.upperBound - column)
            for row in stride(from: rows.lowerBound, to: rows.upperBound, by: Tile.height) {
                let first = row - rows.lowerBound
                let strip =
                    unsafe first < inPlace
                    ? Operand(
                        start: left.at(row, depths.lowerBound), rowStride: left.rowStride,
                        columnStride: left.columnStride)
                    : Operand(
                        start: packedLeft + first * depths.count, rowStride: 1, columnStride: Tile.height)
                let height = min(Tile.height, rows.upperBound - row)
                let tile = unsafe result + (row * self.columns + column)
                if height == Tile.height, width == Tile.width {
                    unsafe Tile.add(
                        strip, right, depth: depths.count, to: tile, stride: self.columns, isFirst: isFirst,
                        isHalf: false)
                    continue
                }
                // A tile that juts out of the result is added up beside it.
                for i in 0..<height where !isFirst {
                    unsafe (edge + i * Tile.width).update(from: tile + i * self.columns, count: width)
                }
                unsafe Tile.add(
                    strip, right, depth: depths.count, to: edge, stride: Tile.width, isFirst: isFirst,
                    isHalf: width <= Tile.halfWidth)
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
                unsafe (strip + k &* height).update(from: source + k &* operand.columnStride, count: there)
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
