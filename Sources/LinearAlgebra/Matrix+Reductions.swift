// Down the columns: one number for each column, as a 1 × columns matrix.
extension Matrix {
    /// Adds up each column; a 1 × columns matrix of zeros where there is no row.
    public func columnSums() -> Matrix {
        reducingColumns(from: 0) { $0 + $1 }
    }

    /// Averages each column, as a 1 × columns matrix; NaN where there is no row.
    public func columnMeans() -> Matrix {
        columnSums() / Double(rows)
    }

    /// Finds the largest element of each column, as a 1 × columns matrix; −∞ where there is no row.
    public func columnMaxima() -> Matrix {
        reducingColumns(from: -.infinity, larger)
    }

    @inline(__always)
    private func reducingColumns(from start: Double, _ combine: (Double, Double) -> Double) -> Matrix {
        let elements = elements
        var result = [Double](repeating: start, count: columns)
        for row in 0..<rows {
            for column in 0..<columns {
                result[column] = combine(result[column], elements[row * columns + column])
            }
        }
        return Matrix(rows: 1, columns: columns, unchecked: result)
    }
}

// Along the rows: one number for each row, as a rows × 1 matrix.
extension Matrix {
    /// Adds up each row; a rows × 1 matrix of zeros where there is no column.
    public func rowSums() -> Matrix {
        reducingRows(from: 0) { $0 + $1 }
    }

    /// Averages each row, as a rows × 1 matrix; NaN where there is no column.
    public func rowMeans() -> Matrix {
        rowSums() / Double(columns)
    }

    /// Finds the largest element of each row, as a rows × 1 matrix; −∞ where there is no column.
    public func rowMaxima() -> Matrix {
        reducingRows(from: -.infinity, larger)
    }

    /// Finds the column of the largest element of each row: the predicted class, where columns are classes.
    ///
    /// Of equal elements the first counts; NaN counts as the largest. Rows without columns have no largest
    /// element and end the program.
    ///
    /// - Returns: One column for each row, from 0.
    public func rowArgmax() -> [Int] {
        guard columns > 0 || rows == 0 else {
            fatalError("Matrix.rowArgmax: the rows of a matrix of shape \(shape) have no largest element")
        }
        let elements = elements
        return (0..<rows).map { row in
            let start = row * columns
            var best = start
            for index in start..<start + columns where !elements[best].isNaN {
                if elements[index] > elements[best] || elements[index].isNaN {
                    best = index
                }
            }
            return best - start
        }
    }

    @inline(__always)
    private func reducingRows(from start: Double, _ combine: (Double, Double) -> Double) -> Matrix {
        let elements = elements
        let reduced = (0..<rows).map { row in
            elements[row * columns..<(row + 1) * columns].reduce(start, combine)
        }
        return Matrix(rows: rows, columns: 1, unchecked: reduced)
    }
}

// Over everything: one number.
extension Matrix {
    /// Adds up all elements; 0 where there are none.
    public func sum() -> Double {
        elements.reduce(0, +)
    }

    /// Averages all elements; NaN where there are none.
    public func mean() -> Double {
        sum() / Double(elements.count)
    }

    /// Finds the smallest element; NaN if there is one, +∞ where there are no elements.
    public func min() -> Double {
        elements.reduce(.infinity, smaller)
    }

    /// Finds the largest element; NaN if there is one, −∞ where there are no elements.
    public func max() -> Double {
        elements.reduce(-.infinity, larger)
    }
}
