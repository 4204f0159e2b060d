import Foundation
import Testing

@testable import Grading

@Suite("Report")
struct ReportTests {
    @Test("points are the share of tests that passed, exactly")
    func score() throws {
        let exercise = try rubric().exercises[0]
        let result = { (statuses: [TestStatus]) in
            ExerciseResult(exercise: exercise, tests: results(statuses), counts: true)
        }
        #expect(result([.passed, .failed, .crashed]).score == 20)
        #expect(result([.passed, .passed]).score == 60)
        #expect(result([.missing, .timedOut, .notStarted]).score == 0)
        #expect(result([]).score == 0)
    }

    @Test(
        "an exercise has passed with all its tests, is not started with none, and has failed otherwise",
        arguments: [
            ([.passed, .passed], .passed), ([.notStarted, .notStarted], .notStarted),
            ([.passed, .notStarted], .failed), ([.failed, .notStarted], .failed), ([.crashed], .failed),
            ([.missing], .failed), ([], .failed),
        ] as [([TestStatus], ExerciseResult.Status)])
    func status(statuses: [TestStatus], expected: ExerciseResult.Status) throws {
        let exercise = try rubric().exercises[0]
        #expect(ExerciseResult(exercise: exercise, tests: results(statuses), counts: true).status == expected)
    }

    @Test(
        "points are shown with one decimal, and as full only when they are",
        arguments: [
            (0, 10, "0"), (10, 10, "10"), (20.0 / 3, 10, "6.7"), (2.5, 10, "2.5"), (9.96, 10, "9.9"),
            (99.97, 100, "99.9"), (100, 100, "100"), (99.99999999999999, 100, "100"),
        ] as [(Double, Int, String)])
    func rounding(score: Double, maxScore: Int, expected: String) {
        #expect(Report.format(score, of: maxScore) == expected)
    }

    @Test("a challenge counts when it is asked for, and not otherwise")
    func challenges() throws {
        let exercises = try rubric().exercises
        let all =
            results([.passed]) + results([.passed], in: "MoonsTests") + results([.failed], in: "TanhTests")
        let whole = report(exercises, all)
        #expect(whole.score == 100)
        #expect(whole.maxScore == 100)
        #expect(whole.isComplete)
        let named = report([exercises[2]], all, countingChallenges: true)
        #expect(named.score == 0)
        #expect(named.maxScore == 5)
        #expect(!named.isComplete)
    }

    @Test("an exercise's tests are those of its suite in both graded modules, the students' first")
    func testsOfExercise() throws {
        let tests = [
            test("h()", of: "HiddenTests"), test("a()"), test("x()", in: "LinearTestsToo"),
            test("n()", in: "LinearTests/Nested"), test("k()", of: "LinearAlgebraTests"),
        ]
        #expect(
            Grader.tests(of: try rubric().exercises[0], in: tests).map(\.function) == ["a()", "n()", "h()"])
    }

    @Test("JSON has exactly the promised keys and values, in one order")
    func json() throws {
        let exercise = try rubric().exercises[0]
        let tests = [
            TestResult(test: test("a()"), displayName: "does a", status: .passed, messages: []),
            TestResult(test: test("b(n:)"), displayName: nil, status: .notStarted, messages: ["to/do"]),
            TestResult(test: test("c()"), displayName: nil, status: .skipped, messages: []),
            TestResult(test: test("d()"), displayName: nil, status: .passed, messages: []),
        ]
        let report = Report(
            exercises: [ExerciseResult(exercise: exercise, tests: tests, counts: true)],
            leftOut: [LeftOut(file: "Sources/Student/\\n", reason: "is a link")],
            limits: Limits(secondsPerTest: 5, memory: 512),
            isolation: Isolation(files: true, network: true, processes: false), output: "a\n\u{1B}")
        #expect(
            try JSONReport(report).text() == """
                {
                  "exercises" : [
                    {
                      "id" : "linear",
                      "maxScore" : 60,
                      "score" : 30,
                      "status" : "failed",
                      "tests" : [
                        {
                          "displayName" : "does a",
                          "messages" : [

                          ],
                          "module" : "StudentTests",
                          "name" : "a()",
                          "status" : "passed",
                          "suite" : "LinearTests"
                        },
                        {
                          "displayName" : "b(n:)",
                          "messages" : [
                            "to/do"
                          ],
                          "module" : "StudentTests",
                          "name" : "b(n:)",
                          "status" : "notStarted",
                          "suite" : "LinearTests"
                        },
                        {
                          "displayName" : "c()",
                          "messages" : [

                          ],
                          "module" : "StudentTests",
                          "name" : "c()",
                          "status" : "missing",
                          "suite" : "LinearTests"
                        },
                        {
                          "displayName" : "d()",
                          "messages" : [

                          ],
                          "module" : "StudentTests",
                          "name" : "d()",
                          "status" : "passed",
                          "suite" : "LinearTests"
                        }
                      ],
                      "title" : "Linear layer"
                    }
                  ],
                  "isolation" : {
                    "files" : true,
                    "network" : true,
                    "processes" : false
                  },
                  "leftOut" : [
                    {
                      "file" : "Sources/Student/\\\\n",
                      "reason" : "is a link"
                    }
                  ],
                  "limits" : {
                    "memoryMiB" : 512,
                    "outputMiB" : 16,
                    "processes" : \(Limits().processes),
                    "secondsPerRun" : 50,
                    "secondsPerTest" : 5
                  },
                  "limitsHit" : [

                  ],
                  "maxScore" : 60,
                  "output" : "a\\n\\u001b",
                  "score" : 30
                }
                """)
    }
}
