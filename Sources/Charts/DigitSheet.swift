public import LinearAlgebra

/// Images of digits with what a model read, the misread ones first.
///
/// Each misread digit has an orange frame, and below it what was read and what it is: "8, is 3". Below a digit
/// that was read rightly stands the digit alone.
public struct DigitSheet: Picture, Equatable {
    /// The words above the digits.
    public var title: String
    /// An image in each row: 28 × 28 pixels row by row from the top, from 0 (paper) to 1 (ink).
    ///
    /// What is missing is paper, and what lies outside of 0…1 takes the nearer end.
    public var images: Matrix
    /// The digit that each image shows.
    public var truths: [Int]
    /// The digit that was read in each.
    public var predictions: [Int]
    /// The number of images that are shown at most.
    public var limit: Int

    /// Makes a sheet; an image without a truth or a prediction does not count.
    ///
    /// - Parameters:
    ///   - title: The words above the digits.
    ///   - images: An image in each row: 28 × 28 pixels, from 0 (paper) to 1 (ink).
    ///   - truths: The digit that each image shows.
    ///   - predictions: The digit that was read in each.
    ///   - limit: The number of images that are shown at most.
    public init(title: String, images: Matrix, truths: [Int], predictions: [Int], limit: Int = 42) {
        self.title = title
        self.images = images
        self.truths = truths
        self.predictions = predictions
        self.limit = limit
    }

    /// Draws the digits seven in a row.
    public func drawing(named name: String) -> Drawing {
        let digits = zip(0..<images.rows, zip(truths, predictions))
            .map { (row: $0, truth: $1.0, prediction: $1.1) }
        let misread = digits.filter { $0.truth != $0.prediction }
        let shown = (misread + digits.filter { $0.truth == $0.prediction }).prefix(max(0, limit))
        guard !shown.isEmpty else { return Drawing(title: title, empty: "No digit was read yet.") }

        let boxes = shown.indices.map(Self.box)
        let tiles = zip(shown, boxes).map { digit, box in
            Markup.rectangle(box, style: digit.truth == digit.prediction ? "tile" : "tile mistake")
        }
        let captions = zip(shown, boxes).map { digit, box in
            let isRight = digit.truth == digit.prediction
            return Markup.label(
                isRight ? "\(digit.truth)" : "\(digit.prediction), is \(digit.truth)",
                x: box.x + box.width / 2, y: box.y + box.height + 14,
                style: isRight ? "small muted middle" : "small bold middle")
        }
        let height = (boxes.last.map { $0.y + $0.height } ?? 0) + 22
        return Drawing(
            title: title, height: height,
            content: [.label(Self.summary(misread.count, of: digits.count), x: 4, y: 37, style: "muted")]
                + tiles + DigitInk.of(images, rows: zip(shown.map(\.row), boxes), name: name, height: height)
                + captions)
    }

    private static func summary(_ misread: Int, of count: Int) -> String {
        misread == 0 ? "All \(count) were read rightly." : "\(misread) of \(count) misread; those come first."
    }

    private static func box(at index: Int) -> Box {
        let (perRow, size, gap) = (7, 46.0, 5.0)
        return Box(
            x: 4 + Double(index % perRow) * (size + gap), y: 48 + Double(index / perRow) * (size + 24),
            width: size, height: size)
    }
}
