/// A table of numbers.
public struct Matrix: Equatable, Sendable, ExpressibleByArrayLiteral {
    /// The number of rows.
    public let rows: Int
    /// The number of columns.
    public let columns: Int
    /// All elements, row by row.
    public let elements: [Double]

    /// Makes a matrix from elements listed row by row: `rows * columns` of them.
    public init(rows: Int, columns: Int, elements: [Double]) {
        precondition(elements.count == rows * columns)
        self.rows = rows
        self.columns = columns
        self.elements = elements
    }

    /// Makes a matrix from its rows, which must be of one length.
    public init(arrayLiteral rows: [Double]...) {
        self.init(rows: rows.count, columns: rows.first?.count ?? 0, elements: rows.flatMap { $0 })
    }
}
