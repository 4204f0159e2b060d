import Testing

@testable import Grading

@Suite("Test names")
struct TestNameTests {
    @Test(
        "a name is read with and without the place where the test is written",
        arguments: [
            ("StudentTests.LinearTests/shapes(n:)", "LinearTests", "shapes(n:)"),
            ("StudentTests.LinearTests/shapes(n:)/LinearTests.swift:17:6", "LinearTests", "shapes(n:)"),
            ("StudentTests.LinearTests/Backward/bias()", "LinearTests/Backward", "bias()"),
            ("StudentTests.LinearTests/Backward/bias()/My Tests.swift:1:2", "LinearTests/Backward", "bias()"),
            ("StudentTests.free()", "", "free()"),
            ("StudentTests.free()/Free.swift:3:4", "", "free()"),
        ])
    func reading(id: String, suite: String, function: String) {
        #expect(TestName(id) == test(function, in: suite))
    }

    @Test(
        "what names no function is no test",
        arguments: ["", "StudentTests", "StudentTests.LinearTests", "no()"])
    func refusal(id: String) {
        #expect(TestName(id) == nil)
    }

    @Test("a name is written as it is listed")
    func writing() {
        #expect(test("a()").id == "StudentTests.LinearTests/a()")
        #expect(test("a()", in: "").id == "StudentTests.a()")
        #expect(test("a()", in: "LinearTests/Backward").outerSuite == "LinearTests")
    }

    @Test("a list keeps its order and skips what is no test")
    func list() {
        let output = """
            StudentTests.LinearTests/b()
            warning: something else

            StudentTests.LinearTests/a(n:)
            """
        #expect(TestName.list(output) == [test("b()"), test("a(n:)")])
    }
}
