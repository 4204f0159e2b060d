import Foundation

/// Joins the results of shards into one folder.
struct ClassMerge: Sendable {
    let folders: [URL]
    let results: URL
    let rubric: Rubric
    /// The package.
    let root: URL

    /// The results of a shard, and what its run said of itself.
    private struct Part {
        let results: ClassResults
        let run: ClassRunRecord

        var name: String { results.folder.relativePath.printable }
    }

    /// Copies the rows' folders, and writes the tables of all.
    ///
    /// - Returns: The class, and what is still missing of it, a line each.
    /// - Throws: `GradingError` where a folder has no results, or two differ in what they say of one submission.
    func run() throws -> (report: ClassReport, missing: [String]) {
        let parts = try folders.map(part)
        for part in parts where part.run.kit != parts[0].run.kit {
            throw GradingError.usage(
                "\(parts[0].name) and \(part.name) were graded by different kits, or with different options:"
                    + " grade one of them again.")
        }
        // By their bytes: names that look alike stay two.
        let names = parts.flatMap(\.run.names).map { Array($0.utf8) }.uniqued()
            .sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
        let joined = try ClassResults(results)
        let lock = try joined.lock()
        defer { withExtendedLifetime(lock) {} }
        var rows: [ClassRow] = []
        var missing: [String] = []
        for name in names {
            let found = parts.compactMap { part in part.results.row(of: name).map { (part, $0) } }
            guard let (part, row) = found.first else {
                missing.append(name)
                continue
            }
            if let (other, _) = found.first(where: { !$0.1.says(theSameAs: row) }) {
                throw GradingError.usage(
                    "\(part.name) and \(other.name) differ in what they say of “\(name.printable)”:"
                        + " keep one of the two.")
            }
            try joined.copy(row, from: part.results)
            rows.append(row)
        }
        let all = ClassRunRecord(
            kit: parts[0].run.kit, shard: .all, names: names, leftOut: parts.flatMap(\.run.leftOut).uniqued())
        try joined.write(all)
        let report = ClassReport(rows: rows, rubric: rubric, root: root)
        try report.write(to: results)
        return (report, notes(on: missing, of: parts))
    }

    private func part(of folder: URL) throws(GradingError) -> Part {
        guard let run = ClassResults(at: folder).run else {
            throw .usage("\(folder.relativePath.printable) has no results of a class in it: no run.json.")
        }
        return Part(results: ClassResults(at: folder), run: run)
    }

    /// What to do about submissions that nobody graded.
    private func notes(on missing: [String], of parts: [Part]) -> [String] {
        let shards = parts.map(\.run.shard)
        let counts = Set(shards.map(\.count))
        guard !missing.isEmpty, let count = counts.first, counts.count == 1 else {
            return missing.isEmpty ? [] : ["missing: \(missing.map(\.printable).joined(separator: ", "))"]
        }
        return (1...count).compactMap { Shard("\($0)/\(count)") }.compactMap { shard in
            let own = missing.filter(shard.holds)
            guard !own.isEmpty else { return nil }
            let state = shards.contains(shard) ? "is not complete" : "is missing"
            return "shard \(shard.index)/\(count) \(state): \(own.count) submissions,"
                + " \(own.prefix(3).map(\.printable).joined(separator: ", "))\(own.count > 3 ? ", …" : "")"
        }
    }
}

extension ClassRow {
    /// Whether two rows are of the same files, graded alike; how long it took does not matter.
    fileprivate func says(theSameAs other: ClassRow) -> Bool {
        (name, digest, refusal) == (other.name, other.digest, other.refusal)
            && (score, maxScore) == (other.score, other.maxScore) && exercises == other.exercises
            && unusable == other.unusable
    }
}
