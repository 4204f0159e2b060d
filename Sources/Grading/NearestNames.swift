/// The names that a mistyped one may have meant, nearest first; at most three, and none that is far off.
func nearest(to typed: String, in names: [String]) -> [String] {
    names.map { (name: $0, distance: editDistance(typed.lowercased(), $0)) }
        .filter { $0.distance <= max(2, typed.count / 3) || $0.name.hasPrefix(typed.lowercased()) }
        .sorted { $0.distance < $1.distance }
        .prefix(3).map(\.name)
}

/// How many letters must be put in, left out or changed to turn `a` into `b` (Levenshtein).
private func editDistance(_ a: String, _ b: String) -> Int {
    let b = Array(b)
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for j in b.indices {
            let changed = diagonal + (letter == b[j] ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(changed, diagonal + 1, row[j] + 1)
        }
    }
    return row[b.count]
}
