import Foundation

/// Unpacks a gzipped file with the system's `gunzip`.
///
/// The file is its standard input, because `gunzip` is particular about the names of files it opens itself.
func gunzip(_ url: URL) throws(DataFileError.Problem) -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gunzip", "-c"]
    let output = Pipe()
    let complaint = Pipe()
    process.standardOutput = output
    process.standardError = complaint
    let unpacked: Data
    let reason: String
    do {
        process.standardInput = try FileHandle(forReadingFrom: url)
        try process.run()
        // Read before waiting: a full pipe stops gunzip until someone reads. Its one line of complaint fits.
        unpacked = try output.fileHandleForReading.readToEnd() ?? Data()
        reason = String(decoding: try complaint.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    } catch {
        throw .gunzipRefused(reason: error.localizedDescription)
    }
    process.waitUntilExit()
    switch process.terminationStatus {
    case 0: return unpacked
    case 127: throw .gunzipMissing  // what `env` and the shell return for a command they cannot find
    default: throw .gunzipRefused(reason: reason.trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
