extension Matrix {
    /// Applies a function to every element; the shape stays.
    ///
    /// Inlined into this module's own functions, so that a simple one becomes vector code.
    @inline(__always)
    public func map(_ transform: (Double) -> Double) -> Matrix {
        let (elements, factor) = storage.rowByRow(shape)
        // Safety: both have rows * columns elements.
        return unsafe Matrix(rows: rows, columns: columns) { result in
            unsafe elements.withUnsafeBufferPointer { elements in
                for index in elements.indices {
                    unsafe result[index] = transform(factor * elements[index])
                }
            }
        }
    }

    /// Applies a function to every element in place.
    @inline(__always)
    mutating func mapInPlace(_ transform: (Double) -> Double) {
        storage.settle(shape)
        // Safety: indices are the buffer's own.
        unsafe storage.stored.withUnsafeMutableBufferPointer { elements in
            for index in elements.indices {
                unsafe elements[index] = transform(elements[index])
            }
        }
    }

    /// Gathers rows by their indices, in any order and as often as they are named.
    ///
    /// An index outside of `0..<rows` ends the program, as an array's does.
    ///
    /// - Parameter indices: The rows to take, counted from 0.
    /// - Returns: A matrix of shape indices.count × columns.
    public func selectingRows(_ indices: some Collection<Int>) -> Matrix {
        let indices = Array(indices)  // read once: a collection may answer differently the second time
        let elements = elements
        var selected: [Double] = []
        selected.reserveCapacity(indices.count * columns)
        for row in indices {
            guard row >= 0, row < rows else {
                fatalError("Matrix.selectingRows: there is no row \(row) in a matrix of shape \(shape)")
            }
            selected += elements[row * columns..<(row + 1) * columns]
        }
        return Matrix(rows: indices.count, columns: columns, unchecked: selected)
    }
}
