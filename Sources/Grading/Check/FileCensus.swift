import Foundation

/// Whether each exercise has its files, and no file is there that belongs to no exercise.
struct FileCensus {
    let root: URL
    let rubric: Rubric

    /// How many of the exercises' files are there; what is missing, and what is left over.
    func findings() -> CheckStep.Findings {
        let wanted = rubric.exercises.flatMap { exercise in
            let stub = exercise.source.map(Stubs.path)
            return [exercise.lesson, exercise.source, stub, exercise.answer, exercise.tests]
                .compactMap(\.self)
                .map { (id: exercise.id, file: $0) }
        }
        let missing = wanted.filter { !isFile($0.file) }
            .map { "\($0.id): \($0.file) is missing" }
        let known = Set(wanted.map(\.file))
        let leftOver = [
            StudentFiles.folder, Stubs.folder, Exercise.answers, "Tests/StudentTests", "Lessons",
        ]
        .flatMap(files)
        .filter { !known.contains($0) && !known.contains(Self.wholeSuite($0)) && !Self.isAllowed($0) }
        .map { "\($0) belongs to no exercise: name it in \(Rubric.path), or remove it" }
        return .init(passed: wanted.count - missing.count, failures: missing + leftOver + staleStubs)
    }

    /// The copies of stubs that are not, byte for byte, what students start from.
    private var staleStubs: [String] {
        rubric.exercises.compactMap(\.source).filter(isFile).compactMap { source in
            let stub = Stubs.path(of: source)
            let isSame = FileManager.default.contentsEqual(
                atPath: root.appending(path: source).path, andPath: root.appending(path: stub).path)
            return isSame || !isFile(stub) ? nil : "\(stub) is not as \(source) is: `cp \(source) \(stub)`"
        }
    }

    /// The file of which a test file is a part: LinearTests.swift of LinearTests+Shapes+Mistakes.swift.
    private static func wholeSuite(_ file: String) -> String {
        file.replacing(/^(Tests\/StudentTests\/\w+?)(\+\w+)+\.swift$/) { "\($0.1).swift" }
    }

    /// Pages that are about no exercise: the course's own, and pictures.
    private static func isAllowed(_ file: String) -> Bool {
        [Rubric.path, "Lessons/README.md"].contains(file)
            || file.hasPrefix("Lessons/images/")
            || file.wholeMatch(of: /Lessons\/0[01]-[^\/]+\.md/) != nil
    }

    private func isFile(_ path: String) -> Bool {
        let values = try? root.appending(path: path).resourceValues(forKeys: [.isRegularFileKey])
        return values?.isRegularFile == true
    }

    /// The files in a folder and its folders, hidden ones apart, from the package's root.
    private func files(in folder: String) -> [String] {
        let paths = FileManager.default.subpaths(atPath: root.appending(path: folder).path) ?? []
        return paths.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
            .map { "\(folder)/\($0)" }.filter(isFile).sorted()
    }
}
