import Charts
import Foundation

/// A picture of a lesson, and the name of its file.
struct Illustration: Sendable {
    /// The file's name, without ".svg".
    let name: String
    private let picture: @Sendable () throws -> any Picture

    /// Names a picture that is made when it is asked for.
    init(_ name: String, _ picture: @autoclosure @escaping @Sendable () throws -> any Picture) {
        self.name = name
        self.picture = picture
    }

    /// The pictures that are drawn without a training, so that they are the same on every machine.
    static let drawn =
        places + layerPictures + lossPictures + optimizerPictures + challengePictures + dataPictures
        + otherPictures

    /// The file's text, a third larger than on a phone where there is room: with the letters of the page around it.
    func svg() throws -> String { try picture().svg(widthOnScreen: 480) }

    /// Writes the picture into a folder.
    func write(to folder: URL) throws {
        try Data(try svg().utf8).write(to: folder.appending(path: "\(name).svg"), options: .atomic)
    }
}
