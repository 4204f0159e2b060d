import Foundation

/// Lends a new, empty folder to a test and removes it afterwards, however the test ends.
func withTemporaryFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "DatasetsTests-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
}

/// Puts together an IDX file: magic number, dimensions, elements.
func idx(_ dimensions: [UInt32], _ elements: [UInt8]) -> Data {
    let sizes = dimensions.flatMap { size in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) } }
    return Data([0, 0, 8, UInt8(dimensions.count)] + sizes + elements)
}

/// Packs a file with the system's `gzip`; "a" becomes "a.gz".
func gzip(_ file: URL) throws {
    let process = try Process.run(URL(filePath: "/usr/bin/env"), arguments: ["gzip", file.path])
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
}
