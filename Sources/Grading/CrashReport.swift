import Foundation

/// What a process that crashed left in its error output: Swift's own line about it, and a backtrace.
///
///     Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range
///     …
///     Thread 2 crashed:
///     0        0x00007ff071b6df7f _assertionFailure(_:_:file:line:flags:) + 623 in libswiftCore.so
///     1 [ra]   0x00005592c4076e51 f(_:) + 32 in Tests.xctest at /kit/Sources/Student/A.swift:1:37
struct CrashReport {
    /// Why the program stopped, in the words of Swift's runtime; nil when it had none.
    let reason: String?
    /// The student's line that led there: "Sources/Student/A.swift:1:37".
    let place: String?

    /// Reads the end of an error output: a crash is the last that is told, and what was before has any size.
    init(_ errorOutput: String) {
        let end = String(decoding: errorOutput.utf8.suffix(1 << 17), as: UTF8.self)
        let lines = end.split(whereSeparator: \.isNewline)

        let trap = /(?:(\S+\.swift:\d+): )?(Fatal error|Precondition failed|Assertion failed)(?:: ?(.*))?/
        let failure = /\*\*\* Swift runtime failure: (.*) \*\*\*/
        let told = lines.lazy.compactMap { $0.wholeMatch(of: trap) }.first
        let found = lines.lazy.compactMap { $0.wholeMatch(of: failure) }.first
        reason = (told.map { $0.3 ?? $0.2 } ?? found?.1).map { StudentMessage.printable(String($0)) }

        // Where no thread is said to have crashed there is but one.
        let crashed = lines.firstIndex { $0.hasPrefix("Thread ") && $0.hasSuffix("crashed:") }
        let frames = lines[(crashed.map { $0 + 1 } ?? 0)...].prefix { !$0.hasPrefix("Thread ") }
        let frame = /.* at \/.*\/(Student\/(?:WhatsWrong\/)?[^\/]+\.swift:\d+(?::\d+)?)/
        let own = frames.lazy.compactMap { $0.wholeMatch(of: frame)?.1 }.first
        let blamed = told?.1.flatMap { $0.hasPrefix("Student/") ? $0 : nil }
        place = (own ?? blamed).map { "Sources/\($0)" }
    }
}
