extension ClassMistake {
    /// The most characters of a text: students' own errors have a say in it.
    private static let longest = 200

    /// The mistakes that an exercise's tests have named, each once, in the order of the tests.
    ///
    /// A test that is not started names none; hidden tests know none, and count where no other test has one.
    static func all(in result: ExerciseResult) -> [ClassMistake] {
        let named = { (tests: [TestResult]) in tests.flatMap(ClassMistake.all).uniqued() }
        let hidden = "HiddenTests"
        let own = named(result.tests.filter { $0.test.module != hidden })
        if !own.isEmpty { return own }
        let others = named(result.tests.filter { $0.test.module == hidden })
        return others.isEmpty
            ? [] : [ClassMistake(lesson: nil, text: "Only the hidden tests fail: random sizes and values.")]
    }

    private static func all(of result: TestResult) -> [ClassMistake] {
        switch result.status {
        case .passed, .missing, .notStarted, .skipped: []
        case .crashed: [ClassMistake(lesson: nil, text: "crashed")]
        case .timedOut: [ClassMistake(lesson: nil, text: "ran without end")]
        case .failed:
            result.messages.filter { message in
                // A stub in the place of a file that cannot be used, and one that another exercise needs.
                !message.hasPrefix("needs Sources/") && !message.contains(StudentMessage.stubMark)
            }.map { ClassMistake(message: $0) }
        }
    }

    /// Reads what a test says of a mistake.
    ///
    ///     Sigmoid.forward: [1, 2] is 0.1192 and should be 0.8808 (5 of 6 wrong).
    ///     The curve falls, and should rise: look at the sign in the exponent. See
    ///     Lessons/06-sigmoid.md#falling-curve.
    ///
    /// The first sentence has the numbers; the second has the mistake, where it is known, in the same words for
    /// everyone.
    init(message: String) {
        let text = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let pointer = text.firstMatch(of: /\ See (Lessons\/[^ ]+?\.md#[^ .]+)\./)
        let told = pointer.map { text[..<$0.range.lowerBound] } ?? text[...]
        let sentences = told.split(separator: ". ", maxSplits: 8)
        let finding = sentences.first ?? ""
        lesson = pointer.map { String($0.1) }
        if pointer != nil, sentences.count > 1 {
            // A number such as 0.3 is the test's; one such as 2 is the mistake's.
            self.text = Self.short(told[sentences[1].startIndex...].replacing(/[−-]?\d+\.\d+/) { _ in "#" })
        } else if finding.contains(" and should be ") || finding.contains(" small changes, ") {
            let advice = sentences.dropFirst().first { $0.contains(/\p{L}\p{L}/) }
            let subject = finding.prefix { $0 != ":" }
            self.text = Self.withoutNumbers(
                sentences.count > 2 || text.hasSuffix(".") ? advice ?? subject : subject)
        } else {
            self.text = Self.withoutNumbers(finding)
        }
    }

    /// The text with a sign in the place of each number: values are everyone's own.
    private static func withoutNumbers(_ text: Substring) -> String {
        short(text.replacing(/[−-]?(\d[\d.]*(e[−+-]?\d+)?|∞|\bNaN\b)/) { _ in "#" })
    }

    private static func short(_ text: Substring) -> String {
        let text = text.hasSuffix(".") ? text.dropLast() : text
        return text.count > longest ? "\(text.prefix(longest - 1))…" : "\(text)."
    }
}
