/// The report for spreadsheets: a row an exercise.
struct CSVReport {
    let feedback: Feedback

    var text: String {
        let head = [
            "name", "exercise", "title", "counts", "status", "score", "max", "passed", "tests",
            "hidden passed", "hidden tests",
        ]
        let rows = feedback.exercises.map { each in
            [
                feedback.name ?? "", each.exercise.id, each.exercise.title, each.counts ? "yes" : "no",
                each.state, Report.format(each.score, of: each.exercise.points), "\(each.exercise.points)",
                "\(each.tests.count { $0.status == .passed })", "\(each.tests.count)",
                each.hidden.map { "\($0.passed)" } ?? "", each.hidden.map { "\($0.count)" } ?? "",
            ]
        }
        return CSV.text([head] + rows)
    }
}
