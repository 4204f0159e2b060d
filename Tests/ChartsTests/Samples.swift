import Charts
import LinearAlgebra

/// One picture of each kind, with something in it and with nothing.
enum Samples {
    static let grid = DecisionGrid(x: -1...1, y: -2...2, columns: 8, rows: 6)

    static let map = DecisionMap(
        title: "Map", grid: grid,
        probabilities: grid.inputs.columnValues(0).map { $0 < 0 ? 0.1 : 0.9 },
        points: [[-0.5, 1], [0.5, -1], [9, 9]], labels: [0, 1, 1])

    static let filled: [any Picture] = [
        Curves(
            title: "Loss", measure: .number, series: [.init(name: "training", values: [3, 2, nil, .nan, 1])]),
        Curves(title: "Accuracy", measure: .share, series: [.init(name: "validation", values: [0.5])]),
        map,
        DecisionHistory(title: "History", frames: [.init(epoch: 0, map: map), .init(epoch: 7, map: map)]),
        DigitSheet(
            title: "Digits", images: Matrix(repeating: 0.5, rows: 2, columns: 784), truths: [1, 2],
            predictions: [1, 3]),
        ConfusionMatrix(title: "Confusion", counts: [[8, 2], [0, 0]], names: ["a", "b"]),
        WeightImages(title: "Weights", weights: Matrix(repeating: 0.1, rows: 16, columns: 3)),
        DigitGallery(title: "Gallery", images: Matrix(repeating: 0.5, rows: 11, columns: 784)),
        ClassPoints(title: "Points", points: [[-0.5, 1], [0.5, -1]], labels: [0, 1]),
        FunctionPlot(
            title: "Plot", horizontal: .init("x", -1...1), vertical: .init("y", 0...1),
            lines: [
                .init("square", over: -1...1) { $0 * $0 },
                .init("path", .steps, pieces: [[.init(0, 0), .init(0.5, 1), .init(1, 4)]]),
                .init("level", .faint, pieces: [[.init(-1, 0.5), .init(1, 0.5)]]),
            ], marks: [.init(0, 0, "lowest", .above)]),
        Pipeline(
            title: "Here", layers: ["Linear", "ReLU"], loss: "loss", optimizer: "SGD",
            highlighted: [.layer(1), .loop]),
    ]

    static let empty: [any Picture] = [
        Curves(title: "Loss", measure: .number, series: []),
        Curves(title: "Loss", measure: .share, series: [.init(name: "training", values: [])]),
        Curves(title: "Loss", measure: .number, series: [.init(name: "training", values: [nil, nil])]),
        DecisionMap(title: "Map", grid: grid, probabilities: [], points: [], labels: []),
        DecisionHistory(title: "History", frames: []),
        DigitSheet(title: "Digits", images: [], truths: [1], predictions: []),
        DigitSheet(title: "Digits", images: [[0]], truths: [1], predictions: [1], limit: -3),
        ConfusionMatrix(title: "Confusion", counts: []),
        ConfusionMatrix(title: "Confusion", truths: [1], predictions: [1], classes: -1),
        WeightImages(title: "Weights", weights: []),
        WeightImages(title: "Weights", weights: Matrix(repeating: 1, rows: 15, columns: 2)),
        WeightImages(title: "Weights", weights: Matrix(repeating: 1, rows: 16, columns: 2), limit: -1),
        DigitGallery(title: "Gallery", images: []),
        ClassPoints(title: "Points", points: [], labels: [1]),
        FunctionPlot(title: "Plot", horizontal: .init("x", 0...1), vertical: .init("y", 0...1), lines: []),
    ]

    /// Pictures whose numbers cannot be drawn, and whose lists do not fit each other.
    static let hostile: [any Picture] = [
        Curves(
            title: "x", measure: .number,
            series: [
                .init(
                    name: "a",
                    values: [
                        .nan, .infinity, -.infinity, .greatestFiniteMagnitude, -1e300, 1e300,
                        .leastNonzeroMagnitude,
                        -0.0,
                    ]),
                .init(name: "b", values: [.nan]),
            ]),
        Curves(title: "x", measure: .share, series: [.init(name: "a", values: [1e300, -4, .nan])]),
        Curves(
            title: "x", measure: .number,
            series: [.init(name: "a", values: [.leastNonzeroMagnitude, .leastNormalMagnitude / 4])]),
        Curves(title: "x", measure: .number, series: [.init(name: "a", values: [-7, -7])]),
        DecisionMap(
            title: "x", grid: DecisionGrid(x: -.infinity ... .infinity, y: 3...3, columns: -5, rows: 9_999),
            probabilities: [.nan, .infinity, -3], points: [[.nan, 0], [0, 3]], labels: [.nan]),
        DecisionMap(
            title: "x", grid: DecisionGrid(around: [[1], [2]]), probabilities: [0.5], points: [[1]],
            labels: [1, 0]),
        DecisionMap(
            title: "x", grid: DecisionGrid(around: [[.nan, 1e308], [-1e308, .infinity]]),
            probabilities: [Double](repeating: .infinity, count: 9_999), points: [], labels: []),
        DigitSheet(
            title: "x", images: [[.nan, .infinity, -1]], truths: [.min, 3], predictions: [.max], limit: .max),
        ConfusionMatrix(title: "x", counts: [[.max, .max, 3], [-5]]),
        ConfusionMatrix(title: "x", counts: [[Int]](repeating: [1], count: 40)),
        WeightImages(title: "x", weights: [[.nan, .infinity, 0, 1e308]]),
        WeightImages(title: "x", weights: Matrix(repeating: 0, rows: 4, columns: 2), limit: .max),
        DigitGallery(title: "x", images: [[.nan, .infinity, -1]]),
        ClassPoints(title: "x", points: [[.nan, 1], [1e308, -1e308], [0, 3]], labels: [.nan, 1, 0]),
        FunctionPlot(
            title: "x", horizontal: .init("x", 0...0), vertical: .init("", -1e300...1e300),
            lines: [
                .init("a", .steps, pieces: [[], [.init(.nan, 1)], [.init(0, -.infinity), .init(0, 1)]]),
                .init("b", over: 0...1e300) { 1 / ($0 - $0) },
            ], marks: [.init(.nan, .infinity, "x", .left)]),
        Pipeline(title: "x", layers: [], loss: "", optimizer: "", highlighted: [.layer(-1), .layer(9)]),
    ]
}

extension Matrix {
    func columnValues(_ column: Int) -> [Double] { (0..<rows).map { self[$0, column] } }
}
