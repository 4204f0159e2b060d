import LinearAlgebra
import Testing

@testable import TestSupport

@Suite("Messages of failing tests") struct MessageTests {
    private let words = String(repeating: "word ", count: 60)

    @Test("six lines of 74 columns at most, whatever is to be said", arguments: [0, 1, 20, 60])
    func size(count: Int) {
        let advice = words.split(separator: " ").prefix(count).joined(separator: " ")
        let large = normal(30, 40, seed: 1, standardDeviation: 1e-7)
        let message = Message(
            finding: "Thing.forward: [12, 33] is 1 and should be 2 (3 of 1200 are wrong).", advice: advice,
            table: MatrixTable(matrices: [("received", large), ("expected", large)], place: (12, 33)))
        let lines = message.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 6)
        #expect(lines.allSatisfy { $0.count <= 74 })
        #expect(lines.first == "Thing.forward: [12, 33] is 1 and should be 2 (3 of 1200 are wrong).")
    }

    @Test("small matrices are shown whole, side by side")
    func wholeTable() {
        let table = MatrixTable(
            matrices: [
                ("received", [[1, 2.5], [-3, 4]]), ("expected", [[1, 2], [3, 4]]), ("input", [[0.5], [9]]),
            ],
            place: (0, 1))
        #expect(
            table.lines(5) == [
                "received   expected   input",
                "  1 2.5    1 2        0.5",
                " −3   4    3 4          9",
            ])
    }

    @Test("large matrices are cut around the element that matters, which is always in sight")
    func cutTable() throws {
        let elements = (0..<200).map(Double.init)
        let matrix = try Matrix(rows: 10, columns: 20, elements: elements)
        for (row, column) in [(0, 0), (9, 19), (5, 10), (0, 19), (9, 0)] {
            let lines = MatrixTable(matrices: [("received", matrix)], place: (row, column)).lines(4)
            #expect(lines.count == 4)
            let numbers = lines.dropFirst().flatMap { $0.split(separator: " ") }
            #expect(numbers.count == 18, "three rows of six")
            #expect(numbers.contains("\(row * 20 + column)"))
            let corner = try #require(lines[0].split(separator: "[").last).dropLast()
            let first = corner.split { ", ".contains($0) }.compactMap { Int($0) }
            #expect(numbers.first.map(String.init) == "\(first[0] * 20 + first[1])")
        }
    }

    @Test("numbers have four significant digits, and more where it takes more to tell two apart")
    func numbers() {
        #expect(
            [1.0 / 3, -0.0, 12345.6, 1e-9, .nan, -.infinity, 250, -1e4].map(short) == [
                "0.3333", "0", "1.235e+04", "1e−09", "NaN", "−∞", "250", "−10000",
            ])
        #expect(distinct(0.5, 0.25) == ("0.5", "0.25"))
        #expect(distinct(1, 1.0000004) == ("1", "1.0000004"))
        #expect(distinct(.nan, 0) == ("NaN", "0"))
    }
}
