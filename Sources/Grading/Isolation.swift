/// What the code that was graded was kept away from.
struct Isolation: Codable, Equatable, Sendable {
    let files: Bool
    let network: Bool
    let processes: Bool
}
