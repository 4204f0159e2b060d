/// What the machine lets the grader keep from the student's code; a report says so.
struct Isolation: Codable, Equatable, Sendable {
    /// Whether the code sees only system folders and the build it is in, and can write nowhere.
    let files: Bool
    /// Whether it has no network.
    let network: Bool
    /// Whether whatever it starts ends with it, by the system's own doing.
    let processes: Bool

    static let none = Isolation(files: false, network: false, processes: false)
}
