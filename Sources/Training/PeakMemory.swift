import Foundation

/// Returns the most memory that this process had at any time, in bytes; 0 where the system does not tell.
func peakMemory() -> Int {
    #if os(Linux)
        // Not `getrusage`: on Linux it also counts the process that started this one, up to the start.
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        return status?.firstMatch(of: /VmHWM:\s*(\d+) kB/).flatMap { Int($0.1) }.map { $0 * 1024 } ?? 0
    #else
        var usage = rusage()
        // Safety: the system fills in the structure, whose type is its own.
        return unsafe getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : 0
    #endif
}
