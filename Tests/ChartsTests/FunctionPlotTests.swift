import Testing

@testable import Charts

@Suite("FunctionPlot") struct FunctionPlotTests {
    private let square = FunctionPlot(
        title: "Square", horizontal: .init("x", -2...2), vertical: .init("y", 0...4),
        lines: [.init("x²", over: -2...2) { $0 * $0 }])

    @Test("a function is drawn from end to end, each point at its height")
    func curve() throws {
        let file = try XMLReader(square.svg)
        let points = try #require(file.elements("path", style: "line").last?.attributes["d"]).pathPoints
        #expect(points.count == 241)
        let (left, middle, right) = (points[0], points[120], points[240])
        #expect(left.y == right.y && left.y < middle.y, "drawings count downwards")
        #expect(abs(middle.x - (left.x + right.x) / 2) < 0.02)
        // A quarter of the way in, x is −1 and a quarter of the height is reached.
        #expect(abs(points[60].y - (middle.y + (left.y - middle.y) / 4)) < 0.02)
        let tick = try #require(file.elements("text").first { $0.text == "4" })
        #expect(abs(try #require(tick.number("y")) - 4 - left.y) < 0.02)
    }

    @Test("both axes have names, the lines a legend, and 0 a line of its own")
    func words() throws {
        let file = try XMLReader(square.svg)
        #expect(file.texts.contains("x") && file.texts.contains("y") && file.texts.contains("x²"))
        #expect(file.elements("path", style: "faint").count == 2)
        var plain = square
        plain.lines[0].name = ""
        #expect(try XMLReader(plain.svg).elements("path", style: "line").count == 1, "no legend")
    }

    @Test("faint lines take no colour away from the others")
    func colours() throws {
        var plot = square
        plot.lines = [
            .init("a", .faint, pieces: [[.init(0, 0), .init(1, 1)]]),
            .init("b", pieces: [[.init(0, 0), .init(1, 1)]]),
            .init("c", pieces: [[.init(0, 0), .init(1, 1)]]),
        ]
        let file = try XMLReader(plot.svg)
        #expect(file.elements("path", style: "s0").count == 2, "the line, and its sign in the legend")
        #expect(file.elements("path", style: "s1").count == 2)
        #expect(file.elements("path", style: "s2").isEmpty)
    }

    @Test("steps have a dot at each of their points that is on the plot")
    func steps() throws {
        var plot = square
        plot.lines = [.init("", .steps, pieces: [[.init(0, 1), .init(1, 2), .init(2, 9)]])]
        let file = try XMLReader(plot.svg)
        #expect(file.elements("circle", style: "dot").count == 2)
        #expect(file.elements("path", style: "line").count == 1)
    }

    @Test("a mark stands at its point, with its words beside it, and not outside of the plot")
    func marks() throws {
        var plot = square
        plot.marks = [
            .init(1, 1, "one", .left), .init(-1, 1, "ring", .above, isOpen: true),
            .init(3, 1, "away", .below),
            .init(2, 4, "a name that is too long for its place at the edge", .right),
            .init(0, 0, "beside", .aboveRight),
        ]
        let file = try XMLReader(plot.svg)
        let points = try #require(file.elements("path", style: "line").last?.attributes["d"]).pathPoints
        let circles = file.elements("circle", style: "mark")
        #expect(circles.count == 4)
        #expect(abs(try #require(circles[0].number("cx")) - points[180].x) < 0.02)
        #expect(abs(try #require(circles[0].number("cy")) - points[180].y) < 0.02)
        #expect(circles.map { $0.classes.contains("open") } == [false, true, false, false])
        let words = file.elements("text", style: "halo")
        #expect(words.map(\.text).prefix(2) == ["one", "ring"] && words.count == 4)
        #expect(words[0].classes.contains("end"), "words to the left end at the point")
        #expect(try #require(words[0].number("x")) < points[180].x)
        #expect((words[2].number("x") ?? 999) + words[2].text.estimatedWidth(fontSize: 12) <= 360)
        #expect(!words[3].classes.contains("middle") && !words[3].classes.contains("end"))
        #expect(try #require(words[3].number("x")) > points[120].x)
        #expect(try #require(words[3].number("y")) < points[120].y)
    }
}
