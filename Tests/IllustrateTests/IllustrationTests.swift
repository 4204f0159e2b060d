import Foundation
import Testing

@testable import illustrate

@Suite("Illustrations") struct IllustrationTests {
    private let lessons = URL(filePath: #filePath).appending(path: "../../../Lessons").standardized

    private static let command =
        "SOLUTIONS=1 swift run --scratch-path .build-solutions illustrate Lessons/images"

    @Test("the pictures of the lessons are what illustrate draws", arguments: Illustration.drawn.map(\.name))
    func upToDate(name: String) throws {
        let picture = try #require(Illustration.drawn.first { $0.name == name })
        let file = lessons.appending(path: "images/\(name).svg")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(try text == picture.svg(), "Lessons/images/\(name).svg is another picture: \(Self.command)")
    }

    @Test("no picture is there that illustrate does not draw, and each is drawn once")
    func files() throws {
        let names = (Illustration.drawn + Illustration.trained).map(\.name)
        let files = try FileManager.default.contentsOfDirectory(
            atPath: lessons.appending(path: "images").path)
        #expect(names.map { "\($0).svg" }.sorted() == files.sorted(), "\(Self.command)")
    }

    @Test("every picture that a page shows is drawn")
    func shown() throws {
        let names = Set((Illustration.drawn + Illustration.trained).map(\.name))
        let pages = try FileManager.default.contentsOfDirectory(atPath: lessons.path)
            .filter { $0.hasSuffix(".md") }
        #expect(pages.count > 20)
        for page in pages {
            let text = try String(contentsOf: lessons.appending(path: page), encoding: .utf8)
            for match in text.matches(of: /\(images\/([^)]+)\.svg\)/) where !names.contains(String(match.1)) {
                Issue.record("\(page) shows images/\(match.1).svg, which illustrate does not draw")
            }
        }
    }

    @Test("without a folder it says how to call it", arguments: [[], ["--help"], ["a", "b"]])
    func usage(arguments: [String]) {
        #expect(throws: IllustrateTool.UsageError.self) { try IllustrateTool.run(arguments) }
    }
}
