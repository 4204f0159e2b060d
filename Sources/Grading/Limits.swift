/// What the tests of one submission may use: the one place where the numbers stand.
struct Limits: Equatable, Sendable {
    /// The limits that a run can hit.
    enum Kind: String, Codable, Sendable {
        case time, memory, output
    }

    /// How long one test may take, in seconds; the cases of a parameterised test share it.
    var secondsPerTest = 60
    /// The memory that all processes of a run may hold together, in MiB.
    var memory = 2048
    /// How much a run may print, in MiB.
    let output = 16
    /// The size of a file that a run may write, in MiB.
    let fileSize = 64
    /// How many processes and threads a run may have.
    let processes = 256

    /// How long one run of the test program may take, in seconds: ten tests that hang end it.
    var secondsPerRun: Int { 10 * secondsPerTest }
}
