import Datasets
import Foundation
import LinearAlgebra
import NeuralNetwork
import Testing

@Suite("moons") struct MoonsTests {
    @Test(
        "without noise the points are those of scikit-learn's make_moons",
        arguments: [
            // samples, then x, y, class; from NumPy with scikit-learn's formula
            (1, [[0, 0.5, 1]]),
            (2, [[1, 0, 0], [0, 0.5, 1]]),
            (3, [[1, 0, 0], [0, 0.5, 1], [2, 0.5, 1]]),
            (6, [[1, 0, 0], [0, 1, 0], [-1, 0, 0], [0, 0.5, 1], [1, -0.5, 1], [2, 0.5, 1]]),
            (
                7,
                [
                    [1, 0, 0], [0, 1, 0], [-1, 0, 0],
                    [0, 0.5, 1], [0.5, -0.3660254037844386, 1], [1.5, -0.3660254037844386, 1], [2, 0.5, 1],
                ]
            ),
        ])
    func formula(samples: Int, expected: [[Double]]) throws {
        let moons = try moons(samples: samples, noise: 0, seed: 1)
        #expect(moons.inputs.shape == Shape(rows: samples, columns: 2))
        #expect(moons.targets.shape == Shape(rows: samples, columns: 1))
        for point in expected {
            let found = (0..<samples).filter { row in
                abs(moons.inputs[row, 0] - point[0]) < 1e-15 && abs(moons.inputs[row, 1] - point[1]) < 1e-15
                    && moons.targets[row, 0] == point[2]
            }
            #expect(found.count == 1, "the point \(point) is there \(found.count) times")
        }
    }

    @Test(
        "without noise each point lies on its half circle, evenly spaced, both ends included",
        arguments: [4, 5, 100, 333])
    func halfCircles(samples: Int) throws {
        let moons = try moons(samples: samples, noise: 0, seed: 2)
        var angles: [Double: [Double]] = [:]
        for row in 0..<samples {
            let (x, y, label) = (moons.inputs[row, 0], moons.inputs[row, 1], moons.targets[row, 0])
            let (cosine, sine) = label == 0 ? (x, y) : (1 - x, 0.5 - y)
            #expect(abs(cosine * cosine + sine * sine - 1) < 1e-14)
            #expect(sine >= -1e-15)
            angles[label, default: []].append(acos(max(-1, min(1, cosine))))
        }
        #expect(Set(angles.keys) == [0, 1])
        #expect(angles[0]?.count == samples / 2)
        #expect(angles[1]?.count == (samples + 1) / 2)
        for found in angles.values {
            for (index, angle) in found.sorted().enumerated() {
                #expect(abs(angle - .pi * Double(index) / Double(found.count - 1)) < 1e-7)
            }
        }
    }

    @Test(
        "noise has mean 0 and the given standard deviation, in both coordinates independently",
        arguments: [0.05, 0.2, 3])
    func noiseMoments(noise: Double) throws {
        let count = 10_000
        let clean = try moons(samples: count, noise: 0, seed: 3)
        let noisy = try moons(samples: count, noise: noise, seed: 3)
        #expect(noisy.targets == clean.targets, "the order must not depend on the noise")

        let deviations = try (noisy.inputs - clean.inputs) / noise
        let means = deviations.columnMeans()
        let variances = try (deviations * deviations).columnMeans()
        for column in 0..<2 {
            // Five standard errors: 1/√n of the mean, √(2/n) of the variance.
            #expect(abs(means[0, column]) < 0.05)
            #expect(abs(variances[0, column] - 1) < 0.071)
        }
        let covariance = try matmul(deviations.transposed(), deviations)[0, 1] / Double(count)
        #expect(abs(covariance) < 0.05)
    }

    @Test("the same seed gives the same data, another seed other data")
    func reproducible() throws {
        let first = try moons(samples: 50, noise: 0.1, seed: 4)
        let again = try moons(samples: 50, noise: 0.1, seed: 4)
        let other = try moons(samples: 50, noise: 0.1, seed: 5)
        #expect(first.inputs == again.inputs)
        #expect(first.targets == again.targets)
        #expect(first.inputs != other.inputs)
        #expect(first.targets != other.targets)
    }

    @Test("the classes come shuffled, not in blocks")
    func shuffled() throws {
        let labels = try moons(samples: 1_000, noise: 0.1, seed: 6).targets.elements
        let changes = zip(labels, labels.dropFirst()).count { $0 != $1 }
        // 500 are expected, give or take 16.
        #expect((420...580).contains(changes))
    }

    @Test("fewer samples than one are refused", arguments: [0, -1, Int.min])
    func refusedSamples(samples: Int) {
        #expect(
            throws: NetworkError.invalidArgument(
                "moons: samples is \(samples), and has to be 1 or more")
        ) {
            try moons(samples: samples, noise: 0.1, seed: 7)
        }
    }

    @Test("noise that is negative or not finite is refused", arguments: [-0.1, .infinity, -.infinity, .nan])
    func refusedNoise(noise: Double) {
        #expect(
            throws: NetworkError.invalidArgument(
                "moons: noise is \(noise), and has to be finite and 0 or more")
        ) {
            try moons(samples: 10, noise: noise, seed: 8)
        }
    }

    private func moons(samples: Int, noise: Double, seed: UInt64) throws -> Dataset {
        var generator = SeededGenerator(seed: seed)
        return try Datasets.moons(samples: samples, noise: noise, using: &generator)
    }
}
