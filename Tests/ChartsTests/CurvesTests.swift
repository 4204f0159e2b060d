import Testing

@testable import Charts

@Suite("Curves") struct CurvesTests {
    @Test("each value lies at its epoch and its height, between the ticks of the axes")
    func places() throws {
        let file = try read([.init(name: "training", values: [0.5, 0.25, 0])])
        let points = try #require(file.elements("path", style: "s0").last?.attributes["d"]).pathPoints
        #expect(points.count == 3)
        // 0.25 is half way up to 0.5, epoch 2 half way from 1 to 3.
        #expect(abs(points[1].x - (points[0].x + points[2].x) / 2) < 0.02)
        #expect(abs(points[1].y - (points[0].y + points[2].y) / 2) < 0.02)
        #expect(points[2].y > points[0].y, "larger values lie higher")
        let label = try #require(file.elements("text").first { $0.text == "0.5" })
        #expect(abs(try #require(label.number("y")) - 4 - points[0].y) < 0.02)
        let last = try #require(file.elements("text").last { $0.text == "3" })
        #expect(abs(try #require(last.number("x")) - points[2].x) < 0.02)
    }

    @Test("the legend tells each curve's name and last value")
    func legend() throws {
        let file = try read([
            .init(name: "training", values: [0.9, 0.12345]), .init(name: "validation", values: [0.8, nil]),
        ])
        #expect(file.texts.contains("training 0.123"))
        #expect(file.texts.contains("validation 0.800"))
        let dashes = file.elements("path", style: "line").compactMap { $0.attributes["stroke-dasharray"] }
        #expect(Set(dashes).count == 2, "colour is not all that tells them apart")
    }

    @Test("an accuracy is written as percentages and its axis stays inside of 0…100%")
    func accuracy() throws {
        for values in [[0.995, 1], [0, 0.004], [0.3, 0.98], [1, 1]] {
            let file = try XMLReader(
                Curves(title: "A", measure: .share, series: [.init(name: "t", values: values)]).svg)
            let ticks = file.texts.compactMap { text in
                text.hasSuffix("%") && !text.hasPrefix("t ") ? Double(text.dropLast()) : nil
            }
            #expect(ticks.count >= 3 && ticks.allSatisfy { (0...100).contains($0) })
            #expect((ticks.max() ?? 0) - (ticks.min() ?? 0) >= 5)
        }
    }

    @Test("one epoch is one dot, in the middle")
    func single() throws {
        let file = try read([.init(name: "training", values: [0.5])])
        let dots = file.elements("circle", style: "s0")
        #expect(dots.count == 1)
        #expect(file.elements("path", style: "s0").count == 1, "the legend's line alone")
        let label = try #require(file.elements("text").last { $0.text == "1" })
        #expect(label.number("x") == dots[0].number("cx"))
    }

    @Test("values that are not finite break the line, are marked once a run, and are counted")
    func broken() throws {
        let file = try read([
            .init(name: "training", values: [1, 2, .nan, .infinity, 3, -.infinity, 1e301, 4, 5])
        ])
        let lines = file.elements("path", style: "s0").dropFirst().map {
            $0.attributes["d", default: ""].pathPoints.count
        }
        #expect(Array(lines) == [2, 2], "the lone 3 is a dot")
        #expect(file.elements("circle", style: "s0").count == 5)
        #expect(file.elements("path", style: "cross").count == 2)
        #expect(
            file.elements("text", style: "warning").map(\.text) == [
                "✕ training: NaN or ∞ in 4 epochs, first in 3"
            ])
    }

    @Test("values that are all not finite still give axes and a note")
    func allBroken() throws {
        let file = try read([.init(name: "training", values: [.nan])])
        #expect(
            file.elements("text", style: "warning").map(\.text) == [
                "✕ training: NaN or ∞ in 1 epoch, first in 1"
            ])
        #expect(file.elements("path", style: "cross").count == 1)
    }

    @Test("what was not measured leaves no gap and no mark")
    func notMeasured() throws {
        let file = try read([.init(name: "v", values: [3, nil, nil, 1])])
        #expect(file.elements("path", style: "s0").last?.attributes["d"]?.pathPoints.count == 2)
        #expect(file.elements("path", style: "cross").isEmpty)
    }

    @Test("names that are too long stay inside of the picture")
    func longNames() throws {
        let name = String(repeating: "validation ", count: 20)
        let file = try read([.init(name: name, values: [1, .nan]), .init(name: name, values: [1, 2])])
        for text in file.elements("text")
        where !text.classes.contains("end") && !text.classes.contains("middle") {
            #expect((text.number("x") ?? 0) + text.text.estimatedWidth(fontSize: 12) <= 360)
        }
        #expect(file.texts.contains { $0.hasSuffix("… 2.00") })
    }

    private func read(_ series: [Curves.Series]) throws -> XMLReader {
        try XMLReader(Curves(title: "Loss", measure: .number, series: series).svg)
    }
}
