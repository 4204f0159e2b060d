extension String {
    /// The text, cut with an ellipsis where it would be wider than the space for it.
    ///
    /// No font is at hand to measure with: a character counts as 0.56 of the font's size, which is a little
    /// more than the mean of common sans-serif fonts.
    func fitted(to width: Double, fontSize: Double) -> String {
        let room = max(1, Int(width / (fontSize * Self.meanCharacterWidth)))
        return count <= room ? self : prefix(room - 1) + "…"
    }

    /// About how wide the text is.
    func estimatedWidth(fontSize: Double) -> Double {
        Double(count) * fontSize * Self.meanCharacterWidth
    }

    private static let meanCharacterWidth = 0.56
}
