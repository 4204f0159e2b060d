import Foundation

/// What a module offers to those who import it, as the compiler's symbol graphs tell it.
struct PublicInterface: Equatable {
    /// Each declaration after its full name: "ReLU.forward(_:): func forward(_ input: Matrix) throws -> Matrix".
    let declarations: Set<String>
    /// What the documentation says of each declaration.
    let comments: [String: String]

    /// Reads the symbol graphs of one module: its own, and those of what it adds to other modules.
    init(symbolGraphs: [Data], module: String) throws {
        var declarations: Set<String> = []
        var comments: [String: String] = [:]
        for data in symbolGraphs {
            let graph = try JSONDecoder().decode(SymbolGraph.self, from: data)
            var names: [String: String] = [:]
            for symbol in graph.symbols {
                let name = symbol.pathComponents.joined(separator: ".")
                names[symbol.identifier.precise] = name
                declarations.insert("\(name): \(symbol.declarationFragments.map(\.spelling).joined())")
                comments[name] = symbol.docComment?.lines.map(\.text).joined(separator: "\n")
            }
            for relationship in graph.relationships where relationship.kind == "conformsTo" {
                guard let type = names[relationship.source] else { continue }
                let conformed = names[relationship.target] ?? relationship.targetFallback
                declarations.insert("\(type): conforms to \(conformed ?? relationship.target)")
            }
        }
        self.declarations = Set(declarations.map { $0.replacing("\(module).", with: "") })
        self.comments = comments
    }

    /// Has the compiler extract the interface of a module that was built in `workspace`.
    static func of(_ module: String, in workspace: Workspace) async throws -> PublicInterface {
        let toolchain = workspace.toolchain
        return try await withTemporaryFolder { folder in
            let arguments =
                [
                    "symbolgraph-extract", "-module-name", module, "-minimum-access-level", "public",
                    "-I", workspace.modules.path, "-output-dir", folder.path,
                ] + (try await toolchain.targetArguments(in: workspace.root))
            let exit = try await toolchain.swift(arguments, in: workspace.root).run()
            guard exit.isSuccess else {
                throw GradingError.toolFailed("swift symbolgraph-extract", output: exit.errorOutput)
            }
            let graphs = try FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: nil)
            return try PublicInterface(
                symbolGraphs: try graphs.map { try Data(contentsOf: $0) }, module: module)
        }
    }

    /// The differences between the students' module and the answers', in words.
    static func differences(student: PublicInterface, reference: PublicInterface) -> [String] {
        let missing = reference.declarations.subtracting(student.declarations).sorted()
        let extra = student.declarations.subtracting(reference.declarations).sorted()
        let documented = Set(student.comments.keys).union(reference.comments.keys).sorted()
        let drifted = documented.filter { student.comments[$0] != reference.comments[$0] }
        return missing.map { "only the answers have \($0)" } + extra.map { "only the stubs have \($0)" }
            + drifted.map { "stubs and answers have different comments on \($0)" }
    }
}

private struct SymbolGraph: Decodable {
    struct Symbol: Decodable {
        struct Identifier: Decodable { let precise: String }
        struct Fragment: Decodable { let spelling: String }
        struct Comment: Decodable { let lines: [Line] }
        struct Line: Decodable { let text: String }

        let identifier: Identifier
        let pathComponents: [String]
        let declarationFragments: [Fragment]
        let docComment: Comment?
    }

    struct Relationship: Decodable {
        let kind: String
        let source: String
        let target: String
        let targetFallback: String?
    }

    let symbols: [Symbol]
    let relationships: [Relationship]
}
