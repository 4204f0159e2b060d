import Foundation
import Testing

@testable import Grading

@Suite("Public interface")
struct PublicInterfaceTests {
    @Test("the same declarations in two modules are no difference")
    func same() throws {
        #expect(try differences(graph("Student"), graph("Reference")) == [])
    }

    @Test("a declaration of one side alone is told with its side")
    func missing() throws {
        #expect(
            try differences(
                graph("Student"), graph("Reference", extra: ["clip(_:)": "func clip(_ x: Double)"]))
                == ["only the answers have clip(_:): func clip(_ x: Double)"])
        #expect(
            try differences(graph("Student", extra: ["Helper": "struct Helper"]), graph("Reference"))
                == ["only the stubs have Helper: struct Helper"])
    }

    @Test("another type, a default or a conformance is a difference")
    func changed() throws {
        #expect(
            try differences(
                graph("Student", forward: "func forward(_ input: Matrix) -> Matrix"), graph("Reference"))
                == [
                    "only the answers have Linear.forward(_:): func forward(_ input: Matrix) throws -> Matrix",
                    "only the stubs have Linear.forward(_:): func forward(_ input: Matrix) -> Matrix",
                ])
        #expect(
            try differences(
                graph("Student", conformance: "Sendable"), graph("Reference", conformance: "Layer"))
                == [
                    "only the answers have Linear: conforms to Layer",
                    "only the stubs have Linear: conforms to Sendable",
                ])
    }

    @Test("what a module adds to another one is a part of it")
    func extensions() throws {
        let extra = graph("Student", extra: ["Matrix.halved()": "func halved() -> Matrix"])
        let interface = try PublicInterface(symbolGraphs: [graph("Student"), extra], module: "Student")
        #expect(interface.declarations.contains("Matrix.halved(): func halved() -> Matrix"))
    }

    @Test("comments that say different things are a difference")
    func comments() throws {
        #expect(
            try differences(
                graph("Student", comment: "Computes Z = X·W."), graph("Reference", comment: "Computes Z."))
                == ["stubs and answers have different comments on Linear.forward(_:)"])
        #expect(
            try differences(graph("Student"), graph("Reference", comment: "Computes Z."))
                == ["stubs and answers have different comments on Linear.forward(_:)"])
        #expect(
            try differences(
                graph("Student", comment: "Computes Z."), graph("Reference", comment: "Computes Z.")) == [])
    }

    private func differences(_ student: Data, _ reference: Data) throws -> [String] {
        PublicInterface.differences(
            student: try PublicInterface(symbolGraphs: [student], module: "Student"),
            reference: try PublicInterface(symbolGraphs: [reference], module: "Reference"))
    }

    /// A symbol graph as `swift symbolgraph-extract` writes it, cut down to what is read.
    private func graph(
        _ module: String, forward: String = "func forward(_ input: Matrix) throws -> Matrix",
        conformance: String = "Layer", comment: String? = nil, extra: [String: String] = [:]
    ) -> Data {
        let declarations = ["Linear": "final class Linear", "Linear.forward(_:)": forward].merging(extra) {
            $1
        }
        let symbols = declarations.map { name, declaration in
            let documentation = name == "Linear.forward(_:)" ? comment : nil
            return [
                "docComment": documentation.map { ["lines": [["text": $0]]] } as Any? ?? NSNull(),
                "identifier": ["precise": "\(module):\(name)", "interfaceLanguage": "swift"],
                "pathComponents": name.split(separator: ".").map(String.init),
                "declarationFragments": declaration.split(separator: " ", maxSplits: 1).enumerated().map {
                    ["kind": "text", "spelling": $0 == 0 ? "\($1) " : String($1)]
                },
            ] as [String: Any]
        }
        let relationships = [
            ["kind": "memberOf", "source": "\(module):Linear.forward(_:)", "target": "\(module):Linear"],
            [
                "kind": "conformsTo", "source": "\(module):Linear", "target": "s:\(conformance)",
                "targetFallback": "\(module).\(conformance)",
            ],
        ]
        let graph: [String: Any] = ["symbols": symbols, "relationships": relationships]
        return (try? JSONSerialization.data(withJSONObject: graph)) ?? Data()
    }
}
