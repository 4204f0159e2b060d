/// A table of `Double`s with a fixed number of rows and columns: rows are samples, columns are features.
///
///     let x: Matrix = [[1, 2, 3],
///                      [4, 5, 6]]
///     x.shape     // (2 × 3)
///     x[1, 0]     // 4.0
///
/// A matrix is a value: a copy never changes with its original. Either dimension may be 0. NaN and infinity
/// pass through every operation, as they do in NumPy. Lesson: Lessons/01-matrices.md.
public struct Matrix: Equatable, Sendable {
    /// The number of rows, 0 or more.
    public let rows: Int
    /// The number of columns, 0 or more.
    public let columns: Int
    /// All elements, row by row: `rows * columns` of them.
    public var elements: [Double] { storage.elements(shape) }

    /// The elements in memory.
    var storage: Storage

    /// The number of rows and columns together; prints as "(2 × 3)".
    public var shape: Shape { Shape(rows: rows, columns: columns) }

    /// Makes a matrix from elements listed row by row.
    ///
    /// - Parameters:
    ///   - rows: The number of rows, 0 or more.
    ///   - columns: The number of columns, 0 or more.
    ///   - elements: The elements, row by row.
    /// - Throws: `ShapeError` when a dimension is negative or the count is not `rows * columns`.
    public init(rows: Int, columns: Int, elements: [Double]) throws(ShapeError) {
        let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
        guard rows >= 0, columns >= 0, !overflow, elements.count == count else {
            throw ShapeError(
                operation: "Matrix(rows:columns:elements:)",
                left: Shape(rows: rows, columns: columns), right: Shape(rows: 1, columns: elements.count))
        }
        self.init(rows: rows, columns: columns, unchecked: elements)
    }

    /// Makes a matrix whose elements are all the same.
    ///
    /// Both dimensions must be 0 or more; a negative one ends the program.
    public init(repeating value: Double, rows: Int, columns: Int) {
        guard rows >= 0, columns >= 0 else {
            fatalError("Matrix: a matrix cannot have \(rows) rows and \(columns) columns")
        }
        self.init(
            rows: rows, columns: columns, unchecked: [Double](repeating: value, count: rows * columns))
    }

    /// Makes a matrix from elements whose number is known to be right.
    init(rows: Int, columns: Int, unchecked elements: [Double]) {
        self.rows = rows
        self.columns = columns
        storage = Storage(elements)
    }

    /// Makes a matrix from what is in memory and known to be as much as it needs.
    init(rows: Int, columns: Int, storage: Storage) {
        self.rows = rows
        self.columns = columns
        self.storage = storage
    }

    /// Makes a matrix whose elements are written by a function that is given their storage, row by row.
    ///
    /// The function must write every element: that is what makes this safe.
    @inline(__always)
    init(rows: Int, columns: Int, writing write: (UnsafeMutableBufferPointer<Double>) -> Void) {
        let count = rows * columns
        let elements = unsafe [Double](unsafeUninitializedCapacity: count) { storage, initialized in
            unsafe write(storage)
            initialized = count
        }
        self.init(rows: rows, columns: columns, unchecked: elements)
    }

    /// The element in the given row and column, both counted from 0.
    ///
    /// An index outside of the matrix ends the program, as an array's does.
    public subscript(row: Int, column: Int) -> Double {
        get {
            checkIndex(row, column)
            let index = storage.isTransposed ? column * rows + row : row * columns + column
            return storage.factor * storage.stored[index]
        }
        set {
            checkIndex(row, column)
            storage.settle(shape)
            storage.stored[row * columns + column] = newValue
        }
    }

    private func checkIndex(_ row: Int, _ column: Int) {
        guard row >= 0, row < rows, column >= 0, column < columns else {
            fatalError("Matrix: there is no element [\(row), \(column)] in a matrix of shape \(shape)")
        }
    }

    /// The matrix with rows and columns exchanged: element [i, j] becomes [j, i].
    public func transposed() -> Matrix {
        Matrix(rows: columns, columns: rows, storage: storage.transposed())
    }
}

extension Matrix {
    /// Tells whether two matrices have one shape and equal elements; a matrix with NaN equals none, itself
    /// included.
    ///
    /// Written out because `Array` takes two arrays for equal, NaN or not, when they share their storage.
    public static func == (left: Matrix, right: Matrix) -> Bool {
        left.shape == right.shape && left.elements.elementsEqual(right.elements)
    }
}

extension Matrix: ExpressibleByArrayLiteral {
    /// Makes a matrix from its rows: `[[1, 2], [3, 4]]`.
    ///
    /// All rows must be of one length; ragged rows end the program. `[]` is the (0 × 0) matrix.
    public init(arrayLiteral rows: [Double]...) {
        let columns = rows.first?.count ?? 0
        for (index, row) in rows.enumerated() where row.count != columns {
            fatalError(
                "Matrix: row \(index) of a literal has \(row.count) elements, and row 0 has \(columns)")
        }
        self.init(rows: rows.count, columns: columns, unchecked: rows.flatMap { $0 })
    }
}
