import Foundation

/// The `rehearse` program: makes up a class, works out what it has to get, and compares.
///
///     swift run rehearse make CLASS 1000 7       # 1,000 submissions, with the seed 7, in CLASS/submissions
///     swift run rehearse grade CLASS             # each kind of them alone, by `./grade.sh submission`
///     ./grade.sh class CLASS/submissions --out RESULTS --timeout 5
///     swift run rehearse check CLASS RESULTS     # each one's points are those of its kind
///     swift run rehearse compare RESULTS OTHER   # the same, byte for byte, times apart
///
/// What a submission has to get is known from another way to grade it: its kind's files, alone, by a build of the
/// whole package. A submission differs from its kind in its name and in a comment.
enum RehearseTool {
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    static func run(_ arguments: [String]) throws {
        let folder = { (index: Int) in URL(filePath: arguments[index]) }
        if arguments.contains(where: { ["-h", "--help"].contains($0) }) { return print(usage) }
        switch (arguments.first, arguments.count) {
        case ("make", 4):
            guard let count = Int(arguments[2]), count > 0, let seed = UInt64(arguments[3]) else {
                throw usage
            }
            try MadeUpClass(folder: folder(1), root: root).make(count, seed: seed)
        case ("grade", 2): try KindScores(folder: folder(1), root: root).grade()
        case ("check", 3): try KindScores(folder: folder(1), root: root).check(folder(2))
        case ("compare", 3): try Comparison(folder(1), folder(2)).check()
        default: throw usage
        }
    }

    private static let usage = Problem(
        description: """
            rehearse makes up a class, works out what it has to get, and compares:
              swift run rehearse make CLASS COUNT SEED     COUNT submissions in CLASS/submissions
              swift run rehearse grade CLASS               what each kind of them has to get
              swift run rehearse check CLASS RESULTS       whether ./grade.sh class gave just that
              swift run rehearse compare RESULTS OTHER     whether two results are the same, times apart
            """)

    /// Where the kit is: `swift run` is called in it.
    private static let root = URL(filePath: FileManager.default.currentDirectoryPath)
}
