import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// An element as Foundation's parser reads it.
final class XMLTree {
    let name: String
    let attributes: [String: String]
    private(set) var children: [XMLTree] = []
    private(set) var text = ""

    private init(_ name: String, _ attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    struct NotWellFormed: Error {
        let line: Int
    }

    /// Reads a whole document.
    static func parse(_ document: String) throws -> XMLTree {
        let parser = XMLParser(data: Data(document.utf8))
        let reader = Reader()
        parser.delegate = reader
        guard parser.parse(), let root = reader.root else { throw NotWellFormed(line: parser.lineNumber) }
        return root
    }

    /// The element and all that is in it.
    var all: [XMLTree] { [self] + children.flatMap(\.all) }

    /// The children of that name, and theirs.
    func all(_ name: String) -> [XMLTree] { all.filter { $0.name == name } }

    private final class Reader: NSObject, XMLParserDelegate {
        var root: XMLTree?
        private var open: [XMLTree] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            let element = XMLTree(name, attributes)
            open.last?.children.append(element)
            root = root ?? element
            open.append(element)
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            open.removeLast()
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.text += text }
    }
}
