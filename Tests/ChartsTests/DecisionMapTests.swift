import LinearAlgebra
import Testing

@testable import Charts

@Suite("DecisionMap") struct DecisionMapTests {
    @Test("the line runs where the probability is ½, and only there")
    func line() throws {
        let file = try XMLReader(Samples.map.svg)
        let (frame, boundary) = (try frame(file), try boundary(file))
        // 0.1 left of 0 and 0.9 right of it: the middle between the cells at both sides of x = 0.
        let middle = frame.left + frame.width / 2
        #expect(boundary.count == 2 * (Samples.grid.rows - 1))
        #expect(boundary.allSatisfy { abs($0.x - middle) < 0.02 })
        let heights = boundary.map(\.y)
        #expect(abs((heights.min() ?? 0) - (frame.top + frame.height / 12)) < 0.02)
        #expect(abs((heights.max() ?? 0) - (frame.top + frame.height * 11 / 12)) < 0.02)
    }

    @Test("points lie where their inputs say, in two shapes; what is outside is left out")
    func points() throws {
        let file = try XMLReader(Samples.map.svg)
        let frame = try frame(file)
        let circles = try #require(file.elements("path", style: "c0").last?.attributes["d"])
        let triangles = try #require(file.elements("path", style: "c1").last?.attributes["d"])
        #expect(circles.count { $0 == "M" } == 1 && circles.contains("a"))
        #expect(triangles.count { $0 == "M" } == 1 && !triangles.contains("a"))
        let start = try #require(circles.split { "Ma".contains($0) }.first).split(separator: " ").compactMap {
            Double($0)
        }
        // The circle's path begins at its left; (−0.5, 1) is a quarter in and three quarters up.
        #expect(abs(start[0] + 3.2 - (frame.left + frame.width / 4)) < 0.02)
        #expect(abs(start[1] - (frame.top + frame.height / 4)) < 0.02)
    }

    @Test("the ground's first row is the highest, blue below ½ and orange above it")
    func ground() throws {
        let grid = DecisionGrid(x: 0...1, y: 0...1, columns: 2, rows: 2)
        let map = DecisionMap(
            title: "", grid: grid, probabilities: [0, 1, 0.5, .nan], points: [], labels: [])
        let images = try XMLReader(map.svg).elements("image")
        let image = try PNGReader(dataURI: #require(images.last?.attributes["href"]))
        #expect(image.pixels == [7, 15, 0, 14])
        #expect(image.colours[0].blue > image.colours[0].red)
        #expect(image.colours[14].red > image.colours[14].blue)
        #expect(image.colours[7].opacity == 0, "where the model is in doubt, the page shows")
    }

    private func frame(
        _ file: XMLReader
    ) throws -> (left: Double, top: Double, width: Double, height: Double) {
        let frame = try #require(file.elements("rect", style: "frame").first)
        return (
            try #require(frame.number("x")), try #require(frame.number("y")),
            try #require(frame.number("width")), try #require(frame.number("height"))
        )
    }

    private func boundary(_ file: XMLReader) throws -> [(x: Double, y: Double)] {
        try #require(file.elements("path", style: "boundary").last?.attributes["d"]).pathPoints
    }
}
