/// One small change to an answer.
struct Mutant: Sendable {
    let function: String
    let line: String
    let mutation: String
    let text: String
}

enum Mutator {
    static func mutants(of source: String) -> [Mutant] { [] }
}
