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
        let text = try? String(contentsOf: file, encoding: .utf8)
        #expect(
            try text == picture.svg(),
            "Lessons/images/\(name).svg is not what illustrate draws. Draw it again: \(Self.command)")
    }

    @Test("no picture is there that illustrate does not draw, and each is drawn once")
    func files() throws {
        let names = (Illustration.drawn + Illustration.trained).map { "\($0.name).svg" }
        let files = try FileManager.default.contentsOfDirectory(
            atPath: lessons.appending(path: "images").path
        ).filter { !$0.hasPrefix(".") }
        let superfluous = Set(files).subtracting(names).sorted()
        let missing = Set(names).subtracting(files).sorted()
        #expect(Set(names).count == names.count)
        #expect(superfluous == [], "illustrate does not draw these: delete them from Lessons/images")
        #expect(missing == [], "Lessons/images lacks these. Draw them: \(Self.command)")
    }

    @Test("every picture is shown by a page, and every page from 02 on begins with where we are")
    func shown() throws {
        let pages = try FileManager.default.contentsOfDirectory(atPath: lessons.path)
            .filter { $0.hasSuffix(".md") }
        #expect(pages.count > 20)
        var shown: Set<String> = []
        for page in pages {
            let text = try String(contentsOf: lessons.appending(path: page), encoding: .utf8)
            let pictures = text.matches(of: /\]\(images\/([^)]+)\.svg\)/).map { String($0.1) }
            shown.formUnion(pictures)
            if "02" <= page, page.first?.isNumber == true {
                #expect(pictures.first?.hasPrefix("place-") == true, "\(page) does not say where we are")
            }
        }
        let drawn = Set((Illustration.drawn + Illustration.trained).map(\.name))
        #expect(shown.subtracting(drawn).sorted() == [], "shown, and illustrate does not draw them")
        #expect(drawn.subtracting(shown).sorted() == [], "drawn, and no page shows them")
    }

    @Test("without a folder it says how to call it", arguments: [[], ["--help"], ["a", "b"]])
    func usage(arguments: [String]) {
        #expect(throws: IllustrateTool.UsageError.self) { try IllustrateTool.run(arguments) }
    }
}
