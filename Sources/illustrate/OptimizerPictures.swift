import Charts
import Foundation

extension Illustration {
    /// Pages 14 and 15: ways downhill.
    static let optimizerPictures: [Illustration] = [
        Illustration("sgd-rates", sgdRates),
        Illustration("sgd-parabola", sgdParabola),
        Illustration("momentum-weights", momentumWeights),
        Illustration("momentum-valley", momentumValley),
    ]

    private static var sgdRates: FunctionPlot {
        FunctionPlot(
            title: "The loss, step by step", horizontal: .init("step", 0...15),
            vertical: .init("loss", 0...30),
            lines: [0.02, 0.1, 1, 1.1].map { rate in
                .init(
                    "η = \(rateText(rate))", .steps,
                    pieces: [(0...15).map { .init(Double($0), 9 * pow(1 - 2 * rate, 2 * Double($0))) }])
            })
    }

    private static var sgdParabola: FunctionPlot {
        FunctionPlot(
            title: "Steps in the valley L = (θ − 3)²", horizontal: .init("θ", -3...9),
            vertical: .init("loss", 0...36),
            lines: [.init("L", over: -3...9) { ($0 - 3) * ($0 - 3) }]
                + [(rate: 0.1, steps: 5), (1.1, 3)].map { rate, steps in
                    .init("η = \(rateText(rate))", .steps, pieces: [descent(rate: rate, steps: steps)])
                }, marks: [.init(0, 9, "start", .left)])
    }

    private static var momentumWeights: FunctionPlot {
        FunctionPlot(
            title: "How long a gradient is remembered",
            horizontal: .init("age of the gradient, in steps", 0...30),
            vertical: .init("weight in v", 0...0.5),
            lines: [0.5, 0.9].map { share in
                .init(
                    "β = \(rateText(share))", .steps,
                    pieces: [(0...30).map { .init(Double($0), (1 - share) * pow(share, Double($0))) }])
            })
    }

    private static var momentumValley: FunctionPlot {
        FunctionPlot(
            title: "A long valley, lowest at (0, 0)", horizontal: .init("θ₁", -2...11),
            vertical: .init("θ₂", -1.2...1.2),
            lines: [
                .init(
                    "L = 1, 5, 15, 30, 60", .faint,
                    pieces: [1, 5, 15, 30, 60].map { ellipse(loss: $0, steepness: 25) }),
                .init("SGD, η = 0.07", .steps, pieces: [momentum(0, rate: 0.07)]),
                .init("Momentum, η = 0.25, β = 0.7", .steps, pieces: [momentum(0.7, rate: 0.25)]),
            ], marks: [.init(0, 0, "", .above), .init(10, 1, "start", .above)])
    }

    private static func rateText(_ rate: Double) -> String { rate == 1 ? "1" : "\(rate)" }

    /// Steps of SGD on (θ − 3)² from θ = 0, each at its height.
    private static func descent(rate: Double, steps: Int) -> [FunctionPlot.Point] {
        let places = (0..<steps).reduce(into: [0.0]) { places, step in
            places.append(places[step] - rate * 2 * (places[step] - 3))
        }
        return places.map { .init($0, ($0 - 3) * ($0 - 3)) }
    }

    /// 20 steps from (10, 1) on ½ (θ₁² + 25 θ₂²); without a memory they are those of SGD.
    private static func momentum(_ share: Double, rate: Double) -> [FunctionPlot.Point] {
        var velocity = FunctionPlot.Point(0, 0)
        return path(from: .init(10, 1), steps: 20) { place in
            velocity.x = share * velocity.x + (1 - share) * place.x
            velocity.y = share * velocity.y + (1 - share) * 25 * place.y
            return .init(rate * velocity.x, rate * velocity.y)
        }
    }

    /// A start, and where each step leads that is taken away from it.
    static func path(
        from start: FunctionPlot.Point, steps: Int, step: (FunctionPlot.Point) -> FunctionPlot.Point
    ) -> [FunctionPlot.Point] {
        (0..<steps).reduce(into: [start]) { places, index in
            let (place, change) = (places[index], step(places[index]))
            places.append(.init(place.x - change.x, place.y - change.y))
        }
    }

    /// Where ½ (θ₁² + steepness · θ₂²) is `loss`.
    static func ellipse(loss: Double, steepness: Double) -> [FunctionPlot.Point] {
        (0...120).map { step in
            let (angle, radius) = (2 * Double.pi * Double(step) / 120, (2 * loss).squareRoot())
            return .init(radius * cos(angle), radius / steepness.squareRoot() * sin(angle))
        }
    }
}
