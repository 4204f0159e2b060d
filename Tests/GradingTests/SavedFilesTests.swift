import Foundation
import Testing

@testable import Grading

@Suite("Watch: what was saved")
struct SavedFilesTests {
    @Test("a saved, new or removed file is seen; an editor's hidden one is not")
    func savedFiles() async throws {
        let folder = "Sources/Student"
        try await withFiles(["\(folder)/Linear.swift": "one", "\(folder)/Sub/ReLU.swift": "one"]) { root in
            let begin = SavedFiles(in: root)
            let change = { (name: String, text: String) in
                try Data(text.utf8).write(to: root.appending(path: "\(folder)/\(name)"))
                return SavedFiles(in: root)
            }
            #expect(SavedFiles(in: root) == begin)
            #expect(try change(".Linear.swift.swp", "x") == begin)
            #expect(try change(".#Linear.swift", "x") == begin)
            let saved = try change("Sub/ReLU.swift", "longer")
            #expect(saved != begin)
            let added = try change("New.swift", "new")
            #expect(added != saved)
            let date = Date(timeIntervalSinceReferenceDate: 1)
            let file = root.appending(path: "\(folder)/Linear.swift")
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file.path)
            let touched = SavedFiles(in: root)
            #expect(touched != added)
            try FileManager.default.removeItem(at: file)
            #expect(SavedFiles(in: root) != touched)
        }
    }
}
