import Dispatch
import Foundation

/// The blocks of `matmul`, after Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication" (2008).
///
/// B is cut into blocks of so many rows that a strip of it, as wide as a tile, stays in the first cache; A into blocks
/// that stay in the second one. Each block is copied (packed) into the order in which the tiles read it, whichever
/// way its matrix is stored, so that a tile reads memory in one stream and a transposed matrix costs no more.
///
/// The result's columns are shared out among threads where there is enough to do. An element is summed up by one
/// thread, in the order of k, so that the number of threads changes no bit of it.
@safe struct PackedMultiplication: @unchecked Sendable {
    let left: Operand
    let right: Operand
    let result: UnsafeMutablePointer<Double>
    let rows: Int
    let inner: Int
    let columns: Int

    private static let depth = 256
    private static let leftRows = 96
    private static let rightColumns = 512
    /// From how many multiplications on another thread is worth the start of it.
    private static let workForThread = 1 << 20
    private static let processors = ProcessInfo.processInfo.activeProcessorCount

    func run() {
        let work = rows * inner * columns
        let strips = (columns + Tile.width - 1) / Tile.width
        let threads = min(Self.processors, strips, max(1, work / Self.workForThread))
        guard threads > 1 else {
            run(columns: 0..<columns)
            return
        }
        let share = (strips + threads - 1) / threads * Tile.width
        let parts = (columns + share - 1) / share
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            run(columns: part * share..<min(columns, (part + 1) * share))
        }
    }

    private func run(columns range: Range<Int>) {
        let depth = min(Self.depth, inner)
        let rightStrip = Self.roundedUp(min(Self.rightColumns, range.count), Tile.width)
        let leftStrip = Self.roundedUp(min(Self.leftRows, rows), Tile.height)
        unsafe withUnsafeTemporaryAllocation(
            of: Double.self, capacity: depth * (rightStrip + leftStrip) + Tile.width * Tile.height
        ) { memory in
            guard let start = memory.baseAddress else { return }
            let packedRight = unsafe start
            let packedLeft = unsafe start + depth * rightStrip
            let edge = unsafe packedLeft + depth * leftStrip
            for column in stride(from: range.lowerBound, to: range.upperBound, by: Self.rightColumns) {
                let width = min(Self.rightColumns, range.upperBound - column)
                for k in stride(from: 0, to: inner, by: Self.depth) {
                    let depth = min(Self.depth, inner - k)
                    unsafe Self.pack(
                        right.transposed, strips: Tile.width, column, width, k, depth, to: packedRight)
                    for row in stride(from: 0, to: rows, by: Self.leftRows) {
                        let height = min(Self.leftRows, rows - row)
                        unsafe Self.pack(left, strips: Tile.height, row, height, k, depth, to: packedLeft)
                        unsafe multiplyBlock(
                            packedLeft, packedRight, row, height, column, width, depth, edge, isFirst: k == 0)
                    }
                }
            }
        }
    }

    private func multiplyBlock(
        _ packedLeft: UnsafeMutablePointer<Double>, _ packedRight: UnsafeMutablePointer<Double>, _ row: Int,
        _ height: Int,
        _ column: Int, _ width: Int, _ depth: Int, _ edge: UnsafeMutablePointer<Double>, isFirst: Bool
    ) {
        for j in stride(from: 0, to: width, by: Tile.width) {
            for i in stride(from: 0, to: height, by: Tile.height) {
                let target = unsafe result + (row + i) * columns + column + j
                let left = unsafe packedLeft + i * depth
                let right = unsafe packedRight + j * depth
                let (tall, wide) = (min(Tile.height, height - i), min(Tile.width, width - j))
                if tall == Tile.height, wide == Tile.width {
                    unsafe Tile.multiply(
                        left, right, depth: depth, to: target, stride: columns, isFirst: isFirst)
                    continue
                }
                // A tile that juts out of the result is summed up beside it.
                if !isFirst {
                    unsafe Self.copy(target, stride: columns, to: edge, stride: Tile.width, tall, wide)
                }
                unsafe Tile.multiply(
                    left, right, depth: depth, to: edge, stride: Tile.width, isFirst: isFirst)
                unsafe Self.copy(edge, stride: Tile.width, to: target, stride: columns, tall, wide)
            }
        }
    }

    private static func copy(
        _ source: UnsafeMutablePointer<Double>, stride: Int, to target: UnsafeMutablePointer<Double>,
        stride targetStride: Int,
        _ rows: Int, _ columns: Int
    ) {
        for row in 0..<rows {
            unsafe (target + row * targetStride).update(from: source + row * stride, count: columns)
        }
    }

    /// Copies a block into strips of so many rows; in each, column follows column. What is missing of the last strip is 0.
    private static func pack(
        _ operand: Operand, strips height: Int, _ first: Int, _ count: Int, _ k: Int, _ depth: Int,
        to target: UnsafeMutablePointer<Double>
    ) {
        for row in stride(from: 0, to: count, by: height) {
            let strip = unsafe target + row * depth
            let source = unsafe operand.at(first + row, k)
            let there = min(height, count - row)
            if there < height { unsafe strip.update(repeating: 0, count: height * depth) }
            if operand.rowStride == 1 {
                for d in 0..<depth {
                    for i in 0..<there {
                        unsafe strip[d &* height &+ i] = source[d &* operand.columnStride &+ i]
                    }
                }
            } else {
                for i in 0..<there {
                    for d in 0..<depth {
                        unsafe strip[d &* height &+ i] =
                            source[i &* operand.rowStride &+ d &* operand.columnStride]
                    }
                }
            }
        }
    }

    private static func roundedUp(_ count: Int, _ unit: Int) -> Int { (count + unit - 1) / unit * unit }
}
