import Foundation
import Testing

@testable import Grading

@Suite("Parts of a class run")
struct ClassPartsTests {
    @Test(
        "SHA-256: the standard's examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                """
                abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn\
                hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu
                """, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
            ),
            (
                String(repeating: "a", count: 1000),
                "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
            ),
        ])
    func hash(text: String, hash: String) {
        #expect(SHA256.hex(text.utf8) == hash)
    }

    @Test(
        "a name is its own folder where that harms nobody",
        arguments: ["ada", "Zoë Müller", "s-01_b", "x.y", "李雷", "100"])
    func plainNames(name: String) {
        #expect(ClassResults.folderName(for: name) == name)
    }

    @Test("no other name gets a folder that is hidden, outside, too long, an option, or somebody else's")
    func otherNames() {
        let names = [
            "<script>", "_script_", "..", ".", ".x", "-rf", "a/b", "a b ", "x.", "new\nline", "a%2Fb", "~",
            String(repeating: "long", count: 60), String(repeating: "long", count: 60) + "er", "Zoe\u{301}",
            "a\0b",
            "a\u{202E}b", "👩‍👩‍👧", "=cmd()", "", " a",
        ]
        let folders = names.map(ClassResults.folderName)
        #expect(Set(folders.map { Array($0.utf8) }).count == names.count)
        for folder in folders {
            #expect(folder.wholeMatch(of: /_[\p{L}\p{N}_. -]*~[0-9a-f]{16}/) != nil, "\(folder)")
            #expect(folder.utf8.count < 255)
        }
        // Nobody can be called what another one's folder is called.
        #expect(ClassResults.folderName(for: folders[0]) != folders[0])
    }

    @Test("a shard is a number of a number")
    func shards() {
        #expect(Shard("3/10").map { [$0.index, $0.count] } == [3, 10])
        for text in ["", "3", "0/3", "4/3", "-1/3", "1/0", "a/b", "1/2/3"] { #expect(Shard(text) == nil) }
    }

    @Test("each name is in one shard, whoever else is there, and all shards have some")
    func deal() {
        let shards = (1...7).compactMap { Shard("\($0)/7") }
        let names = (1...700).map { "student-\($0)" }
        #expect(names.allSatisfy { name in shards.count { $0.holds(name) } == 1 })
        #expect(shards.allSatisfy { shard in (60...140).contains(names.count(where: shard.holds)) })
    }

    @Test("what a folder of submissions holds, and what is left out of it")
    func input() async throws {
        let files = [
            "ada/x": "", "b.zip": "", "C.ZIP/x": "", ".git/x": "", "list.csv": "", ".zip": "",
            "__MACOSX/x": "",
        ]
        try await withFiles(files) { root in
            try FileManager.default.createSymbolicLink(
                atPath: root.appending(path: "link").path, withDestinationPath: "ada")
            let input = try ClassInput(in: root)
            #expect(input.submissions.map(\.name) == ["C.ZIP", "ada", "b"])
            #expect(input.submissions.map(\.isArchive) == [false, false, true])
            #expect(input.leftOut.map(\.file) == [".git", ".zip", "__MACOSX", "link", "list.csv"])
            #expect(input.leftOut.last?.reason == "is neither a folder nor a zip archive")
        }
    }

    @Test("a folder and an archive of one name are told of; names that only look the same are two")
    func names() async throws {
        let error = try await withFiles(["ada/x": "", "ada.zip": ""]) { root in
            #expect(throws: GradingError.self) { try ClassInput(in: root) }
        }
        #expect(error?.description.hasPrefix("ada and ada.zip are both submissions of “ada”") == true)
        try await withTemporaryFolder { root in
            for name in ["Zo\u{E9}", "Zoe\u{301}"] {
                try FileManager.default.createDirectory(
                    at: root.appending(path: name), withIntermediateDirectories: false)
            }
            let input = try ClassInput(in: root)
            #expect(input.submissions.count == 2)
        }
        try await withFiles(["list.csv": ""]) { root in
            #expect(throws: GradingError.self) { try ClassInput(in: root) }
        }
    }

    @Test("a lock has one holder, and is free when that is gone")
    func lock() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "lock")
            var first = try FileLock(file)
            #expect(first != nil)
            let second = try FileLock(file)
            #expect(second == nil)
            first = nil
            let third = try FileLock(file)
            #expect(third != nil)
            #expect(throws: GradingError.self) { try FileLock(folder.appending(path: "none/lock")) }
        }
    }
}
