import Foundation

/// What `weights.json` in a weights folder says.
struct WeightsManifest: Codable, Equatable {
    /// A file of weights and the shape of its matrix.
    struct File: Codable, Equatable {
        let file: String
        let rows: Int
        let columns: Int
    }

    /// What the file says of itself, in every version of the format.
    private struct Heading: Codable {
        let format: String
        let version: Int
    }

    static let fileName = "weights.json"
    private static let heading = Heading(format: "neural-network-exercises weights", version: 1)

    let format: String
    let version: Int
    let layers: String
    let loss: String
    let files: [File]

    /// Describes weights in the present version of the format.
    init(layers: String, loss: String, files: [File]) {
        format = Self.heading.format
        version = Self.heading.version
        self.layers = layers
        self.loss = loss
        self.files = files
    }

    /// Reads the `weights.json` of a folder.
    init(in folder: URL) throws(TrainingFileError) {
        let url = folder.appending(path: Self.fileName)
        let data = try WholeFile.read(url)
        do {
            let heading = try JSONDecoder().decode(Heading.self, from: data)
            guard heading.format == Self.heading.format else {
                let found = heading.format.debugDescription
                throw TrainingFileError(url, .notWeights(reason: "its format is \(found)"))
            }
            guard heading.version == Self.heading.version else {
                throw TrainingFileError(url, .unknownWeightsVersion(heading.version))
            }
            self = try JSONDecoder().decode(Self.self, from: data)
        } catch let error as TrainingFileError {
            throw error
        } catch {
            throw TrainingFileError(url, .notWeights(reason: Self.reason(error)))
        }
        if let file = files.first(where: { $0.file.contains("/") || !$0.file.hasSuffix(".npy") }) {
            let reason = "\(file.file.debugDescription) is not the name of a .npy file in the folder"
            throw TrainingFileError(url, .notWeights(reason: reason))
        }
    }

    /// What a decoder found wrong, in a few words.
    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "\"\(key.stringValue)\" is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "\"\(context.codingPath.last?.stringValue ?? "")\" is not what it should be"
        default: "it is not whole JSON"
        }
    }
}
