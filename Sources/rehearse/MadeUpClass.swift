import Foundation

/// What a submission is called, and of which kind it is.
struct MadeUp: Codable {
    let name: String
    let kind: String
}

/// A class of made-up students, the same for the same seed.
struct MadeUpClass {
    let folder: URL
    let root: URL

    /// Names that have done harm somewhere.
    private static let names = [
        "<script>alert(1)<script>", "=cmd()", "-rf", "new\nline", "Zo\u{E9}", "Zoe\u{301}", "a b", "100%",
        "?q=1#x",
        "\"><img onerror=x>", "right\u{202E}left", "🎓", String(repeating: "long", count: 60), "@SUM(A1)",
        "con",
        "ada.zip", "~", "$(touch x)", "'; --",
    ]

    /// Writes `kinds`, a folder each, `submissions`, and `expected.json`: of which kind each submission is.
    func make(_ count: Int, seed: UInt64) throws {
        let kit = try Kit(root: root)
        for kind in Kind.all { try write(kind, "kinds/\(kind.name)/\(kind.name)", mark: nil, kit) }
        var random = SplitMix(state: seed)
        let total = Kind.all.map(\.share).reduce(0, +)
        var made: [MadeUp] = []
        for number in 1...count {
            var place = Int(random.next() % UInt64(total))
            let kind =
                Kind.all.first { kind in
                    place -= kind.share
                    return place < 0
                } ?? Kind.all[0]
            let digits = String(number)
            let name =
                number % 10 == 5 && number / 10 < Self.names.count
                ? Self.names[number / 10]
                : "student-" + String(repeating: "0", count: 5 - digits.count) + digits
            made.append(MadeUp(name: name, kind: kind.name))
            try write(kind, "submissions/\(name)", mark: "\(number)", kit)
        }
        let bomb = "bomb"
        try writeBomb(to: folder.appending(path: "submissions/\(bomb).zip"))
        made.append(MadeUp(name: bomb, kind: bomb))
        try Data("no archive".utf8).write(to: folder.appending(path: "submissions/broken.zip"))
        made.append(MadeUp(name: "broken", kind: "broken"))
        try Data("1\n".utf8).write(to: folder.appending(path: "submissions/.hidden"))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try encoder.encode(made).write(to: folder.appending(path: "expected.json"))
    }

    private func write(_ kind: Kind, _ path: String, mark: String?, _ kit: Kit) throws {
        var files = kit.answers
        try kind.edit(&files, kit)
        if let mark { files["Accuracy.swift"]? += "\n// \(mark)\n" }
        let manager = FileManager.default
        let package = folder.appending(path: path)
        try manager.createDirectory(
            at: package.appending(path: "Sources/Student"), withIntermediateDirectories: true)
        for (file, text) in files {
            let place = package.appending(path: "Sources/Student/\(file)")
            try manager.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: place)
        }
        try kind.add(package)
        guard kind.isZipped, mark != nil else { return }
        try run("zip", "-qry", "\(package.path).zip", "Sources", in: package)
        try manager.removeItem(at: package)
    }

    /// An archive of 200 KiB whose one file has 200 MiB.
    private func writeBomb(to file: URL) throws {
        let place = folder.appending(path: "bomb/Sources/Student")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try run("truncate", "-s", "200M", "Linear.swift", in: place)
        try run("zip", "-qr", file.path, "Sources", in: folder.appending(path: "bomb"))
        try FileManager.default.removeItem(at: folder.appending(path: "bomb"))
    }
}

/// Runs a program of the system to its end.
///
/// - Returns: What it printed.
@discardableResult
func run(_ words: String..., in folder: URL) throws -> Data {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = folder
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return data
}

/// Random numbers that are the same everywhere: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
/// Generators", 2014.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
