/// When Gradescope shows a student the result of a test, in its own words.
enum Visibility: String, Codable, Sendable {
    case visible, hidden
    case afterDueDate = "after_due_date"
    case afterPublished = "after_published"
}
