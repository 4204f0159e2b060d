/// The Swift of a page, in the order in which it stands there, and what the page says that it prints.
struct PageProgram: Sendable {
    let page: Page
    /// What is promised, line by line.
    let promises: [Page.Line]
    private let body: String

    /// The program of a page; nil for a page without Swift.
    init?(_ page: Page) {
        let blocks = page.blocks.filter { [.code("swift"), .check].contains($0.kind) }
        guard !blocks.isEmpty else { return nil }
        self.page = page
        promises = blocks.flatMap(Self.promises)
        body = blocks.map { block in
            "#sourceLocation(file: \"\(page.path)\", line: \(block.lines.first?.number ?? 1))\n\(block.text)"
        }
        .joined(separator: "\n")
    }

    /// The comments beside a `print`, and those right below some code.
    ///
    /// A comment at the beginning of a block or after a blank line is a remark, and promises nothing.
    private static func promises(in block: Page.Block) -> [Page.Line] {
        var isRemark = true
        return block.lines.compactMap { line in
            let comment = line.text.wholeMatch(of: /\s*\/\/ ?(.*)/).map { String($0.1) }
            defer { isRemark = comment != nil ? isRemark : line.text.allSatisfy(\.isWhitespace) }
            if let comment { return isRemark ? nil : .init(number: line.number, text: comment) }
            guard let beside = line.text.firstMatch(of: /print\(.*  \/\/ (.*)/)?.1 else { return nil }
            return .init(number: line.number, text: String(beside))
        }
    }

    /// A file with the program as a function of this name.
    ///
    /// Pages call a `print` that also writes down in which line it stands; being local, it goes before Swift's own.
    func source(as name: String) -> String {
        """
        import Datasets
        import LinearAlgebra
        import NeuralNetwork
        import Reference

        func \(name)() throws {
            func print(_ items: Any..., line: Int = #line) { write(items, line: line) }
        \(body)
        #sourceLocation()
        }
        """
    }

    /// Where the page and its program differ, line by line; where one goes on for longer, the first such line.
    func findings(printed: [Page.Line]) -> [Finding] {
        let different = zip(printed, promises).filter { !Self.keeps($0.0.text, $0.1.text) }
        if printed.count == promises.count {
            return different.map { printed, promise in
                page.finding(
                    promise.number, "prints “\(printed.text)”, and the page promises “\(promise.text)”")
            }
        }
        let same = zip(printed, promises).prefix { Self.keeps($0.0.text, $0.1.text) }.count
        let line = (promises.dropFirst(same).first ?? printed.dropFirst(same).first)?.number ?? 0
        let next = { (lines: [Page.Line]) in
            lines.dropFirst(same).first.map { "“\($0.text)”" } ?? "nothing more"
        }
        return [
            page.finding(
                line,
                "prints \(next(printed)), and the page promises \(next(promises)): "
                    + "\(printed.count) lines are printed in all, and \(promises.count) promised")
        ]
    }

    /// Whether a line is as promised; a promise may end in “…”.
    private static func keeps(_ printed: String, _ promise: String) -> Bool {
        printed == promise || promise.hasSuffix("…") && printed.hasPrefix(promise.dropLast())
    }
}
