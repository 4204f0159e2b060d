/// Something that was tried on the tests of an exercise, and what came of it.
struct Trial<Subject: Sendable>: Sendable {
    let exercise: Exercise
    let subject: Subject
    let outcome: VariantOutcome

    /// The results of the exercise's own tests, those of the capstones apart.
    var own: [TestResult] { outcome.results.filter { $0.test.outerSuite == exercise.suite } }
}

extension Trial<WrongAnswers.Entry> {
    /// The tests that must fail and do not, as the entry names them; those that do not exist are among them.
    var unfailing: [String] {
        subject.fails.filter { name in
            let meant = own.map(\.test).filter { $0.isNamed(name) }
            // Where a hidden test has the same name, the students' own is meant.
            guard let test = meant.first(where: { $0.module == "StudentTests" }) ?? meant.first else {
                return true
            }
            return !outcome.failures.contains { $0.test == test }
        }
    }

    /// The phrases that no failing test said.
    var unsaid: [String] {
        let messages = outcome.failures.flatMap(\.messages).map(\.folded)
        return subject.says.filter { phrase in !messages.contains { $0.contains(phrase.folded) } }
    }

    /// Whether a test fails, and every test that must.
    var isCaught: Bool { !outcome.failures.isEmpty && unfailing.isEmpty }

    /// Whether the messages say what the mistake is.
    var isNamed: Bool { !subject.says.isEmpty && !outcome.failures.isEmpty && unsaid.isEmpty }

    /// Whether all tests pass.
    var isAccepted: Bool { !outcome.results.isEmpty && outcome.unpassed.isEmpty }

    /// The share of the exercise's tests that pass, from 0 to 1.
    var share: Double {
        own.isEmpty ? 0 : Double(own.count { $0.status == .passed }) / Double(own.count)
    }
}

extension Trial<Mutant> {
    /// Whether all tests pass, so that nobody would see the change.
    var survives: Bool { !outcome.results.isEmpty && outcome.unpassed.isEmpty }
    /// Whether a test fails.
    var isKilled: Bool { !outcome.failures.isEmpty }
}

extension TestName {
    /// Whether this is the test of that name: "values()", or with as much before it as is needed to tell it apart.
    func isNamed(_ name: String) -> Bool { id == name || id.hasSuffix("/\(name)") }
}

extension String {
    /// The text with a single space wherever there is white space: messages are broken into lines.
    var folded: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
