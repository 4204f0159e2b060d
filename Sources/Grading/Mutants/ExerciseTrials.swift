/// All that was tried on the tests of one exercise.
struct ExerciseTrials: Sendable {
    let exercise: Exercise
    let wrong: [Trial<WrongAnswers.Entry>]
    let correct: [Trial<WrongAnswers.Entry>]
    let attempts: [Trial<WrongAnswers.Entry>]
    let mutants: [Trial<Mutant>]
    let survivors: [WrongAnswers.Survivor]

    /// How much of an exercise an attempt at hard-coding may get, from 0 to 1.
    static let mostForAttempts = 0.2

    var caught: Int { wrong.count(where: \.isCaught) }
    var named: Int { wrong.count(where: \.isNamed) }
    var accepted: Int { correct.count(where: \.isAccepted) }
    /// The largest share of the tests that an attempt passes; nil when none was made.
    var bestAttempt: Double? { attempts.map(\.share).max() }
    /// The mutants that compile.
    var built: [Trial<Mutant>] { mutants.filter { !$0.outcome.results.isEmpty } }
    var killed: Int { mutants.count(where: \.isKilled) }
    /// The mutants that survive, and why they do is written down.
    var explained: [Trial<Mutant>] { mutants.filter { $0.survives && isExplained($0.subject) } }

    private func isExplained(_ mutant: Mutant) -> Bool { survivors.contains { $0.explains(mutant) } }

    /// What is right, and a paragraph for each thing that is not.
    var findings: CheckStep.Findings {
        let problems =
            wrong.map(problem(ofWrong:)) + correct.map(problem(ofCorrect:))
            + attempts.map(problem(ofAttempt:)) + built.map(problem(ofMutant:))
            + survivors.map(problem(ofSurvivor:))
        return CheckStep.Findings(
            passed: problems.count { $0 == nil }, failures: problems.compactMap(\.self))
    }

    private func problem(ofWrong trial: Trial<WrongAnswers.Entry>) -> String? {
        let name = "\(exercise.id), wrong answer “\(trial.subject.name)”"
        if case .refused(let reason) = trial.outcome { return "\(name): \(reason)" }
        let failing = trial.outcome.failures
        if failing.isEmpty { return "\(name): no test fails, and one has to" }
        let functions = failing.map(\.test.function).joined(separator: ", ")
        var lines: [String] = []
        if trial.subject.fails.isEmpty {
            lines.append("It names no test that must fail; these do: \(functions)")
        }
        if !trial.unfailing.isEmpty {
            let missing = trial.unfailing.map { name in
                trial.own.contains { $0.test.isNamed(name) } ? name : "\(name), which is no test"
            }.joined(separator: ", ")
            lines.append("These have to fail, and do not: \(missing); these do: \(functions)")
        }
        if !trial.unsaid.isEmpty {
            lines.append("No message says \(trial.unsaid.map { "“\($0)”" }.joined(separator: ", "))")
            lines += failing.flatMap(\.messages).uniqued().map { "said: \($0.folded.shortened)" }
        }
        return lines.isEmpty ? nil : "\(name)\n" + lines.joined(separator: "\n")
    }

    private func problem(ofCorrect trial: Trial<WrongAnswers.Entry>) -> String? {
        let name = "\(exercise.id), other correct answer “\(trial.subject.name)”"
        if case .refused(let reason) = trial.outcome { return "\(name): \(reason)" }
        if trial.isAccepted { return nil }
        return "\(name): every test has to pass, and these do not\n"
            + trial.outcome.unpassed.map(\.line).joined(separator: "\n")
    }

    private func problem(ofAttempt trial: Trial<WrongAnswers.Entry>) -> String? {
        let name = "\(exercise.id), attempt at hard-coding “\(trial.subject.name)”"
        if case .refused(let reason) = trial.outcome { return "\(name): \(reason)" }
        if trial.share <= Self.mostForAttempts { return nil }
        let passed = trial.own.filter { $0.status == .passed }.map(\.test.function)
        return "\(name): it passes \(passed.count) of \(trial.own.count) tests, "
            + "and \(Int(100 * Self.mostForAttempts)) % is the most\n" + passed.joined(separator: ", ")
    }

    private func problem(ofMutant trial: Trial<Mutant>) -> String? {
        let mutant = trial.subject
        if trial.isKilled || trial.survives && isExplained(mutant) { return nil }
        let what =
            trial.survives
            ? "every test passes, and nothing says why that is right" : "there is no record of some tests"
        return "\(exercise.id), mutant \(mutant.mutation): \(what)\n\(mutant.function): \(mutant.line)"
    }

    private func problem(ofSurvivor survivor: WrongAnswers.Survivor) -> String? {
        let name = "\(exercise.id), survivor \(survivor.mutation) in “\(survivor.line)”"
        let meant = mutants.filter { survivor.explains($0.subject) }
        if survivor.why.isEmpty { return "\(name): it does not say why" }
        if meant.isEmpty { return "\(name): there is no such mutant any more" }
        return meant.contains(where: \.survives)
            ? nil : "\(name): a test finds it now, or it does not compile"
    }
}

extension WrongAnswers.Survivor {
    fileprivate func explains(_ mutant: Mutant) -> Bool {
        !why.isEmpty && function == mutant.function && line == mutant.line && mutation == mutant.mutation
    }
}

extension TestResult {
    /// The test, what became of it, and what it says.
    fileprivate var line: String {
        let messages = messages.map(\.folded.shortened).joined(separator: " | ")
        return "\(test.module) \(test.function) \(status.rawValue): \(messages)"
    }
}

extension String {
    /// The beginning of a long text.
    fileprivate var shortened: String { count > 240 ? "\(prefix(239))…" : self }
}
