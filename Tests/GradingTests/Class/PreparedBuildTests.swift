import Foundation
import Testing

@testable import Grading

@Suite("Builds of a class")
struct PreparedBuildTests {
    private static let interface = """
        // swift-interface-format-version: 1.0
        import Swift
        public func f(_ x: Swift.Int, by y: Swift.Double = 0.5) -> Swift.Int
        final public class A : B.C {
          public init()
          final public var d: Swift.Int {
            get
          }
        }
        final public class D : B.C {
          public init()
        }
        """

    @Test(
        "order and inner names of parameters are nobody's business",
        arguments: [
            ("f(_ x: ", "f(_ other: "), ("by y: ", "by: "),
            (
                "  public init()\n  final public var d: Swift.Int {\n    get\n  }\n",
                "  final public var d: Swift.Int {\n    get\n  }\n  public init()\n"
            ),
        ])
    func same(original: String, replacement: String) {
        let other = Self.interface.replacing(original, with: replacement)
        #expect(other != Self.interface)
        #expect(ModuleInterface(text: other) == ModuleInterface(text: Self.interface))
    }

    @Test(
        "what callers depend on makes another interface",
        arguments: [
            ("0.5", "0.6"), ("by y", "to y"), ("-> Swift.Int", "throws -> Swift.Int"), ("var d", "let d"),
            ("    get\n", "    get\n    set\n"), ("final public class A", "public class A"),
            // A member of the one class moves to the other.
            (
                "  final public var d: Swift.Int {\n    get\n  }\n}\nfinal public class D : B.C {\n",
                "}\nfinal public class D : B.C {\n  final public var d: Swift.Int {\n    get\n  }\n"
            ),
        ])
    func other(original: String, replacement: String) {
        let other = Self.interface.replacing(original, with: replacement)
        #expect(other != Self.interface)
        #expect(ModuleInterface(text: other) != ModuleInterface(text: Self.interface))
    }

    private static let manifest = """
          "C.Student-debug.module":
            args: ["/no/swiftc","-module-name","Student","-emit-module","-emit-module-path","/s/Student.swiftmodule","-c","@/s/sources","-I","/s/Modules","-enable-library-evolution","-Onone"]
          "C.PackageTests-debug.test":
            args: ["/no/swiftc","-o","/s/FakePackageTests.xctest","-emit-executable","@/s/Objects.LinkFileList","-g"]
        """

    @Test("the calls of the compiler are read from SwiftPM's manifest, without what is a build's own")
    func commands() throws {
        var commands = try #require(BuildCommands(manifest: Self.manifest))
        #expect(commands.objectList == "/s/Objects.LinkFileList")
        commands.read(modules: "/copy", objects: "/copy/list")
        #expect(
            commands.compile == [
                "/no/swiftc", "-module-name", "Student", "-c", "-I", "/copy", "-enable-library-evolution",
                "-Onone",
                "-whole-module-optimization", "-no-emit-module-separately-wmo",
                "-no-verify-emitted-module-interface",
            ])
        #expect(commands.link == ["/no/swiftc", "-emit-executable", "@/copy/list", "-g"])
    }

    @Test(
        "where a call is not told, or is not resilient, there is none",
        arguments: ["-enable-library-evolution", "\"Student\"", "-emit-executable", "PackageTests.xctest"])
    func noCommands(word: String) {
        #expect(
            BuildCommands(manifest: Self.manifest.replacing(word, with: word.contains("\"") ? "\"X\"" : "-x"))
                == nil)
    }
}
