import Foundation

extension Error {
    /// What to tell the user: of an error with a file, the file and what is the matter with it.
    var explanation: String {
        guard let error = self as? CocoaError, let path = error.filePath ?? error.url?.path else {
            return "\(self)"
        }
        let reason = (error as NSError).localizedFailureReason ?? error.localizedDescription
        return "\(path) cannot be read or written: \(reason)"
    }
}
