import Foundation

@testable import Grading

/// A submission, and the report that it must get: a folder in `Fixtures/Submissions`.
///
/// In it is `fixture.json`; a file such as `Doubling.swift.fixture` for each that is not the right answer; and the
/// reports. A fixture with `scoreWithDoorOpen` is graded twice: the second time nobody looks at what its code
/// uses, and what remains is the confinement of the process and the care with which records are read.
struct GoldenFixture: Decodable, Sendable {
    /// What the fixture proves.
    let title: String
    /// What the submission is worth.
    ///
    /// It is thought out, and the report has to agree with it.
    let score: Int
    let scoreWithDoorOpen: Int?
    /// Limits, where others than usual show the point sooner.
    let timeout: Int?
    let memory: Int?
    /// Whether it can be graded only where the machine has namespaces to give: it would do harm elsewhere.
    let isolated: Bool?

    var limits: Limits {
        var limits = Limits()
        if let timeout { limits.secondsPerTest = timeout }
        if let memory { limits.memory = memory }
        return limits
    }

    /// The folder with all fixtures and the kit that they are made for.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
}

/// A fixture that is graded in one of the two ways.
struct GoldenCase: Sendable {
    let name: String
    let fixture: GoldenFixture
    /// Whether the check of what the code uses is left out.
    let isDoorOpen: Bool

    var score: Int { isDoorOpen ? fixture.scoreWithDoorOpen ?? fixture.score : fixture.score }

    /// All of them, in the order of their names.
    static func all() throws -> [GoldenCase] {
        let folder = GoldenFixture.root.appending(path: "Submissions")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().flatMap { name in
            let settings = try Data(contentsOf: folder.appending(path: "\(name)/fixture.json"))
            let fixture = try JSONDecoder().decode(GoldenFixture.self, from: settings)
            return (fixture.scoreWithDoorOpen == nil ? [false] : [false, true]).map {
                GoldenCase(name: name, fixture: fixture, isDoorOpen: $0)
            }
        }
    }

    private var folder: URL { GoldenFixture.root.appending(path: "Submissions/\(name)") }

    /// The file with the report that this case must get.
    var golden: URL { folder.appending(path: isDoorOpen ? "report-door-open.json" : "report.json") }

    /// Writes what is handed in: the right answers, this fixture's files in their places, and what is no file.
    ///
    /// - Parameters:
    ///   - submission: The folder to write to.
    ///   - words: What to put for the words in capitals that some fixtures have.
    /// - Throws: What reading and writing files throws.
    func handIn(to submission: URL, words: [String: String]) throws {
        let manager = FileManager.default
        let package = name == "one-down" ? submission.appending(path: "ada") : submission
        let student = package.appending(path: "Sources/Student")
        try manager.createDirectory(at: student, withIntermediateDirectories: true)
        let answers = GoldenFixture.root.appending(path: "Kit/Solutions/Reference")
        for file in try manager.contentsOfDirectory(atPath: answers.path) {
            let own = folder.appending(path: "\(file).fixture")
            let source = manager.fileExists(atPath: own.path) ? own : answers.appending(path: file)
            var text = try String(contentsOf: source, encoding: .utf8)
            for (word, value) in words { text = text.replacing(word, with: value) }
            try Data(text.utf8).write(to: student.appending(path: file))
        }
        try addOddities(to: package, student)
    }

    /// What a repository does not hold as files.
    private func addOddities(to package: URL, _ student: URL) throws {
        let manager = FileManager.default
        let file = { (name: String) in student.appending(path: name) }
        switch name {
        case "no-text":
            try manager.removeItem(at: file("Doubling.swift"))
            try Data([0x6C, 0x65, 0x74, 0x20, 0xFF, 0xFE]).write(to: file("Counting.swift"))
        case "helper-file":
            try Data("func doubled() {}".utf8).write(to: file("Helper.swift"))
        case "odd-files":
            for name in ["Doubling", "Summing", "Counting"] {
                try manager.removeItem(at: file("\(name).swift"))
            }
            try manager.createSymbolicLink(
                atPath: file("Doubling.swift").path, withDestinationPath: "/etc/passwd")
            try manager.createDirectory(at: file("Summing.swift"), withIntermediateDirectories: false)
            unsafe mkfifo(file("Counting.swift").path, 0o600)
            for name in ["COUNTING.swift", "Line\nfeed.swift", "\u{1B}[2J.swift", " .swift", "…"] {
                try Data("let a = 1".utf8).write(to: file(name))
            }
            try manager.createSymbolicLink(atPath: file("up").path, withDestinationPath: "../..")
        case "one-down":
            let tests = package.appending(path: "Tests/StudentTests")
            try manager.createDirectory(at: tests, withIntermediateDirectories: true)
            try Data("import Testing".utf8).write(to: tests.appending(path: "DoublingTests.swift"))
            try Data("fatalError()".utf8).write(to: package.appending(path: "Package.swift"))
        default: break
        }
    }
}
