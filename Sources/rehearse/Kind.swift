import Foundation

/// What a made-up student has done.
struct Kind: Sendable {
    let name: String
    /// How many of a thousand are of this kind.
    let share: Int
    /// Changes the right answers, by their paths in `Sources/Student`.
    var edit: @Sendable (inout [String: String], Kit) throws -> Void = { _, _ in }
    /// What is handed in beside the files; the folder is the package.
    var add: @Sendable (URL) throws -> Void = { _ in }
    /// Handed in as an archive.
    var isZipped = false

    static let all: [Kind] =
        [
            Kind(name: "answers", share: 250), Kind(name: "answers-zipped", share: 60, isZipped: true),
            Kind(name: "stubs", share: 60) { files, kit in files = kit.stubs },
            Kind(name: "half", share: 80) { files, kit in
                for file in kit.stubs.keys.sorted().dropFirst(12) { files[file] = kit.stubs[file] }
            },
            Kind(name: "helpers", share: 60) { files, _ in
                files["SGD.swift"]?.replace("public final class SGD: Optimizer {") {
                    "\($0)\n    private var steps = [1.0, 2.0]\n    private var count = 0"
                }
            },
            Kind(name: "does-not-compile", share: 60) { files, _ in
                files["Linear.swift"]? += "\nlet wrong: Int = \"text\"\n"
            },
            Kind(name: "does-not-compile-twice", share: 20) { files, _ in
                files["Linear.swift"]? += "\nfunc (\n"
                files["Fit.swift"]? += "\nlet wrong: Int = undefined\n"
            },
            Kind(name: "other-interface", share: 3) { files, _ in
                files["OneHot.swift"]?.replace("classes: Int") {
                    "kinds \($0)".replacing("kinds ", with: "of ")
                }
            },
            Kind(name: "crashes", share: 30) { files, _ in
                files["Sigmoid.swift"]?.begin("forward", with: "let none: [Int] = []; _ = none[input.rows]")
            },
            Kind(name: "hangs", share: 10) { files, _ in
                files["Tanh.swift"]?.begin("forward", with: "while true {}")
            },
            Kind(name: "exits", share: 10) { files, _ in
                files["SGD.swift"] = "import Foundation\n" + (files["SGD.swift"] ?? "")
                files["SGD.swift"]?.begin("step", with: "exit(0)")
            },
            Kind(name: "prints-records", share: 10) { files, _ in
                let line =
                    #"{\"kind\":\"event\",\"payload\":{\"kind\":\"runEnded\",\"messages\":[]},\"version\":\"6.3\"}"#
                files["ReLU.swift"]?.begin("forward", with: "print(\"\(line)\"); return input + 1")
            },
            Kind(name: "links", share: 10) { files, _ in
                files["Adam.swift"] = nil
            } add: { package in
                try FileManager.default.createSymbolicLink(
                    atPath: package.appending(path: "Sources/Student/Adam.swift").path,
                    withDestinationPath: "/etc/passwd")
            },
            Kind(name: "huge", share: 10) { files, _ in
                files["Momentum.swift"]? += String(repeating: "// more\n", count: 40_000)
            },
            Kind(name: "more-files", share: 20) { _, _ in
            } add: { package in
                try Data("let more = 1\n".utf8).write(
                    to: package.appending(path: "Sources/Student/Extra.swift"))
                try Data("#error(\"mine\")\n".utf8).write(to: package.appending(path: "Package.swift"))
            },
            // What is in the archive of that name, as far as it can be read.
            Kind(name: "bomb", share: 0) { files, _ in
                files = ["Linear.swift": String(repeating: "x", count: 300 << 10)]
            },
            Kind(name: "nothing", share: 7) { files, _ in
                files = [:]
            },
        ] + (0..<12).map(wrong)

    /// Right answers, but for every fourth, which is one of those that must fail.
    private static func wrong(_ number: Int) -> Kind {
        Kind(name: "wrong-\(number + 1)", share: 25) { files, kit in
            for (index, file) in kit.wrong.keys.sorted().enumerated() where index % 4 == number % 4 {
                let tried = kit.wrong[file] ?? []
                if !tried.isEmpty { files[file] = tried[(number / 4 + index) % tried.count] }
            }
        }
    }
}

extension String {
    fileprivate mutating func replace(_ text: String, _ change: (String) -> String) {
        self = replacing(text, with: change(text), maxReplacements: 1)
    }

    /// Puts a statement at the beginning of a function.
    fileprivate mutating func begin(_ function: String, with statement: String) {
        guard let name = range(of: "public func \(function)("),
            let body = self[name.upperBound...].range(of: "{\n")
        else { return }
        insert(contentsOf: "        \(statement)\n", at: body.upperBound)
    }
}
