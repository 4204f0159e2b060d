/// What students' files may declare: nothing that tests would see or use in the place of what they mean.
struct AllowedDeclarations {
    /// The public declarations of each stub, by the stub's path.
    private let published: [String: [Declaration]]
    /// The types that the student's files declare, but for those that `#if` may leave out.
    private let ownTypes: Set<String>

    init(published: [String: [Declaration]], own: [Declaration]) {
        self.published = published
        ownTypes = Set(own.filter { $0.isNominal && $0.scopes.isEmpty && !$0.isConditional }.map(\.name))
            .subtracting(Self.kitTypes)
    }

    private static let kitTypes: Set = [
        "Dataset", "EpochMetrics", "FillYourCodeHere", "Layer", "Loss", "Matrix", "NetworkError", "Optimizer",
        "Parameter", "SeededGenerator", "Shape", "ShapeError",
    ]

    /// The functions that compare, of Swift and of the kit.
    private static let comparisons: Set = [
        "==", "!=", "<", "<=", ">", ">=", "~=", "===", "!==", ".==", ".!=", ".<", ".<=", ".>", ".>=",
        "isClose",
    ]

    /// What is refused among the declarations of a file.
    func offences(in declarations: [Declaration], of file: String) -> [Offence] {
        var published: [String: Int] = [:]
        return declarations.compactMap { declaration in
            if declaration.isPublic { published[declaration.path, default: 0] += 1 }
            let count = published[declaration.path] ?? 0
            return message(of: declaration, count: count, in: file).map {
                Offence(position: declaration.position, message: "refused: \($0)")
            }
        }
    }

    /// Why a declaration is refused, which is the last of `count` public ones of its name so far.
    private func message(of declaration: Declaration, count: Int, in file: String) -> String? {
        let name = declaration.name
        let isForeign = declaration.scopes.contains {
            $0.keyword == "extension" && !ownTypes.contains($0.name)
        }
        let isOfNobody = declaration.scopes.isEmpty || isForeign
        switch declaration.keyword {
        case "operator", "precedencegroup":
            return "operators cannot be declared here; a function will do."
        case "extension" where declaration.conforms && !ownTypes.contains(name):
            return
                "`\(name)` is not a type of yours, so it gets no conformance here; wrap it in a type of yours."
        case "func" where isOfNobody && Self.compares(name):
            return
                "`\(name)` compares what is not yours, and the kit has a say in that; give it another name."
        default: break
        }
        if declaration.isType, declaration.keyword != "extension", declaration.scopes.isEmpty {
            if Self.kitTypes.contains(name) { return "`\(name)` is the kit's own; give yours another name." }
            if let owner = owner(of: name), owner != file { return "`\(name)` belongs to \(owner)." }
        }
        if declaration.isPublic, declaration.keyword != "extension",
            !declaration.isOfStub(published[file] ?? [])
        {
            if declaration.scopes.isEmpty || isForeign || declaration.isType {
                return "`\(name)` is not public in the stub: remove `public`, and it works within your files."
            }
        }
        if declaration.isPublic, isOverload(declaration, count: count, in: file) {
            return "there is a public `\(name)` already, which tests must find alone: remove `public` here."
        }
        return nil
    }

    private static func compares(_ name: String) -> Bool {
        // `func ==<T>`: the bracket is read as a part of the operator.
        comparisons.contains(name)
            || name.count > 1 && name.last == "<" && comparisons.contains("\(name.dropLast())")
    }

    /// The stub that declares a public type of this name.
    private func owner(of type: String) -> String? {
        published.first { $0.value.contains { $0.isType && $0.scopes.isEmpty && $0.name == type } }?.key
    }

    /// Whether a name that the stubs' tests use is declared more often than in the stub.
    private func isOverload(_ declaration: Declaration, count: Int, in file: String) -> Bool {
        let stub = published[file] ?? []
        guard declaration.keyword != "init",
            published.values.contains(where: { $0.contains { $0.name == declaration.name } })
        else { return false }
        return count > max(1, stub.count { $0.isSame(as: declaration) })
    }
}

extension Declaration {
    fileprivate var isType: Bool {
        ["actor", "class", "enum", "extension", "protocol", "struct", "typealias"].contains(keyword)
    }

    /// Whether it makes a new type.
    var isNominal: Bool { ["actor", "class", "enum", "struct"].contains(keyword) }

    /// The names of the types around it, and its own: "Linear.forward"; an extension's is never a declaration's.
    fileprivate var path: String {
        (scopes.map(\.name) + [keyword == "extension" ? "" : name]).joined(separator: ".")
    }

    fileprivate func isSame(as other: Declaration) -> Bool {
        path == other.path && keyword != "extension"
    }

    fileprivate func isOfStub(_ stub: [Declaration]) -> Bool { stub.contains { $0.isSame(as: self) } }
}
