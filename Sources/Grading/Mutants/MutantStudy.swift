import Foundation
import Synchronization

/// Tries the tests themselves: on wrong answers, other correct ones, attempts at hard-coding, and mutants.
struct MutantStudy: Sendable {
    let root: URL
    let toolchain: Toolchain
    let rubric: Rubric
    let progress: Progress

    /// What is to be tried, in the order in which it is told of.
    private struct Plan {
        var variants: [Variant] = []
        var refused: [Int: String] = [:]
        private var count = 0

        /// Adds a variant, or why it is none.
        mutating func add(
            _ kind: Variant.Kind, of exercise: Exercise, skipped: [String] = [], text: () throws -> String
        ) -> Int {
            count += 1
            do {
                variants.append(
                    Variant(
                        number: count, kind: kind, exercise: exercise, text: try text(), skipped: skipped))
            } catch {
                refused[count] = "\(error)"
            }
            return count
        }
    }

    /// An exercise's variants by their numbers.
    fileprivate struct Numbered {
        let exercise: Exercise
        let tried: WrongAnswers
        let wrong: [Int]
        let correct: [Int]
        let attempts: [Int]
        let mutants: [(Int, Mutant)]
    }

    /// Tries all there is about these exercises.
    ///
    /// - Throws: `GradingError` when there is nothing to try or it cannot be built; `CancellationError`.
    func report(on exercises: [Exercise]) async throws -> MutantReport {
        let start = ContinuousClock.now
        let answers = try answers()
        var plan = Plan()
        let numbered = try exercises.filter { $0.source != nil }.map {
            try number($0, answer: answers[$0.source ?? ""] ?? "", in: &plan)
        }
        guard !numbered.isEmpty else {
            throw GradingError.wrongAnswers("a capstone has no answer of its own to make mistakes in.")
        }
        let build = VariantBuild(
            workspace: Workspace(root: root, toolchain: toolchain, student: .variants), answers: answers,
            variants: plan.variants)
        let (program, uncompiled) = try await progress.during(
            "Building \(build.variants.count) variants", build.build)
        let refused = plan.refused.merging(uncompiled) { first, _ in first }
        let variants = plan.variants.filter { refused[$0.number] == nil }
        let run = VariantRun(program: program, rubric: rubric, tests: try await program.list())
        let done = Mutex(0)
        let name = { @Sendable in
            let count = done.withLock(\.self)
            return "Running \(variants.count) variants" + (count > 0 ? ", \(count) done" : "")
        }
        let results = try await progress.during(name()) {
            try await run.results(of: variants) { done.withLock { $0 += 1 } }
        }
        let outcome = { (number: Int) -> VariantOutcome in
            refused[number].map { .refused($0) } ?? .tested(results[number] ?? [])
        }
        return MutantReport(
            exercises: numbered.map { $0.trials(outcome) }, duration: ContinuousClock.now - start)
    }

    /// All answers' texts, by the paths of the files that they stand in for.
    private func answers() throws -> [String: String] {
        var texts: [String: String] = [:]
        for exercise in rubric.exercises {
            guard let source = exercise.source, let answer = exercise.answer else { continue }
            guard let text = try? String(contentsOf: root.appending(path: answer), encoding: .utf8) else {
                throw GradingError.noAnswers
            }
            texts[source] = text
        }
        return texts
    }

    private func number(_ exercise: Exercise, answer: String, in plan: inout Plan) throws -> Numbered {
        let tried = try WrongAnswers.load(forAnswer: exercise.answer ?? "", from: root)
        func numbers(_ kind: Variant.Kind, _ entries: [WrongAnswers.Entry]) -> [Int] {
            entries.map { entry in
                plan.add(kind, of: exercise, skipped: entry.allow) { try entry.text(from: answer) }
            }
        }
        if !tried.correct.isEmpty {
            _ = plan.add(.absent, of: exercise) { try SourceOutline(answer).withoutBodies }
        }
        return Numbered(
            exercise: exercise, tried: tried, wrong: numbers(.wrong, tried.wrong),
            correct: numbers(.correct, tried.correct), attempts: numbers(.attempt, tried.attempts),
            mutants: Mutator.mutants(of: answer).map { mutant in
                (plan.add(.mutant, of: exercise) { mutant.text }, mutant)
            })
    }
}

extension MutantStudy.Numbered {
    fileprivate func trials(_ outcome: (Int) -> VariantOutcome) -> ExerciseTrials {
        func trials(_ entries: [WrongAnswers.Entry], _ numbers: [Int]) -> [Trial<WrongAnswers.Entry>] {
            zip(entries, numbers).map { Trial(exercise: exercise, subject: $0, outcome: outcome($1)) }
        }
        return ExerciseTrials(
            exercise: exercise, wrong: trials(tried.wrong, wrong), correct: trials(tried.correct, correct),
            attempts: trials(tried.attempts, attempts),
            mutants: mutants.map { Trial(exercise: exercise, subject: $1, outcome: outcome($0)) },
            survivors: tried.survivors)
    }
}
