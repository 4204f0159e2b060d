/// The page that `--help` prints.
enum Usage {
    /// The page for students, and with it, where the answers are, what instructors may ask for.
    static func text(forInstructors: Bool) -> String {
        forInstructors ? [synopsis, instructorsSynopsis, words, instructorsWords, status].joined() : student
    }

    private static let student = [synopsis, words, status].joined()

    private static let synopsis = """
        Usage: ./grade.sh [EXERCISE…] [OPTION…]
               ./grade.sh watch [EXERCISE]
               ./grade.sh hint EXERCISE [--all]
               ./grade.sh reset EXERCISE

        """

    private static let instructorsSynopsis = """
               ./grade.sh submission DIR [EXERCISE…] [OPTION…]
               ./grade.sh class SUBMISSIONS --out RESULTS [EXERCISE…] [OPTION…]
               ./grade.sh merge RESULTS… --out RESULTS
               ./grade.sh handout DIR
               ./grade.sh gradescope FILE.zip
               ./grade.sh check
               ./grade.sh mutants [EXERCISE…] [--format FORMAT]

        """

    private static let words = """

        Builds the package, runs the exercises' tests and says what to do next.
        Without EXERCISE all of them are graded; challenges count only when named.

          watch              grade again whenever a file is saved, on to the next exercise when one is done
          hint               show the next of the exercise's hints; --all shows them all
          reset              put the exercise's stub back, and keep a copy of your file
          --format FORMAT    text (the default), \(others)
          --output FILE      write the report to FILE
          --timeout SECONDS  for each test, \(Limits().secondsPerTest) unless told
          --memory MIB       for all tests together, \(Limits().memory) unless told
          -h, --help         this page

        """

    private static let others = {
        let names = ReportFormat.allCases.dropFirst().map(\.rawValue)
        return "\(names.dropLast().joined(separator: ", ")) or \(names.last ?? "")"
    }()

    private static let instructorsWords = """

        For instructors, where Solutions is:
          submission         grade the files in DIR/Sources/Student; nothing else in DIR counts
          class              grade each folder and zip archive in SUBMISSIONS; goes on where it was interrupted
          merge              join the results of shards
          handout            write the students' copy to DIR, or bring the one there up to date
          gradescope         make the autograder for Gradescope
          check              prove the kit: format, rubric, files, stubs and answers
          mutants            prove the tests: wrong answers fail, other correct ones pass
          --solutions        grade the answers in Solutions/Reference
          --jobs NUMBER      of a class: how many at a time, the number of cores unless told
          --shard K/N        of a class: grade the K-th of N parts

        """

    private static let status = """

        Exit status: 0 all points, 1 graded and points are missing, 2 could not grade, 130 interrupted.
        """
}
