import LinearAlgebra
import Student
import Testing

@Suite("Counting") struct CountingTests {
    @Test("elements above 0 are counted")
    func elements() throws {
        #expect(try Counting().add([[1, -1, 0, 7]]) == 2, "1 and 7 are above 0; 0 is not.")
    }

    @Test("the total goes on from batch to batch", arguments: [1, 2, 5])
    func batches(count: Int) throws {
        let counting = Counting()
        for _ in 1..<count { _ = try counting.add([[1, 2]]) }
        #expect(try counting.add([[1, 2]]) == 2 * count, "Each batch adds 2.")
    }

    @Test("an empty batch adds nothing")
    func empty() throws {
        #expect(try Counting().add([]) == 0, "There is nothing to count.")
    }
}
