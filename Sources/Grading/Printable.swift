extension String {
    /// The text with every scalar that a terminal obeys, or that cannot be seen, written out: "\u{1B}[2J".
    ///
    /// What a student's code or a file's name says is shown and cannot clear, colour or forge the board.
    var printable: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                text += scalar.escaped(asASCII: true)
            default:
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
