import Foundation
import Testing

@testable import Grading

@Suite("Confinement", .serialized)
struct ConfinementTests {
    /// With all that this machine has, and with what every machine has.
    enum Kind: CaseIterable { case strictest, open }

    @Test(
        "records arrive, by a descriptor and not by a name; what is printed is kept", arguments: Kind.allCases
    )
    func records(kind: Kind) async throws {
        let (records, exit) = try await run(
            kind,
            "echo one >&9; ls -l /proc/self/fd >&9; echo out; echo err >&2")
        let lines = String(decoding: records, as: UTF8.self).split(separator: "\n")
        #expect(lines.first == "one")
        #if os(Linux)
            #expect(lines.contains { $0.hasSuffix("(deleted)") })
        #endif
        #expect(exit.output == "out\n")
        #expect(exit.errorOutput == "err\n")
        #expect(exit.isSuccess)
    }

    @Test(
        "what was printed before a crash is not lost, and a signal is told as one", arguments: Kind.allCases)
    func crash(kind: Kind) async throws {
        let (_, exit) = try await run(kind, #"perl -e 'print "here\n"; kill 9, $$'"#)
        #expect(exit.output == "here\n")
        #expect(exit.wasSignalled)
        #expect(exit.status == SIGKILL)
        #expect(exit.limit == nil)
    }

    @Test("an exit status is kept", arguments: Kind.allCases)
    func status(kind: Kind) async throws {
        let (_, exit) = try await run(kind, "exit 3")
        #expect(exit.status == 3)
        #expect(!exit.wasSignalled)
    }

    @Test("a run beyond a limit is killed, and the limit is named", arguments: Kind.allCases, offences)
    func limits(kind: Kind, offence: Offence) async throws {
        var limits = Limits(secondsPerTest: 120, memory: 200)
        if offence.limit == .time { limits.secondsPerTest = 1 }
        let (_, exit) = try await run(kind, offence.script, limits)
        #expect(exit.limit == offence.limit)
        #expect(exit.wasSignalled)
        #expect(exit.output.utf8.count <= 1 << 20)
    }

    @Test("seconds in which no processor works for a run count for less", arguments: Kind.allCases)
    func patience(kind: Kind) async throws {
        let (_, exit) = try await run(kind, "sleep 2; echo end", Limits(secondsPerTest: 1))
        #expect(exit.limit == nil)
        #expect(exit.output == "end\n")
    }

    struct Offence: CustomTestStringConvertible, Sendable {
        let limit: Limits.Kind
        let script: String
        var testDescription: String { script }
    }

    static let offences = [
        Offence(limit: .time, script: "sleep 60"),
        Offence(limit: .time, script: "while :; do :; done"),
        // Records keep a test alive, but not for ever.
        Offence(
            limit: .time,
            script: "while :; do echo x >&9; i=0; while [ $i -lt 9999 ]; do i=$((i + 1)); done; done"),
        Offence(limit: .memory, script: #"perl -e 'while (1) { push @a, "x" x 1000000 }'"#),
        Offence(limit: .output, script: "while :; do echo 0123456789012345678901234567890123456789; done"),
        Offence(limit: .output, script: "dd if=/dev/zero bs=1000000 count=100 2>/dev/null >&9"),
        Offence(limit: .processes, script: "for i in $(seq 100); do sleep 60 & done; wait"),
    ]

    @Test(
        "nothing of the user's environment gets in, and nothing can be read from standard input",
        arguments: Kind.allCases)
    func surroundings(kind: Kind) async throws {
        let (_, exit) = try await run(kind, "env; cat", environment: ["A": "1"])
        let names = Set(exit.output.split(separator: "\n").compactMap { $0.split(separator: "=").first })
        #expect(names.isSubset(of: ["A", "PWD", "OLDPWD", "SHLVL", "_"]))
        #expect(names.contains("A"))
    }

    #if os(Linux)
        @Test("what leaves its group ends in namespaces; elsewhere it does not keep the grader waiting")
        func escape() async throws {
            let mark = "34\(Int.random(in: 1_000_000..<9_999_999))"
            let (_, exit) = try await run(.open, "setsid sleep \(mark) & echo $!; sleep 0.1; exit 0")
            let escaped = try #require(Int32(exit.output.filter(\.isNumber)))
            #expect(kill(escaped, SIGKILL) == 0, "it had ended before the grader came back")

            let (_, inside) = try await run(.strictest, "setsid sleep \(mark) & echo $!; sleep 0.1; exit 0")
            if inside.isIsolated {
                try await expectNoProcess(mark)
            } else {
                kill(try #require(Int32(inside.output.filter(\.isNumber))), SIGKILL)
            }
        }

        @Test(
            "in namespaces there is no network, no foreign file, no foreign process, and nothing can be written"
        )
        func isolation() async throws {
            try await withFiles(["secret": "answer"]) { folder in
                let (records, exit) = try await run(
                    .strictest,
                    """
                    { cat '\(folder.path)/secret'; ls -d /home /root /var; ls '\(folder.path)'; } >&9
                    for place in /tmp /usr /etc /dev / '\(folder.path)'; do echo x >"$place/x" && echo "$place" >&9; done
                    ls /proc | grep -c '^[0-9]' >&9
                    grep -v lo: /proc/net/dev | tail -n +3 >&9
                    """)
                guard exit.isIsolated else { try Test.cancel("this machine has no namespaces to give") }
                let lines = String(decoding: records, as: UTF8.self).split(separator: "\n")
                #expect(lines.count == 1)
                #expect(lines.first.flatMap { Int($0) } ?? 0 < 12)
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["secret"])
            }
        }
    #endif

    @Test("what a program leaves behind ends with it", arguments: Kind.allCases)
    func leftovers(kind: Kind) async throws {
        let mark = "31\(Int.random(in: 1_000_000..<9_999_999))"
        _ = try await run(kind, "sleep \(mark) & sleep 0.1; exit 0")
        try await expectNoProcess(mark)
    }

    @Test("when the grader is gone, so is the program, however the grader went")
    func lifeline() async throws {
        let mark = "32\(Int.random(in: 1_000_000..<9_999_999))"
        try await withTemporaryFolder { folder in
            // Standard input is at its end at once, as it is when the grader has been killed.
            let records = folder.appending(path: "records")
            let script = ConfinementScript.begin
            let process = ChildProcess(
                executable: URL(filePath: "/bin/sh"),
                arguments: [
                    "-c", script, "sh", records.path, "1000", "unlimited", "sh", "-c", ConfinementScript.run,
                    "sh",
                    "sleep", mark,
                ],
                environment: ["PATH": "/usr/bin:/bin"], folder: folder)
            let exit = try await process.run()
            #expect(exit.wasSignalled)
        }
        try await expectNoProcess(mark)
    }

    private func expectNoProcess(_ mark: String) async throws {
        let list = ChildProcess(
            executable: URL(filePath: "/bin/ps"), arguments: ["-A", "-o", "args="], environment: [:],
            folder: URL(filePath: "/"))
        #expect(try await !list.run().output.contains("sleep \(mark)"))
    }

    private func run(
        _ kind: Kind, _ script: String, _ limits: Limits = Limits(), environment: [String: String] = [:]
    ) async throws -> (records: Data, exit: IsolatedExit) {
        try await withConfinement(kind) { confinement in
            let program = ChildProcess(
                executable: URL(filePath: "/bin/sh"), arguments: ["-c", script], environment: environment,
                folder: FileManager.default.temporaryDirectory)
            let (records, exit) = try await confinement.run(program, within: limits)
            return (records, IsolatedExit(exit: exit, isIsolated: confinement.isolation.processes))
        }
    }

    /// How a run ended, and whether it was isolated.
    @dynamicMemberLookup
    private struct IsolatedExit {
        let exit: ChildProcess.Exit
        let isIsolated: Bool

        subscript<Value>(dynamicMember path: KeyPath<ChildProcess.Exit, Value>) -> Value {
            exit[keyPath: path]
        }
    }

    private func withConfinement<Result>(
        _ kind: Kind, _ body: (Confinement) async throws -> Result
    ) async throws -> Result {
        if kind == .open { return try await body(.open) }
        let info = #"{"target":{"triple":"none"},"paths":{"runtimeResourcePath":"$PWD/usr/lib/swift"}}"#
        let files = [
            "bin/swift": "#!/bin/sh\necho '\(info)' | sed \"s,.PWD,$PWD,\"", "program": "", "usr/a": "",
        ]
        return try await withFiles(files) { folder in
            try await withTemporaryFolder { scratch in
                let path = "\(folder.path)/bin:/usr/bin:/bin"
                let confinement = try await Confinement.strictest(
                    for: folder.appending(path: "program"),
                    toolchain: Toolchain(environment: ["PATH": path]), scratch: scratch)
                return try await body(confinement)
            }
        }
    }
}
