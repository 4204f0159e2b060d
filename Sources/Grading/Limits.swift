/// What the tests of one submission may use: the one place where the numbers stand.
struct Limits: Equatable, Sendable {
    /// The limits that a run can hit.
    enum Kind: String, Codable, Sendable {
        case time, memory, output, processes
    }

    /// How long one test may take, in seconds of a processor's work; the cases of a parameterised test share it.
    var secondsPerTest = 30
    /// How many times as long a test may take where no processor has worked for as long: on a busy machine, or because
    /// the test waits for something.
    static let patience = 4
    /// The memory that all processes of a run may hold together, in MiB.
    var memory = 2048
    /// How much a run may print, in MiB; no file that it writes may be larger.
    let output = 16
    /// How many processes a run may have at a time, those of its confinement included.
    private(set) var processes = 32

    /// For what is likely to hang, because its like has.
    var afterHang: Limits {
        var limits = self
        limits.secondsPerTest = max(1, secondsPerTest / 5)
        return limits
    }

    /// For the kit's own tests, which build packages.
    static let trusted: Limits = {
        var limits = Limits(secondsPerTest: 600, memory: 1 << 20)
        limits.processes = 1000
        return limits
    }()

    /// How long a build with a student's files may take, in seconds; all else is built before.
    var secondsPerBuild = 120

    /// How long one run of the test program may take, in seconds: ten tests that hang end it.
    var secondsPerRun: Int { 10 * secondsPerTest }
}
