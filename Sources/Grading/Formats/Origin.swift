import Foundation

/// Where a submission comes from, as far as the environment tells: Classroom 50's runner or GitHub Actions.
///
/// What is not there is empty; nothing is made up.
struct Origin {
    var classroom = ""
    var assignment = ""
    var assignmentType = "individual"
    var owner = ""
    /// The tag that the submission was pushed with.
    var submission = ""
    /// Pages on the web: of the commit, of the release, of all changes to the starter code.
    var commit = ""
    var release = ""
    var review = ""
    /// Where the files of this commit are on the web, with a slash at the end.
    var pages = ""

    init() {}

    /// Reads what Classroom 50 sets; in its place, where it sets nothing, what GitHub Actions does.
    init(_ environment: [String: String]) {
        let value = { (names: String...) in
            names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        }
        let repository = value("GITHUB_REPOSITORY")
        let hash = value("GITHUB_SHA")
        let page = "\(value("GITHUB_SERVER_URL"))/\(repository)"
        let isKnown = !repository.isEmpty && !hash.isEmpty && page.hasPrefix("https://")
        let names = repository.split(separator: "/").map(String.init)
        classroom = value("CLASSROOM")
        assignment = value("ASSIGNMENT")
        if assignment.isEmpty { assignment = names.last ?? "" }
        if !value("ASSIGNMENT_TYPE").isEmpty { assignmentType = value("ASSIGNMENT_TYPE") }
        owner = value("OWNER", "USERNAME", "GITHUB_ACTOR")
        submission = value("SUBMISSION_TAG")
        if submission.isEmpty, value("GITHUB_REF_TYPE") == "tag" { submission = value("GITHUB_REF_NAME") }
        commit = value("COMMIT_URL")
        if commit.isEmpty, isKnown { commit = "\(page)/commit/\(hash)" }
        release = value("RELEASE_URL")
        review = value("REVIEW_URL")
        if review.isEmpty { review = commit }
        if isKnown { pages = "\(page)/blob/\(hash)/" }
    }
}
