import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What an XML parser finds in a file: every element with its attributes, and the text inside of it.
struct XMLReader {
    struct Element {
        let name: String
        let attributes: [String: String]
        var text = ""

        var classes: [Substring] { attributes["class", default: ""].split(separator: " ") }
        func number(_ attribute: String) -> Double? { attributes[attribute].flatMap(Double.init) }
    }

    let elements: [Element]

    /// Reads a file; throws the parser's error when it is not well-formed.
    init(_ source: String) throws {
        let delegate = Delegate()
        let parser = XMLParser(data: Data(source.utf8))
        parser.delegate = delegate
        guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
        elements = delegate.elements
    }

    func elements(_ name: String, style: Substring? = nil) -> [Element] {
        elements.filter { element in
            element.name == name && (style.map { element.classes.contains($0) } ?? true)
        }
    }

    var texts: [String] { elements("text").map(\.text) }

    private final class Delegate: NSObject, XMLParserDelegate {
        var elements: [Element] = []
        private var open: [Int] = []

        func parser(
            _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            open.append(elements.count)
            elements.append(Element(name: elementName, attributes: attributes))
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) {
            if let last = open.last { elements[last].text += string }
        }

        func parser(
            _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
            qualifiedName: String?
        ) {
            open.removeLast()
        }
    }
}

extension String {
    /// The points of a path's data that are reached with M or L.
    var pathPoints: [(x: Double, y: Double)] {
        split { "ML".contains($0) }.compactMap { part in
            let numbers = part.split(separator: " ").compactMap { Double($0) }
            return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
        }
    }
}
