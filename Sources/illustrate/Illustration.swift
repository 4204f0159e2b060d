import Charts
import Foundation

/// A picture of a lesson, and the name of its file.
struct Illustration: Sendable {
    /// The file's name, without ".svg".
    let name: String
    private let picture: any Picture

    init(_ name: String, _ picture: any Picture) {
        self.name = name
        self.picture = picture
    }

    /// The pictures that are drawn without a training, so that they are the same on every machine.
    static let drawn = places + layerPictures + lossPictures + optimizerPictures + otherPictures

    /// The file's text, a third larger than on a phone where there is room: with the letters of the page around it.
    var svg: String { picture.svg(widthOnScreen: 480) }

    func write(to folder: URL) throws {
        try Data(svg.utf8).write(to: folder.appending(path: "\(name).svg"), options: .atomic)
    }
}
