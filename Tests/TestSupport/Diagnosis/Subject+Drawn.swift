public import Testing

extension Subject {
    /// Checks inputs of several sizes that are drawn: whoever looks up the numbers of a test, fails here.
    ///
    /// - Parameters:
    ///   - hint: A sentence that helps where the mistake is not a known one.
    ///   - draw: Makes the inputs, from rows, columns and a seed; the subject's when nil.
    ///   - sourceLocation: Where to report.
    /// - Returns: True when all results are right; the first that is not is the only one reported.
    /// - Throws: `FillYourCodeHere` from a stub.
    @discardableResult
    public func checkDrawn(
        _ hint: String = "", draw: ((Int, Int, UInt64) -> Input)? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Bool {
        let draw = draw ?? self.draw
        for (index, size) in Size.varied.prefix(4).enumerated() {
            let input = draw(size.rows, size.columns, UInt64(50 + index))
            guard try check(input, hint, draw: draw, sourceLocation: sourceLocation) else { return false }
        }
        return true
    }
}
