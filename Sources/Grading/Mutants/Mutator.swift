/// An answer with one small mistake in it, made by rule.
struct Mutant: Equatable, Sendable {
    /// The member that holds the mistake, such as "forward(_:)", "init(weight:bias:)" or "parameters".
    let function: String
    /// The line of the answer that it is in, without the space around.
    let line: String
    /// What was done there, such as "`-` → `+`"; no other mutant has the same function, line and mutation.
    let mutation: String
    /// The whole file with the mistake.
    let text: String
}

/// Makes mistakes in an answer by rule, to see whether the tests notice each.
///
/// The rules are those that imply most others: arithmetic, comparisons, logic, signs and constants replaced,
/// operands, conditions and statements dropped, results negated; and what the kit's matrices invite, rows for columns and a mean
/// for a sum. Strings, comments and errors thrown are left alone. Types are guessed at best: some mutants do not
/// compile, and many make the compiler warn.
///
/// Source: Offutt et al., "An Experimental Determination of Sufficient Mutant Operators", 1996; Delamaro, Offutt,
/// Ammann, "Designing Deletion Mutation Operators", 2014.
enum Mutator {
    /// The mutants of a file, in the order of their places in it; none of a file that the lexer refuses.
    static func mutants(of text: String) -> [Mutant] {
        guard let source = try? MutationSource(text) else { return [] }
        var texts: Set = [text]
        var uses: [[String]: Int] = [:]
        return source.members.flatMap { member in
            source.mutations(of: member).compactMap { mutation in
                let mutated = source.text(after: mutation.edits)
                guard texts.insert(mutated).inserted else { return nil }
                let line = source.line(of: mutation.place)
                let use = uses[[member.name, line, mutation.name], default: 0] + 1
                uses[[member.name, line, mutation.name]] = use
                return Mutant(
                    function: member.name, line: line,
                    mutation: use == 1 ? mutation.name : "\(mutation.name) (\(ordinal(use)))", text: mutated)
            }
        }
    }

    /// A number as one counts: "2nd", "3rd", "4th" and so on.
    private static func ordinal(_ number: Int) -> String {
        let isTeen = (11...13).contains(number % 100)
        let endings = [1: "st", 2: "nd", 3: "rd"]
        return "\(number)\(isTeen ? "th" : endings[number % 10] ?? "th")"
    }
}

/// One mistake: what it is called, and what to change for it.
struct Mutation {
    /// The index of the token at which it begins.
    let place: Int
    let name: String
    let edits: [Edit]

    /// Some bytes of the file, and what comes in their place.
    struct Edit {
        let bytes: Range<Int>
        let text: String
    }
}

extension MutationSource {
    /// The mistakes that can be made in a member, in the order of their places.
    fileprivate func mutations(of member: MutationMember) -> [Mutation] {
        var mutations = member.defaults.flatMap(constantMutations)
        if let body = MutationBody(of: member, in: self) {
            mutations +=
                body.constantMutations + body.operatorMutations + body.operandMutations + body.nameMutations
                + body.callMutations + body.conditionMutations + body.loopMutations + body.statementMutations
                + body.resultMutations
        }
        return mutations.enumerated()
            .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element)
    }
}
