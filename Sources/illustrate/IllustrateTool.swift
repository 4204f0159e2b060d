import Charts
import Foundation

/// The `illustrate` program: draws all pictures of the lessons.
enum IllustrateTool {
    /// Why nothing is drawn.
    struct UsageError: Error, CustomStringConvertible {
        let description = """
            illustrate wants the folder that the pictures go to:
              SOLUTIONS=1 swift run --scratch-path .build-solutions illustrate Lessons/images
            """
    }

    /// Writes every picture into the folder that the arguments name; those that need a training come last.
    static func run(_ arguments: [String]) throws {
        guard arguments.count == 1, let path = arguments.first, !path.hasPrefix("-") else {
            throw UsageError()
        }
        let folder = URL(filePath: path)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for illustration in Illustration.drawn {
            try illustration.write(to: folder)
        }
        print("\(Illustration.drawn.count) pictures drawn; now those that need a training.")
        for illustration in Illustration.trained {
            try illustration.write(to: folder)
        }
    }
}
