import Foundation

@testable import Grading

#if canImport(FoundationXML)
    import FoundationXML
#endif

extension Course {
    /// The links and pictures of a page that lead nowhere, and anchors that it sets twice.
    func links(of page: Page) -> [Finding] {
        let anchors = PageAnchors.all(in: page.text)
        let repeated = Dictionary(grouping: anchors) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
        // A bracket and a parenthesis in a formula are no link.
        let words = page.words.replacing(/\$\$[^$]*\$\$|\$[^$\n]*\$/) { match in
            String(match.0.map { $0 == "\n" ? "\n" : " " })
        }
        let links = words.matches(
            of: /(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(((?:[^()\s]|\([^()\s]*\))*)\)/)
        return repeated.map { page.finding(1, "the anchor \($0) is set twice") }
            + links.compactMap { link in
                let target = String(link.3)
                let problem =
                    link.1 == "!"
                    ? pictureProblem(String(link.2), target, on: page)
                    : linkProblem(target, on: page, anchors: anchors)
                return problem.map { page.finding(words.line(of: link.range.lowerBound), $0) }
            }
    }

    private func linkProblem(_ target: String, on page: Page, anchors: [String]) -> String? {
        if target.contains("://") {
            return target.hasPrefix("http") && URL(string: target)?.host() != nil
                ? nil : "\(target) is no address"
        }
        let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        var there = anchors
        if !parts[0].isEmpty {
            let path = path(parts[0], from: page)
            guard exists(path) || !isHandedOut(path) else {
                return "the link leads to \(path), which is not there"
            }
            guard parts.count > 1 else { return nil }
            let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8)
            there = text.map(PageAnchors.all) ?? []
        }
        return parts.count < 2 || there.contains(parts[1])
            ? nil : "the link leads to \(target), where there is no anchor \(parts[1])"
    }

    private func pictureProblem(_ alternative: String, _ target: String, on page: Page) -> String? {
        let path = path(target, from: page)
        guard exists(path) else { return "the picture \(path) is not there" }
        if alternative.allSatisfy(\.isWhitespace) {
            return "the picture \(path) has no words for those who cannot see it"
        }
        guard path.hasSuffix(".svg"), let data = try? Data(contentsOf: root.appending(path: path)) else {
            return nil
        }
        return XMLParser(data: data).parse() ? nil : "the picture \(path) is not well-formed XML"
    }

    private func path(_ target: String, from page: Page) -> String {
        let folder = page.path.split(separator: "/").dropLast()
        return (target.removingPercentEncoding ?? target).split(separator: "/")
            .reduce(into: folder.map(String.init)) { path, part in
                switch part {
                case ".": break
                case "..": path.removeLast(path.isEmpty ? 0 : 1)
                default: path.append(String(part))
                }
            }
            .joined(separator: "/")
    }

    /// Whether a path is among what students have too: where there are no answers, nobody looks for them.
    func isHandedOut(_ path: String) -> Bool { hasAnswers || !path.hasPrefix("Solutions") }
}
