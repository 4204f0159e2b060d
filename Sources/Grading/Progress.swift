import Foundation

/// Says what takes long: on a terminal a line with a clock, which goes again; a plain line elsewhere.
struct Progress: Sendable {
    let output: FileHandle
    let isTerminal: Bool

    /// Runs `work` under its name, which the clock asks for anew: it may say how far the work is.
    func during<Result>(
        _ name: @escaping @Sendable @autoclosure () -> String, _ work: () async throws -> Result
    ) async throws -> Result {
        guard isTerminal else {
            write("\(name())…\n")
            return try await work()
        }
        let clock = Task {
            var seconds = 0
            while !Task.isCancelled {
                clear()
                write("\(name())… \(seconds) s")
                try? await Task.sleep(for: .seconds(1))
                seconds += 1
            }
            clear()
        }
        do {
            let result = try await work()
            await stop(clock)
            return result
        } catch {
            await stop(clock)
            throw error
        }
    }

    /// Runs `work` under a text that tells how far it is: on a terminal it is there and changes; elsewhere it is a line
    /// now and then.
    func during<Result>(
        every interval: Duration, _ text: @escaping @Sendable @autoclosure () -> String,
        _ work: () async throws -> Result
    ) async throws -> Result {
        if isTerminal { return try await during(text(), work) }
        let clock = Task {
            while !Task.isCancelled {
                write("\(text())\n")
                try? await Task.sleep(for: interval)
            }
        }
        defer { clock.cancel() }
        return try await work()
    }

    /// Says something that stays.
    func say(_ text: String) {
        clear()
        write("\(text)\n")
    }

    /// Makes room for another line where the clock may be.
    func clear() {
        if isTerminal { write("\r\u{1B}[2K") }
    }

    /// Waits for the clock's last word, which is an empty line.
    private func stop(_ clock: Task<Void, Never>) async {
        clock.cancel()
        await clock.value
    }

    private func write(_ text: String) {
        output.write(Data(text.utf8))
    }
}
