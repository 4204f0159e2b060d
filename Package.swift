// swift-tools-version: 6.2
import Foundation
import PackageDescription

// One manifest serves the full repository and the student's copy: a target exists where its folder does.
// With SOLUTIONS=1 in the environment, `Student` is the answers: use a scratch path of its own then,
// `SOLUTIONS=1 swift test --scratch-path .build-solutions`.
let solutions = Context.environment["SOLUTIONS"] == "1"

// With STUDENT=path, as `grade` sets it, `Student` is built from that folder: a stub stands there in the place of
// each file that does not compile.
let student = Context.environment["STUDENT"] ?? "Sources/Student"

// With GRADING=1, as `grade` sets it, the kit's own tests, and what draws the lessons' pictures, are left out: the
// first score comes sooner.
let gradingOnly = Context.environment["GRADING"] == "1"

// With RESILIENT=1, as `grade` sets it for submissions, tests that were compiled with the stubs can be linked with
// any files of the same public interface, whatever is private in them: the tests of a class are compiled once.
let resilient = Context.environment["RESILIENT"] == "1"

/// Students have no answers: what the lessons print is not run there.
let hasAnswers = FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/Solutions/Reference")

/// The kit's own code: warnings are errors, imports are internal unless they say otherwise.
let kit: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// What instructors show reads as what students write: plain `import LinearAlgebra`.
let answers: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// What students may do, the compiler sees to as well: no pointers, and no members of modules not imported.
let students: [SwiftSetting] =
    [
        .enableUpcomingFeature("MemberImportVisibility"),
        .strictMemorySafety(),
        .treatWarning("StrictMemorySafety", as: .error),
    ] + (resilient ? [.unsafeFlags(["-enable-library-evolution"])] : [])

/// Optimised in debug builds too, so that `swift test` trains networks in seconds while the student's own file
/// stays debuggable; as a whole module, so that the loops are compiled for the arithmetic inside of them.
let optimised = ["-O", "-whole-module-optimization", "-num-threads", "1", "-disable-batch-mode"]

#if arch(x86_64)
    /// For the vector units of the machine at hand, which Linux tells of.
    let processor = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let units = ["avx512f": "AVX512", "fma": "FMA"].filter { processor.contains(" \($0.key) ") }.values
    let fast: [SwiftSetting] =
        [.unsafeFlags(optimised + ["-Xcc", "-march=native"])] + units.sorted().map { .define($0) }
#else
    let fast: [SwiftSetting] = [.unsafeFlags(optimised)]
#endif

let targets: [Target] = [
    .target(name: "LinearAlgebra", path: "Sources/LinearAlgebra", swiftSettings: kit + fast),
    .target(
        name: "NeuralNetwork", dependencies: ["LinearAlgebra"], path: "Sources/NeuralNetwork",
        swiftSettings: kit + fast),
    .target(
        name: "Datasets", dependencies: ["LinearAlgebra", "NeuralNetwork"], path: "Sources/Datasets",
        resources: [.copy("MNIST")], swiftSettings: kit + fast),
    solutions
        ? .target(
            name: "Student", dependencies: ["Reference"], path: "Solutions/Student", swiftSettings: answers)
        : .target(
            name: "Student", dependencies: ["LinearAlgebra", "NeuralNetwork"], path: student,
            swiftSettings: students),
    .target(
        name: "Reference", dependencies: ["LinearAlgebra", "NeuralNetwork"], path: "Solutions/Reference",
        swiftSettings: answers),
    .target(
        name: "Charts", dependencies: ["LinearAlgebra"], path: "Sources/Charts", swiftSettings: kit),
    .target(
        name: "Training", dependencies: ["Student", "LinearAlgebra", "NeuralNetwork", "Datasets", "Charts"],
        path: "Sources/Training", swiftSettings: kit),
    .executableTarget(
        name: "train", dependencies: ["Training"], path: "Sources/train", swiftSettings: kit),
    .executableTarget(
        name: "bench", dependencies: ["LinearAlgebra"], path: "Sources/bench", swiftSettings: kit + fast),
    .target(name: "Grading", path: "Sources/Grading", swiftSettings: kit),
    .executableTarget(
        name: "grade", dependencies: ["Grading"], path: "Sources/grade", swiftSettings: kit),

    .target(
        name: "TestSupport", dependencies: ["LinearAlgebra", "NeuralNetwork"], path: "Tests/TestSupport",
        swiftSettings: kit),
    .testTarget(
        name: "StudentTests",
        dependencies: ["Student", "LinearAlgebra", "NeuralNetwork", "Datasets", "TestSupport"],
        path: "Tests/StudentTests", swiftSettings: kit),
    .testTarget(
        name: "HiddenTests",
        dependencies: ["Student", "Reference", "LinearAlgebra", "NeuralNetwork", "TestSupport"],
        path: "Tests/HiddenTests", swiftSettings: kit),
]

let kitTests: [Target] = [
    .executableTarget(
        name: "illustrate",
        dependencies: ["Charts", "Training", "Student", "LinearAlgebra", "NeuralNetwork", "Datasets"],
        path: "Sources/illustrate", swiftSettings: kit),
    .executableTarget(name: "rehearse", path: "Sources/rehearse", swiftSettings: kit),
    .testTarget(
        name: "IllustrateTests", dependencies: ["illustrate"], path: "Tests/IllustrateTests",
        swiftSettings: kit),
    .testTarget(
        name: "LinearAlgebraTests", dependencies: ["LinearAlgebra"], path: "Tests/LinearAlgebraTests",
        swiftSettings: kit),
    .testTarget(
        name: "NeuralNetworkTests", dependencies: ["NeuralNetwork", "LinearAlgebra"],
        path: "Tests/NeuralNetworkTests", swiftSettings: kit),
    .testTarget(
        name: "DatasetsTests", dependencies: ["Datasets", "NeuralNetwork", "LinearAlgebra"],
        path: "Tests/DatasetsTests", swiftSettings: kit),
    .testTarget(
        name: "ChartsTests", dependencies: ["Charts", "LinearAlgebra"], path: "Tests/ChartsTests",
        swiftSettings: kit),
    .testTarget(
        name: "TrainingTests",
        dependencies: ["Training", "Student", "LinearAlgebra", "NeuralNetwork", "Datasets", "Charts"],
        path: "Tests/TrainingTests", swiftSettings: kit),
    .testTarget(
        name: "TestSupportTests", dependencies: ["TestSupport", "NeuralNetwork", "LinearAlgebra"],
        path: "Tests/TestSupportTests", swiftSettings: kit),
    .testTarget(
        name: "LessonTests",
        dependencies: ["Grading", "Training", "Datasets"] + (hasAnswers ? ["Reference"] : []),
        path: "Tests/LessonTests", swiftSettings: kit),
    .testTarget(
        name: "GradingTests", dependencies: ["Grading"], path: "Tests/GradingTests", exclude: ["Fixtures"],
        swiftSettings: kit),
]

let package = Package(
    name: "NeuralNetworkExercises",
    platforms: [.macOS(.v15)],
    targets: (gradingOnly ? targets : targets + kitTests).filter { target in
        FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/\(target.path ?? "")")
    },
    swiftLanguageModes: [.v6]
)
