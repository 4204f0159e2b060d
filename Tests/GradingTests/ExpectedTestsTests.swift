import Foundation
import Testing

@testable import Grading

#if !os(macOS)  // There, test programs are bundles, which a script cannot pretend to be.
    @Suite("Tests that are expected")
    struct ExpectedTestsTests {
        @Test("the list is that of the stubs, and is kept until the tests change")
        func kept() async throws {
            var kit = FakeKit()
            kit.files["build"] = #"grep -q '^stub$' "$STUDENT/Linear.swift""#
            kit.files["Sources/Student/Linear.swift"] = "mine"
            let names = kit.tests
            try await kit.use { root, toolchain in
                let stubs = try Stubs.load(for: try rubric(), from: root)
                let expected = ExpectedTests(
                    workspace: Workspace(root: root, toolchain: toolchain, student: .own), stubs: stubs)
                #expect(expected.kept() == nil)
                #expect(try await expected.list().map(\.id) == names)
                #expect(expected.kept()?.map(\.id) == names)
                for path in ["Tests/StudentTests/MoreTests.swift", "Package.swift"] {
                    try Data("new".utf8).write(to: root.appending(path: path))
                    #expect(expected.kept() == nil)
                    _ = try await expected.list()
                    #expect(expected.kept() != nil)
                }
            }
        }

        @Test("stubs that do not build are the kit's fault")
        func broken() async throws {
            var kit = FakeKit()
            kit.files["build"] = "echo no; exit 1"
            try await kit.use { root, toolchain in
                let expected = ExpectedTests(
                    workspace: Workspace(root: root, toolchain: toolchain, student: .own), stubs: [:])
                await #expect(throws: GradingError.kitDoesNotBuild(errors: [], output: "no\n")) {
                    try await expected.list()
                }
            }
        }
    }
#endif
