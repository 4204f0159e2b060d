import Foundation
import Testing

@testable import Grading

/// What the pages say, held against the kit that they speak of.
@Suite("Lessons")
struct LessonTests {
    private let course: Course

    init() throws { course = try Course.own.get() }

    private static let hasAnswers = (try? Course.own.get().hasAnswers) == true
    private static let handedOut: Comment = "the answers are not here: this copy was handed out"

    @Test(
        "every page's Swift prints what the page promises",
        .enabled(if: hasAnswers, handedOut))
    func programs() async throws {
        let programs = course.lessons.compactMap(PageProgram.init)
        let exercises = course.rubric.exercises.filter { $0.source != nil }.map(\.lesson)
        #expect(
            Set(exercises).subtracting(programs.map(\.page.path)) == [],
            "pages without a worked example in Swift")
        let build = try #require(PageCompiler.ownBuild, "the modules of this build were not found")
        let toolchain = try Toolchain(environment: ProcessInfo.processInfo.environment)
        report(try await PageCompiler(build: build, toolchain: toolchain).findings(programs))
    }

    @Test("every link, anchor and picture is there")
    func links() {
        report(course.pages.flatMap(course.links))
    }

    @Test("every command, exercise, network and file that is named is there")
    func namedThings() {
        report(course.pages.flatMap(course.namedThings))
    }

    @Test("every lesson has the sections, the minutes and the neighbours that the map says")
    func form() {
        report(course.lessons.flatMap(course.form))
    }

    @Test("the map leads to every lesson, in the order of their numbers and of the exercises")
    func map() {
        let lessons = course.pages.map(\.path).filter { $0.contains(/^Lessons\/\d\d-/) }
        #expect(course.order == lessons)
        var exercises: [String] = []
        for lesson in course.rubric.exercises.map(\.lesson) where exercises.last != lesson {
            exercises.append(lesson)
        }
        #expect(course.order.filter(exercises.contains) == exercises)
    }

    @Test("every common mistake with an anchor is said by a test in the same words")
    func diagnoses() throws {
        report(try course.lessons.flatMap(course.diagnoses))
    }

    @Test("no page for students gives an answer away", .enabled(if: hasAnswers, handedOut))
    func answers() throws {
        report(try course.pages.filter { !$0.path.hasPrefix("Solutions") }.flatMap(course.answers))
    }

    @Test("every formula is one that GitHub can show")
    func formulas() {
        report(course.pages.flatMap(course.formulas))
    }

    @Test(
        "the pages of the students' copy lead nowhere else, and name nothing of the instructor's",
        .enabled(if: hasAnswers, handedOut))
    func studentsCopy() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "handout-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let git = Git(environment: ProcessInfo.processInfo.environment)
        _ = try await Handout(root: course.root, git: git).write(to: folder)
        let copy = try Course(root: folder)
        #expect(
            copy.pages.map(\.path) == copy.pages.map(\.path).filter { $0.hasPrefix("Lessons/") } + [
                "README.md"
            ])
        report(copy.pages.flatMap(copy.links) + copy.pages.flatMap(copy.namedThings))
        let commands =
            /\.\/grade\.sh (check|mutants|submission|class|merge|handout|gradescope)|--solutions|SOLUTIONS=/
        for page in copy.pages {
            #expect(
                page.text.firstMatch(of: commands) == nil, "\(page.path) speaks of what only instructors have"
            )
        }
    }

    private func report(_ findings: [Finding], sourceLocation: SourceLocation = #_sourceLocation) {
        for finding in findings { Issue.record("\(finding)", sourceLocation: sourceLocation) }
    }
}
