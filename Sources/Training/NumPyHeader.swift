/// The header of a `.npy` file: a dictionary as Python writes it.
///
///     {'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }
///
/// Source: NumPy, `numpy.lib.format`.
struct NumPyHeader: Equatable {
    /// The type of the elements, as NumPy names it: "<f8" is a `Double`, its least significant byte first.
    let type: String
    /// Whether the elements come column by column, not row by row.
    let isFortranOrder: Bool
    /// The size of each dimension; none for a single number.
    let dimensions: [Int]

    init(type: String, isFortranOrder: Bool, dimensions: [Int]) {
        self.type = type
        self.isFortranOrder = isFortranOrder
        self.dimensions = dimensions
    }

    /// Reads a dictionary with exactly these three keys, in any order; nil for anything else.
    init?(parsing text: String) {
        guard let braces = text.wholeMatch(of: /\s*\{(.*)\}\s*/.dotMatchesNewlines()) else { return nil }
        let entry = /\s*['"](\w+)['"]\s*:\s*('[^']*'|"[^"]*"|\w+|\([0-9L,\s]*\))\s*(?:,\s*|$)/
        var rest = braces.1
        var values: [Substring: Substring] = [:]
        while let match = rest.prefixMatch(of: entry) {
            guard values.updateValue(match.2, forKey: match.1) == nil else { return nil }
            rest = rest[match.range.upperBound...]
        }
        guard rest.isEmpty, values.count == 3, let type = values["descr"], "'\"".contains(type.prefix(1)),
            let order = values["fortran_order"].flatMap(Self.bool),
            let dimensions = values["shape"].flatMap(Self.dimensions)
        else { return nil }
        self.init(
            type: String(type.dropFirst().dropLast()), isFortranOrder: order, dimensions: dimensions)
    }

    private static func bool(_ text: Substring) -> Bool? {
        ["True": true, "False": false][text]
    }

    /// Reads "(3, 4)", "(3,)" or "()"; Python 2 wrote "(3L, 4L)".
    private static func dimensions(_ text: Substring) -> [Int]? {
        guard text.hasPrefix("(") else { return nil }
        var parts = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false).map {
            $0.filter { !$0.isWhitespace && $0 != "L" }
        }
        // After the last size there may be a comma; after the only one there is.
        if parts.last == "" { parts.removeLast() }
        let sizes = parts.compactMap { Int($0) }
        return sizes.count == parts.count ? sizes : nil
    }
}
