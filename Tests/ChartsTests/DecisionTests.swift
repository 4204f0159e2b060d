import LinearAlgebra
import Testing

@testable import Charts

@Suite("DecisionMap") struct DecisionTests {
    @Test("the grid asks at the middles of its cells, from the lower left, row by row")
    func inputs() {
        let grid = DecisionGrid(x: 0...4, y: 10...12, columns: 4, rows: 2)
        #expect(grid.inputs.columnValues(0) == [0.5, 1.5, 2.5, 3.5, 0.5, 1.5, 2.5, 3.5])
        #expect(grid.inputs.columnValues(1) == [10.5, 10.5, 10.5, 10.5, 11.5, 11.5, 11.5, 11.5])
    }

    @Test("a grid around points leaves a tenth of their spread on each side")
    func around() {
        let grid = DecisionGrid(around: [[0, 5], [10, 7], [.nan, .infinity]])
        #expect(grid.x == -1...11)
        #expect(grid.y.lowerBound == 4.8 && grid.y.upperBound == 7.2)
        #expect(grid.columns == 60 && grid.rows == 60)
    }

    @Test("a grid that cannot be drawn becomes one that can")
    func usable() {
        let grid = DecisionGrid(x: 0 ... .infinity, y: 3...3, columns: 0, rows: 1_000)
        #expect(grid.x == -1...1 && grid.y == 2.5...3.5)
        #expect(grid.columns == 1 && grid.rows == 400)
    }

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

    @Test("a saddle is cut as its middle says")
    func saddle() {
        for (low, isJoined) in [(0.2, true), (-5, false)] {
            // High at the lower left and the upper right.
            let pieces = Contour.half(of: [0.9, low, low, 0.9], columns: 2)
            #expect(pieces.count == 2)
            // Where the middle is high, each piece cuts a low corner off: the lower right or the upper left.
            let sums = pieces.map { $0.from.column - $0.from.row + $0.to.column - $0.to.row }
            #expect(sums.contains { abs($0) > 1e-9 } == isJoined)
        }
    }

    @Test("the line around a round hill is closed")
    func closed() {
        let hill = (0..<81).map { index -> Double in
            let (x, y) = (Double(index % 9) - 4.2, Double(index / 9) - 3.9)
            return 1 / (1 + (x * x + y * y) / 5)
        }
        var ends: [String: Int] = [:]
        let pieces = Contour.half(of: hill, columns: 9)
        for point in pieces.flatMap({ [$0.from, $0.to] }) {
            ends["\(point.column.coordinateText) \(point.row.coordinateText)", default: 0] += 1
            let (x, y) = (point.column - 4.2, point.row - 3.9)
            #expect(abs((x * x + y * y).squareRoot() - 5.0.squareRoot()) < 0.1)
        }
        #expect(pieces.count > 8 && ends.values.allSatisfy { $0 == 2 })
    }

    @Test("a history has a small map with its epoch for each frame, three in a row")
    func history() throws {
        let frames = [0, 5, 10, 20].map { DecisionHistory.Frame(epoch: $0, map: Samples.map) }
        let file = try XMLReader(DecisionHistory(title: "", frames: frames).svg)
        let images = file.elements("image")
        #expect(
            file.elements("text", style: "middle").map(\.text) == [
                "epoch 0", "epoch 5", "epoch 10", "epoch 20",
            ])
        #expect(images.map { $0.number("x") } == [4, 124, 244, 4])
        #expect(Set(images.map { $0.number("y") }).count == 2)
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
