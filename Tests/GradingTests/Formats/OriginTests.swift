import Testing

@testable import Grading

@Suite("Formats: where work comes from")
struct OriginTests {
    private let actions = [
        "GITHUB_REPOSITORY": "networks/kit-ada", "GITHUB_SHA": "a1b2c3d", "GITHUB_ACTOR": "ada",
        "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REF_TYPE": "branch", "GITHUB_REF_NAME": "main",
    ]

    @Test("GitHub Actions tell the repository, the commit and who pushed it")
    func github() {
        let origin = Origin(actions)
        #expect(origin.classroom.isEmpty)
        #expect(origin.assignment == "kit-ada")
        #expect(origin.owner == "ada")
        #expect(origin.commit == "https://github.com/networks/kit-ada/commit/a1b2c3d")
        #expect(origin.review == origin.commit)
        #expect(origin.release.isEmpty)
        #expect(origin.submission.isEmpty, "a branch is no submission")
        #expect(origin.pages == "https://github.com/networks/kit-ada/blob/a1b2c3d/")
    }

    @Test("what Classroom 50's runner says comes before that")
    func classroom50() {
        let runner = [
            "CLASSROOM": "networks", "ASSIGNMENT": "kit", "ASSIGNMENT_TYPE": "group", "OWNER": "team",
            "SUBMISSION_TAG": "submit/1", "COMMIT_URL": "https://c", "RELEASE_URL": "https://r",
            "REVIEW_URL": "https://v",
        ]
        let origin = Origin(actions.merging(runner) { $1 })
        #expect(
            [
                origin.classroom, origin.assignment, origin.assignmentType, origin.owner, origin.submission,
                origin.commit, origin.release, origin.review,
            ] == ["networks", "kit", "group", "team", "submit/1", "https://c", "https://r", "https://v"])
    }

    @Test("nothing is made up: no address without a commit, none that is no address")
    func unknown() {
        for missing in ["GITHUB_REPOSITORY", "GITHUB_SHA", "GITHUB_SERVER_URL"] {
            var environment = actions
            environment[missing] = ""
            #expect(Origin(environment).commit.isEmpty)
            #expect(Origin(environment).pages.isEmpty)
        }
        var environment = actions
        environment["GITHUB_SERVER_URL"] = "javascript:"
        #expect(Origin(environment).pages.isEmpty)
        #expect(Origin([:]).assignmentType == "individual")
    }
}
