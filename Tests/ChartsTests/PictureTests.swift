import Charts
import Testing

@Suite("Picture") struct PictureTests {
    @Test(
        "each is well-formed, lies inside its own box, and has numbers only",
        arguments: (Samples.filled + Samples.empty + Samples.hostile).indices)
    func wellFormed(index: Int) throws {
        let svg = (Samples.filled + Samples.empty + Samples.hostile)[index].svg
        let file = try XMLReader(svg)
        let root = try #require(file.elements.first)
        #expect(root.name == "svg")
        #expect(root.attributes["xmlns"] == "http://www.w3.org/2000/svg")
        #expect(root.attributes["aria-label"]?.isEmpty == false)
        let box = try #require(root.attributes["viewBox"]).split(separator: " ").compactMap { Double($0) }
        #expect(box.count == 4 && box[2] == 360 && box[3] > 50)
        for element in file.elements {
            for name in ["x", "y", "width", "height", "cx", "cy", "r"] where element.attributes[name] != nil {
                let number = try #require(element.number(name), "\(name) of \(element.name) is no number")
                // The file is larger on the screen than in its own units.
                if element.name != "svg" { #expect((0...max(360, box[3])).contains(number)) }
            }
            if element.name == "path" {
                let data = try #require(element.attributes["d"])
                #expect(!data.contains("nan") && !data.contains("inf") && !data.contains("e"))
                for point in data.pathPoints {
                    #expect((0...360).contains(point.x) && (0...box[3]).contains(point.y))
                }
            }
        }
    }

    @Test("of empty input it says so", arguments: Samples.empty.indices)
    func empty(index: Int) throws {
        let file = try XMLReader(Samples.empty[index].svg)
        let words = file.elements("text", style: "muted").map(\.text)
        #expect(words.count == 1 && words[0].hasSuffix("."))
        #expect(file.elements("image").isEmpty && file.elements("path").isEmpty)
    }

    @Test("the same input gives the same bytes", arguments: Samples.filled.indices)
    func deterministic(index: Int) {
        #expect(Samples.filled[index].svg == Samples.filled[index].svg)
    }

    @Test("it refers to nothing outside of itself and holds no script", arguments: Samples.filled.indices)
    func selfContained(index: Int) throws {
        let file = try XMLReader(Samples.filled[index].svg)
        for element in file.elements {
            #expect(element.name != "script")
            for (name, value) in element.attributes where name != "xmlns" {
                #expect(!value.contains("://") && !name.hasPrefix("on"))
            }
        }
        #expect(
            !file.elements("image").contains { $0.attributes["href"]?.hasPrefix("data:image/png") != true })
        #expect(!(file.elements("style").first?.text.contains("url(") ?? true))
    }

    @Test(
        "its texts are no smaller than 11 on a phone, where a unit is a pixel",
        arguments: Samples.filled.indices)
    func readable(index: Int) throws {
        let sheet = try #require(try XMLReader(Samples.filled[index].svg).elements("style").first?.text)
        let sizes = sheet.matches(of: /(\d+)px/).compactMap { Double($0.1) }
        #expect(sizes.count >= 3 && sizes.allSatisfy { $0 >= 11 })
    }
}
