import Foundation

/// The processes that a process has started, and those that they have started.
enum ProcessTree {
    /// How much a process and its descendants use.
    struct Usage: Equatable {
        var processes = 0
        /// Memory in use, in bytes.
        var memory = 0
    }

    #if os(Linux)
        /// Reads what the kernel says of a process and its descendants.
        static func usage(of root: Int32) async -> Usage {
            var usage = Usage()
            var left = [Int(root)]
            while let process = left.popLast() {
                // The second number is the resident set, in pages.
                guard let pages = numbers(in: "/proc/\(process)/statm").dropFirst().first else { continue }
                usage.processes += 1
                usage.memory += pages * pageSize
                let threads =
                    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
                left += threads.flatMap { numbers(in: "/proc/\(process)/task/\($0)/children") }
            }
            return usage
        }

        private static let pageSize = sysconf(Int32(_SC_PAGESIZE))

        private static func numbers(in file: String) -> [Int] {
            // Not `String(contentsOfFile:)`: of a file that turns out to be empty, as `children` is for most, it
            // loses 4 KiB each time, and this is asked forty times a second.
            let data = try? FileHandle(forReadingAtPath: file)?.readToEnd()
            return String(decoding: data ?? Data(), as: UTF8.self).split(separator: " ").compactMap {
                Int($0)
            }
        }
    #else
        /// Asks `ps`, which every other system has.
        static func usage(of root: Int32) async -> Usage {
            let table = ChildProcess(
                executable: URL(filePath: "/bin/ps"), arguments: ["-A", "-o", "pid=,ppid=,rss="],
                environment: [:], folder: URL(filePath: "/"))
            let rows = ((try? await table.run().output) ?? "").split(whereSeparator: \.isNewline)
                .map { $0.split(separator: " ").compactMap { Int($0) } }.filter { $0.count == 3 }
            var usage = Usage()
            var left = [Int(root)]
            while let process = left.popLast() {
                for row in rows where row[0] == process {
                    usage.processes += 1
                    usage.memory += row[2] * 1024
                }
                left += rows.filter { $0[1] == process }.map { $0[0] }
            }
            return usage
        }
    #endif
}
