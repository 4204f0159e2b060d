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
    var result = Matrix.zeros(rows: shape.rows, columns: shape.columns)
    // Where an operand has one row, every row of the result reads that row again; likewise for columns.
    let leftRowStride = left.rows == shape.rows ? left.columns : 0
    let rightRowStride = right.rows == shape.rows ? right.columns : 0
    for row in 0..<shape.rows {
        let out = row * shape.columns
        let l = row * leftRowStride
        let r = row * rightRowStride
        if left.columns == shape.columns, right.columns == shape.columns {
            for column in 0..<shape.columns {
                result.elements[out + column] = combine(left.elements[l + column], right.elements[r + column])
            }
        } else if left.columns == shape.columns {
            let repeated = right.elements[r]
            for column in 0..<shape.columns {
                result.elements[out + column] = combine(left.elements[l + column], repeated)
            }
        } else {
            let repeated = left.elements[l]
            for column in 0..<shape.columns {
                result.elements[out + column] = combine(repeated, right.elements[r + column])
            }
        }
    }
    return result
}
