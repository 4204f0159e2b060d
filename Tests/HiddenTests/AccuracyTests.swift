import LinearAlgebra
import Reference
import Student
import Testing

@Suite("Accuracy against the reference") struct AccuracyTests {
    @Test("one column: the same for random predictions and thresholds")
    func oneColumn() throws {
        try onRandomCases { draw in
            let rows = draw.integer(in: 1...40)
            let prediction = draw.normal(rows, 1)
            let target = draw.zerosAndOnes(rows, 1)
            let threshold = draw.number(in: -1.5...1.5)
            return agree(
                try Student.accuracy(prediction: prediction, target: target, threshold: threshold),
                try Reference.accuracy(prediction: prediction, target: target, threshold: threshold),
                "accuracy of a \(prediction.shape) prediction with threshold \(threshold)", draw,
                sourceLocation: #_sourceLocation)
        }
    }

    @Test("one column: the same for random probabilities at the threshold ½")
    func probabilities() throws {
        try onRandomCases { draw in
            let rows = draw.integer(in: 1...40)
            let prediction = draw.uniform(rows, 1, in: 0...1)
            let target = draw.zerosAndOnes(rows, 1)
            return agree(
                try Student.accuracy(prediction: prediction, target: target),
                try Reference.accuracy(prediction: prediction, target: target),
                "accuracy of a \(prediction.shape) prediction", draw, sourceLocation: #_sourceLocation)
        }
    }

    @Test("more columns: the same for random predictions, some of them near the targets")
    func moreColumns() throws {
        try onRandomCases { draw in
            let (rows, columns) = (draw.integer(in: 1...40), draw.count() + 1)
            let target = draw.oneHotRows(rows, columns)
            let noise = draw.normal(rows, columns, standardDeviation: draw.number(in: 0.1...2))
            let prediction = try target + noise + draw.number(in: -3...3)
            return agree(
                try Student.accuracy(prediction: prediction, target: target),
                try Reference.accuracy(prediction: prediction, target: target),
                "accuracy of a \(prediction.shape) prediction", draw, sourceLocation: #_sourceLocation)
        }
    }
}
