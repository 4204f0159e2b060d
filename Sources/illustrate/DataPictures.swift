import Charts
import Datasets
import LinearAlgebra
import NeuralNetwork

extension Illustration {
    /// Pages 18 and 19: what the capstones learn from.
    static let dataPictures: [Illustration] = [
        Illustration("moons-points", try moonsPoints()), Illustration("digits-sample", try digitsSample()),
    ]

    /// The points of `MoonsTests.learnsMoons`.
    private static func moonsPoints() throws -> any Picture {
        var generator = SeededGenerator(seed: 1)
        let points = try moons(samples: 500, noise: 0.15, using: &generator)
        return ClassPoints(title: "Two moons", points: points.inputs, labels: points.targets.elements)
    }

    /// The first four of each digit that come with the kit, a digit a column.
    private static func digitsSample() throws -> any Picture {
        let sample = try MNIST.sample()
        let truths = sample.targets.rowArgmax()
        let columns = (0..<10).map { digit in truths.indices.filter { truths[$0] == digit } }
        let rows = (0..<4).flatMap { row in columns.map { $0[row] } }
        return DigitGallery(title: "Forty of 5,000 digits", images: sample.selecting(rows).inputs)
    }
}
