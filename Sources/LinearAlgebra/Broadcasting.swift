/// Returns the shape in which two operands meet: in each dimension they agree, or one of them is 1.
func broadcastShape(_ operation: String, _ left: Shape, _ right: Shape) throws(ShapeError) -> Shape {
    guard left.rows == right.rows || left.rows == 1 || right.rows == 1,
        left.columns == right.columns || left.columns == 1 || right.columns == 1
    else {
        throw ShapeError(operation: operation, left: left, right: right)
    }
    return Shape(
        rows: left.rows == 1 ? right.rows : left.rows,
        columns: left.columns == 1 ? right.columns : left.columns)
}

/// Combines two matrices element by element; a row, a column or a single element is repeated as needed.
///
/// Inlined into each operator, so that the loops are compiled for that operator's arithmetic.
@inline(__always)
func broadcasting(
    _ operation: String, _ left: Matrix, _ right: Matrix, _ combine: (Double, Double) -> Double
) throws(ShapeError) -> Matrix {
    let shape = try broadcastShape(operation, left.shape, right.shape)
    let columns = shape.columns
    // Where an operand has one row, every row of the result reads that row again; likewise for columns.
    let leftRowStride = left.rows == shape.rows ? left.columns : 0
    let rightRowStride = right.rows == shape.rows ? right.columns : 0
    let leftRepeats = left.columns != columns
    let rightRepeats = right.columns != columns
    let (leftElements, leftFactor) = left.storage.rowByRow(left.shape)
    let (rightElements, rightFactor) = right.storage.rowByRow(right.shape)
    // Safety: rows stay below shape.rows and columns below shape.columns; an operand with less than that has
    // one, and is read at 0. Checks of bounds and overflow would keep these loops from becoming vector code.
    return unsafe Matrix(rows: shape.rows, columns: columns) { result in
        unsafe leftElements.withUnsafeBufferPointer { left in
            unsafe rightElements.withUnsafeBufferPointer { right in
                for row in 0..<shape.rows {
                    let out = row * columns
                    let l = row * leftRowStride
                    let r = row * rightRowStride
                    if leftRepeats {
                        for column in 0..<columns {
                            unsafe result[out &+ column] = combine(
                                leftFactor * left[l], rightFactor * right[r &+ column])
                        }
                    } else if rightRepeats {
                        for column in 0..<columns {
                            unsafe result[out &+ column] = combine(
                                leftFactor * left[l &+ column], rightFactor * right[r])
                        }
                    } else {
                        for column in 0..<columns {
                            unsafe result[out &+ column] = combine(
                                leftFactor * left[l &+ column], rightFactor * right[r &+ column])
                        }
                    }
                }
            }
        }
    }
}
