extension Matrix {
    /// Makes a matrix of zeros, of shape rows × columns.
    public static func zeros(rows: Int, columns: Int) -> Matrix {
        Matrix(repeating: 0, rows: rows, columns: columns)
    }

    /// Makes a matrix of ones, of shape rows × columns.
    public static func ones(rows: Int, columns: Int) -> Matrix {
        Matrix(repeating: 1, rows: rows, columns: columns)
    }

    /// Makes the identity matrix, of shape size × size: ones on the diagonal and zeros elsewhere.
    public static func identity(_ size: Int) -> Matrix {
        var identity = zeros(rows: size, columns: size)
        for index in 0..<size {
            identity[index, index] = 1
        }
        return identity
    }

    /// Makes a matrix of independent numbers from a normal distribution.
    ///
    ///     x = mean + standardDeviation · z,   z ~ N(0, 1)
    ///
    /// The same generator state gives the same matrix on every platform.
    ///
    /// - Parameters:
    ///   - rows: The number of rows, 0 or more.
    ///   - columns: The number of columns, 0 or more.
    ///   - mean: The mean of the distribution.
    ///   - standardDeviation: The standard deviation of the distribution.
    ///   - generator: The source of randomness.
    /// - Returns: A matrix of shape rows × columns.
    public static func normal(
        rows: Int, columns: Int, mean: Double = 0, standardDeviation: Double = 1,
        using generator: inout some RandomNumberGenerator
    ) -> Matrix {
        var elements = zeros(rows: rows, columns: columns).elements
        for index in stride(from: 0, to: elements.count, by: 2) {
            let (first, second) = standardNormalPair(using: &generator)
            elements[index] = mean + standardDeviation * first
            if index + 1 < elements.count {
                elements[index + 1] = mean + standardDeviation * second
            }
        }
        return Matrix(rows: rows, columns: columns, unchecked: elements)
    }

    /// Makes a matrix of independent numbers spread evenly over a range.
    ///
    /// The same generator state gives the same matrix on every platform.
    ///
    /// - Parameters:
    ///   - rows: The number of rows, 0 or more.
    ///   - columns: The number of columns, 0 or more.
    ///   - range: The smallest and the largest number there may be, both finite.
    ///   - generator: The source of randomness.
    /// - Returns: A matrix of shape rows × columns.
    public static func uniform(
        rows: Int, columns: Int, in range: ClosedRange<Double>,
        using generator: inout some RandomNumberGenerator
    ) -> Matrix {
        let elements = zeros(rows: rows, columns: columns).elements.map { _ in
            let share = unitUniform(using: &generator)
            // This form does not overflow where `upper - lower` would.
            let value = range.lowerBound * (1 - share) + range.upperBound * share
            return Swift.min(Swift.max(value, range.lowerBound), range.upperBound)
        }
        return Matrix(rows: rows, columns: columns, unchecked: elements)
    }
}
