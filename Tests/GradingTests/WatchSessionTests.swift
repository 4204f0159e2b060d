import Foundation
import Testing

@testable import Grading

@Suite("Watch: what comes next")
struct WatchSessionTests {
    @Test("begins with the whole course and stays with the first exercise that is not done")
    func begin() throws {
        var session = WatchSession(rubric: try rubric(), exercise: nil)
        #expect(session.toGrade.map(\.id) == ["linear", "moons"])
        let hasMore = session.take(.success(try all(linear: .passed, moons: .failed)))
        #expect(!hasMore)
        #expect(session.current?.id == "moons")
        #expect(session.report?.exercises.map(\.exercise.id) == ["moons"])
        #expect(session.toGrade.map(\.id) == ["moons"])
    }

    @Test("goes on when an exercise is done, and grades all once more after the last")
    func goesOn() throws {
        var session = WatchSession(rubric: try rubric(), exercise: nil)
        _ = session.take(.success(try all(linear: .failed, moons: .failed)))
        #expect(session.current?.id == "linear")
        var hasMore = session.take(.success(try one("linear", .passed)))
        #expect(hasMore)
        #expect(session.current?.id == "moons")
        #expect(session.finished?.id == "linear")
        #expect(session.report == nil)
        hasMore = session.take(.success(try one("moons", .passed)))
        #expect(hasMore)
        #expect(session.toGrade.map(\.id) == ["linear", "moons"])
        #expect(!session.isAllDone)
        hasMore = session.take(.success(try all(linear: .passed, moons: .passed)))
        #expect(!hasMore)
        #expect(session.isAllDone)
    }

    @Test("what a later change broke is at hand again")
    func broken() throws {
        var session = WatchSession(rubric: try rubric(), exercise: nil)
        _ = session.take(.success(try all(linear: .passed, moons: .failed)))
        _ = session.take(.success(try one("moons", .passed)))
        let hasMore = session.take(.success(try all(linear: .failed, moons: .passed)))
        #expect(!hasMore)
        #expect(session.current?.id == "linear")
    }

    @Test("stays with an exercise that was named, done or not")
    func named() throws {
        let course = try rubric()
        var session = WatchSession(rubric: course, exercise: try course.exercise(named: "linear"))
        #expect(session.toGrade.map(\.id) == ["linear"])
        let hasMore = session.take(.success(try one("linear", .passed)))
        #expect(!hasMore)
        #expect(session.current?.id == "linear")
        #expect(!session.isAllDone)
    }

    @Test("n goes round the exercises that are not done, challenges too")
    func next() throws {
        let course = try rubric()
        var session = WatchSession(rubric: course, exercise: try course.exercise(named: "moons"))
        _ = session.take(.success(try one("moons", .passed)))
        var hasMore = session.next()
        #expect(hasMore)
        #expect(session.current?.id == "tanh")
        #expect(session.report == nil)
        hasMore = session.next()
        #expect(hasMore)
        #expect(session.current?.id == "linear")
        _ = session.take(.success(try one("linear", .failed)))
        _ = session.next()
        _ = session.take(.success(try one("tanh", .passed)))
        hasMore = session.next()
        #expect(hasMore)
        #expect(session.current?.id == "linear")
        hasMore = session.next()
        #expect(!hasMore)
        #expect(session.current?.id == "linear")
    }

    @Test("a run that came to nothing is told of, and forgotten with the next")
    func problem() throws {
        let course = try rubric()
        var session = WatchSession(rubric: course, exercise: course.exercises[0])
        let hasMore = session.take(.failure(GradingError.swiftNotFound))
        #expect(!hasMore)
        #expect(session.problem == "\(GradingError.swiftNotFound)")
        #expect(session.current?.id == "linear")
        _ = session.take(.success(try one("linear", .failed)))
        #expect(session.problem == nil)
    }

    @Test("what was just finished is said with the first report of what came next, and no longer")
    func finished() throws {
        var session = WatchSession(rubric: try rubric(), exercise: nil)
        _ = session.take(.success(try all(linear: .failed, moons: .failed)))
        _ = session.take(.success(try one("linear", .passed)))
        _ = session.take(.success(try one("moons", .failed)))
        #expect(session.finished?.id == "linear")
        _ = session.take(.success(try one("moons", .failed)))
        #expect(session.finished == nil)
    }

    private func all(linear: TestStatus, moons: TestStatus) throws -> Report {
        report(
            try rubric().exercises.filter { !$0.challenge },
            results([linear]) + results([moons], in: "MoonsTests"))
    }

    private func one(_ id: String, _ status: TestStatus) throws -> Report {
        let exercise = try rubric().exercise(named: id)
        return report([exercise], results([status], in: exercise.suite), countingChallenges: true)
    }
}
