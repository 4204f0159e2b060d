import Foundation

/// A folder that is held open: what is read through it stays inside of it, whatever links are about.
struct OpenFolder: ~Copyable {
    /// Why something in a folder is not read.
    enum Refusal: Error, CustomStringConvertible {
        case link, folder, special, tooLarge(limit: Int), unreadable(errno: Int32)

        /// To be put after a name: "is a link".
        var description: String {
            switch self {
            case .link: "is a link: put the file itself in its place"
            case .folder: "is a folder, not a file"
            case .special: "is no regular file"
            case .tooLarge(let limit): "is larger than \(limit / 1024) KiB"
            case .unreadable(let errno): "cannot be read: \(unsafe String(cString: strerror(errno)))"
            }
        }
    }

    private let descriptor: Int32

    /// Opens the folder of this path, which may lead through links; nil when there is none.
    init?(_ path: String) {
        descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor < 0 { return nil }
    }

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// The names of all that is in the folder, sorted.
    func names() -> [String] {
        let copy = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let stream = unsafe fdopendir(copy) else { return [] }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            // The name ends with a zero byte, inside of the record that the system filled.
            let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
            let name = unsafe UnsafeRawPointer(entry).advanced(by: offset)
            names.append(unsafe String(cString: name.assumingMemoryBound(to: CChar.self)))
        }
        return names.filter { $0 != "." && $0 != ".." }.sorted()
    }

    /// Opens a folder in this one, unless its name is a link.
    func folder(_ name: String) throws(Refusal) -> OpenFolder {
        let opened = unsafe openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard opened >= 0 else { throw refusal(of: name, errno: errno) }
        return OpenFolder(descriptor: opened)
    }

    /// Reads a regular file.
    ///
    /// - Parameters:
    ///   - name: The file's name in this folder.
    ///   - limit: The most bytes that it may have.
    /// - Returns: All of its bytes.
    /// - Throws: Why it is not read.
    func contents(of name: String, limit: Int) throws(Refusal) -> Data {
        // Opening a pipe would wait for its writer.
        let file = unsafe openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw refusal(of: name, errno: errno) }
        defer { close(file) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { throw .unreadable(errno: errno) }
        if let refusal = Self.refusal(ofMode: status.st_mode) { throw refusal }
        do {
            let handle = FileHandle(fileDescriptor: file, closeOnDealloc: false)
            let data = try handle.read(upToCount: limit + 1) ?? Data()
            guard data.count <= limit else { throw Refusal.tooLarge(limit: limit) }
            return data
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw .unreadable(errno: EIO)
        }
    }

    /// Why opening `name` failed, told by what it is rather than by how each system puts it.
    private func refusal(of name: String, errno: Int32) -> Refusal {
        var status = stat()
        guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            return .unreadable(errno: errno)
        }
        return Self.refusal(ofMode: status.st_mode) ?? .unreadable(errno: errno)
    }

    /// Nil for a regular file.
    private static func refusal(ofMode mode: mode_t) -> Refusal? {
        switch mode & S_IFMT {
        case S_IFREG: nil
        case S_IFLNK: .link
        case S_IFDIR: .folder
        default: .special
        }
    }
}
