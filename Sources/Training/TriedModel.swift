import LinearAlgebra
import NeuralNetwork

/// A model that is tried on samples; it is a student's, and its predictions may have any shape.
struct TriedModel {
    /// What can be shown of a model.
    enum Kind {
        /// What it decides all over a plane: two inputs, one output.
        case plane
        /// The digits that it reads: 784 inputs, a column for each class.
        case digits
        /// Nothing of its own.
        case other
    }

    /// The samples that it is tried on.
    let samples: Dataset
    /// From where its single output means class 1: 0 for logits, ½ for probabilities.
    let decisionThreshold: Double
    /// Runs the model forwards.
    let predict: (Matrix) throws -> Matrix

    var kind: Kind {
        switch (samples.inputs.columns, samples.targets.columns) {
        case (2, 1): .plane
        case (28 * 28, 2...): .digits
        default: .other
        }
    }

    /// The probability of class 1 for each row of inputs; NaN where the model says NaN.
    ///
    /// - Throws: What the model throws; `ShapeError` for a prediction that does not fit.
    func probabilities(at inputs: Matrix) throws -> [Double] {
        let prediction = try prediction(of: inputs).elements
        return decisionThreshold == 0 ? prediction.map { 1 / (1 + exp(-$0)) } : prediction
    }

    /// What the model reads in each sample's image; images for which it says NaN are left out.
    ///
    /// - Throws: What the model throws; `ShapeError` for a prediction that does not fit.
    func readDigits() throws -> DigitReadings {
        let prediction = try prediction(of: samples.inputs)
        let sums = prediction.rowSums().elements
        let read = sums.indices.filter { !sums[$0].isNaN }
        return DigitReadings(
            images: samples.inputs.selectingRows(read),
            truths: samples.targets.selectingRows(read).rowArgmax(),
            predictions: prediction.selectingRows(read).rowArgmax(), unread: sums.count - read.count)
    }

    /// In parts, so that a model of many neurons does not hold them for all samples at once.
    private func prediction(of inputs: Matrix) throws -> Matrix {
        var elements: [Double] = []
        let columns = samples.targets.columns
        for start in stride(from: 0, to: inputs.rows, by: 1_000) {
            let part = inputs.selectingRows(start..<min(start + 1_000, inputs.rows))
            let prediction = try predict(part)
            let expected = Shape(rows: part.rows, columns: columns)
            guard prediction.shape == expected else {
                throw ShapeError(operation: "prediction", left: expected, right: prediction.shape)
            }
            elements += prediction.elements
        }
        return try Matrix(rows: inputs.rows, columns: columns, elements: elements)
    }
}

/// Images of digits, and what a model read in them.
struct DigitReadings {
    /// An image in each row.
    let images: Matrix
    /// The digit that each image shows.
    let truths: [Int]
    /// The digit that was read in each.
    let predictions: [Int]
    /// The number of images that are not among these: the model said NaN.
    let unread: Int
}
