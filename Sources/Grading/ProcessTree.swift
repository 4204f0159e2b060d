import Foundation

/// The processes that a process has started, and those that they have started.
enum ProcessTree {
    /// How much a process and its descendants use.
    struct Usage: Equatable {
        var processes = 0
        /// Memory in use, in bytes.
        var memory = 0
        /// How long processors have worked for those that are there, and for those of their children that have ended.
        var processorSeconds = 0.0
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
                // The name, in parentheses, can be anything. The 12th to 15th field after it are what the process has
                // used itself and in the kernel, and its children.
                let stat = (try? String(readingFile: "/proc/\(process)/stat")) ?? ""
                let fields = stat.split(separator: ")").last ?? ""
                let ticks = fields.split(separator: " ").dropFirst(11).prefix(4).compactMap { Int($0) }
                usage.processorSeconds += Double(ticks.reduce(0, +)) / ticksPerSecond
                let threads =
                    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
                left += threads.flatMap { numbers(in: "/proc/\(process)/task/\($0)/children") }
            }
            return usage
        }

        private static let pageSize = sysconf(Int32(_SC_PAGESIZE))
        private static let ticksPerSecond = Double(sysconf(Int32(_SC_CLK_TCK)))

        private static func numbers(in file: String) -> [Int] {
            ((try? String(readingFile: file)) ?? "").split(separator: " ").compactMap { Int($0) }
        }
    #else
        /// Asks `ps`, which every other system has.
        static func usage(of root: Int32) async -> Usage {
            let table = ChildProcess(
                executable: URL(filePath: "/bin/ps"), arguments: ["-A", "-o", "pid=,ppid=,rss=,time="],
                environment: [:], folder: URL(filePath: "/"))
            let output = (try? await table.run().output) ?? ""
            let rows = output.split(whereSeparator: \.isNewline).compactMap { Row($0) }
            var usage = Usage()
            var left = [Int(root)]
            while let process = left.popLast() {
                for row in rows where row.process == process {
                    usage.processes += 1
                    usage.memory += row.kibibytes * 1024
                    usage.processorSeconds += row.seconds
                }
                left += rows.filter { $0.parent == process }.map(\.process)
            }
            return usage
        }

        /// A line of the table, such as "  123     1   4096   1:02.50".
        private struct Row {
            let process: Int
            let parent: Int
            let kibibytes: Int
            let seconds: Double

            init?(_ line: Substring) {
                let fields = line.split(separator: " ")
                guard fields.count == 4, let process = Int(fields[0]), let parent = Int(fields[1]),
                    let kibibytes = Int(fields[2])
                else { return nil }
                (self.process, self.parent, self.kibibytes) = (process, parent, kibibytes)
                seconds = fields[3].split(separator: ":").reduce(0) { 60 * $0 + (Double($1) ?? 0) }
            }
        }
    #endif
}
