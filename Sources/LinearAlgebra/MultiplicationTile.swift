// The innermost part of `matmul`: a tile of the result that is summed up in vector registers.
//
// How large a tile is, the registers decide. Where there are 32 registers of 8 numbers (AVX-512; the package's
// manifest looks), 12 rows of 16 take 24 of them; 16 registers of 4 (AVX2) or 32 of 2 (NEON) hold 6 rows of 8. Each
// step reads a row of B and a column of A, a few numbers, for all the products of the tile.

#if AVX512
    private typealias WholeRow = SIMD16<Double>
    private typealias HalfRow = SIMD8<Double>
#else
    private typealias WholeRow = SIMD8<Double>
    private typealias HalfRow = SIMD4<Double>
#endif

/// Returns sum + a · b, with a single rounding where the processor can.
@inline(__always)
func fused(_ sum: Double, _ a: Double, _ b: Double) -> Double {
    #if FMA || arch(arm64)
        sum.addingProduct(a, b)
    #else
        sum + a * b
    #endif
}

/// Returns sum + a · b element by element, with a single rounding where the processor can.
@inline(__always)
func fused<Vector: SIMD>(_ sum: Vector, _ a: Vector, _ b: Vector) -> Vector where Vector.Scalar == Double {
    #if FMA || arch(arm64)
        sum.addingProduct(a, b)
    #else
        sum + a * b
    #endif
}

/// A tile of the result.
enum Tile {
    #if AVX512
        static let height = 12
    #else
        static let height = 6
    #endif
    static let width = WholeRow.scalarCount
    static let halfWidth = HalfRow.scalarCount

    /// Adds the product of two packed strips to a tile of the result, or writes it there.
    ///
    /// Safety: `left` holds depth columns of `height` numbers, `right` depth rows of `width`, and `result` a tile whose
    /// rows are `stride` apart.
    ///
    /// - Parameters:
    ///   - left: A strip of A, packed or where it lies.
    ///   - right: A strip of B, packed.
    ///   - depth: How many products are added.
    ///   - result: The tile's first element.
    ///   - stride: From a row of the result to the next one.
    ///   - isFirst: Whether the sum begins here; else it goes on from what is there.
    ///   - isHalf: Whether the tile's left half will do.
    static func add(
        _ left: Operand, _ right: UnsafePointer<Double>, depth: Int,
        to result: UnsafeMutablePointer<Double>, stride: Int, isFirst: Bool, isHalf: Bool
    ) {
        if isHalf {
            unsafe add(HalfRow.self, left, right, depth: depth, to: result, stride: stride, isFirst: isFirst)
        } else {
            unsafe add(WholeRow.self, left, right, depth: depth, to: result, stride: stride, isFirst: isFirst)
        }
    }

    @inline(__always)
    private static func add<Row: SIMD<Double>>(
        _: Row.Type, _ left: Operand, _ right: UnsafePointer<Double>, depth: Int,
        to result: UnsafeMutablePointer<Double>, stride: Int, isFirst: Bool
    ) {
        var top = unsafe isFirst ? SixRows<Row>() : SixRows<Row>(result, stride: stride)
        #if AVX512
            let middle = unsafe result + 6 &* stride
            var bottom = unsafe isFirst ? SixRows<Row>() : SixRows<Row>(middle, stride: stride)
        #endif
        var column = unsafe left.start
        let rowStride = left.rowStride
        let rows = unsafe UnsafeRawPointer(right)
        for k in 0..<depth {
            let row = unsafe rows.loadUnaligned(
                fromByteOffset: k &* MemoryLayout<WholeRow>.stride, as: Row.self)
            unsafe top.add(column, stride: rowStride, row)
            #if AVX512
                unsafe bottom.add(column + 6 &* rowStride, stride: rowStride, row)
            #endif
            unsafe column += left.columnStride
        }
        unsafe top.store(to: result, stride: stride)
        #if AVX512
            unsafe bottom.store(to: middle, stride: stride)
        #endif
    }
}

/// Six rows of a tile; as properties and not as an array, so that each stays in its registers.
private struct SixRows<Row: SIMD<Double>> {
    var r0 = Row.zero
    var r1 = Row.zero
    var r2 = Row.zero
    var r3 = Row.zero
    var r4 = Row.zero
    var r5 = Row.zero

    @inline(__always)
    init() {}

    @inline(__always)
    init(_ source: UnsafeMutablePointer<Double>, stride: Int) {
        @inline(__always)
        func row(_ index: Int) -> Row {
            unsafe UnsafeRawPointer(source + index &* stride).loadUnaligned(as: Row.self)
        }
        (r0, r1, r2, r3, r4, r5) = (row(0), row(1), row(2), row(3), row(4), row(5))
    }

    @inline(__always)
    mutating func add(_ column: UnsafePointer<Double>, stride: Int, _ row: Row) {
        unsafe r0 = fused(r0, Row(repeating: column[0]), row)
        unsafe r1 = fused(r1, Row(repeating: column[stride]), row)
        unsafe r2 = fused(r2, Row(repeating: column[2 &* stride]), row)
        unsafe r3 = fused(r3, Row(repeating: column[3 &* stride]), row)
        unsafe r4 = fused(r4, Row(repeating: column[4 &* stride]), row)
        unsafe r5 = fused(r5, Row(repeating: column[5 &* stride]), row)
    }

    @inline(__always)
    func store(to result: UnsafeMutablePointer<Double>, stride: Int) {
        @inline(__always)
        func put(_ index: Int, _ row: Row) {
            unsafe UnsafeMutableRawPointer(result + index &* stride).storeBytes(of: row, as: Row.self)
        }
        put(0, r0)
        put(1, r1)
        put(2, r2)
        put(3, r3)
        put(4, r4)
        put(5, r5)
    }
}
