import Testing

@testable import Grading

/// A page of the right form, and what becomes of it with one thing wrong.
@Suite("Wrong form")
struct WrongFormTests {
    private let course: Course
    private let right: String

    init() throws {
        course = try Course.own.get()
        right = """
            # Linear layer

            `Sources/Student/Linear.swift` · `./grade.sh linear`

            About 20 minutes.

            ## Goal

            ![The whole](images/place-linear.svg)

            ## The idea
            ## Formula
            ### The shapes
            ## Derivation
            ## Worked example
            ```python
            # No title.
            ```
            ## Your task
            ## Try it
            ## Common mistakes
            ## Think about it
            ## Further reading

            Back: [03 Accuracy](03-accuracy.md) ·
            Next: [05 ReLU](05-relu.md)

            """
    }

    @Test("a page of the right form is let through")
    func rightForm() {
        #expect(course.form(of: Page(path: "Lessons/04-linear.md", text: right)) == [])
    }

    @Test(
        "a page of another form is caught",
        arguments: [
            ("# Linear layer\n", "", 1), ("## Derivation\n", "", 1), ("## Try it\n", "## Try it out\n", 1),
            ("## Formula\n### The shapes\n## Derivation\n", "## Derivation\n## Formula\n", 1),
            ("## Further reading\n", "## Further reading\n## Notes\n", 1), ("Linear.swift", "Liner.swift", 3),
            ("grade.sh linear", "grade.sh relu", 3), ("place-linear", "place-relu", 1),
            ("About 20 minutes", "It is short", 1), ("About 20 minutes", "About 21 minutes", 1),
            ("Next: [05 ReLU](05-relu.md)", "Next: [06 Sigmoid](06-sigmoid.md)", 26),
            ("[03 Accuracy]", "[03 The accuracy]", 26),
        ])
    func wrongForm(original: String, replacement: String, line: Int) {
        let text = right.replacing(original, with: replacement)
        let found = course.form(of: Page(path: "Lessons/04-linear.md", text: text))
        #expect(text != right)
        #expect(found.map(\.line) == [line])
    }
}
