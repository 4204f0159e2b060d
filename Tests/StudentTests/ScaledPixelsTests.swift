import LinearAlgebra
import Student
import TestSupport
import Testing

@Suite("Mend: scaled pixels") struct ScaledPixelsTests {
    private let advice = "Two points decide: what has 0 to become, and what 255?"

    @Test("black becomes −1, white 1, and the grey in the middle 0")
    func ends() throws {
        let isRight = try scaled.check([[0, 255, 127.5]], gives: [[-1, 1, 0]], advice)
        if isRight { try scaled.check([[51], [204]], gives: [[-0.6], [0.6]], "Evenly in between.") }
    }

    @Test("an image and its negative add up to 0")
    func negatives() throws {
        let image = uniform(4, 5, in: 0...255, seed: 3)
        guard try scaled.check(image, advice) else { return }
        expectClose(
            try scaledPixels(image) + scaledPixels(255 - image), .zeros(rows: 4, columns: 5),
            "scaledPixels of an image and its negative, added", advice)
    }

    @Test("every image, of any shape", arguments: Size.typical)
    func shapes(size: Size) throws {
        let isRight = try scaled.check(uniform(size.rows, size.columns, in: 0...255, seed: 4), advice)
        if isRight { try scaled.checkDrawn(advice) }
    }
}

// What it was, and what becomes of it half mended.

extension ScaledPixelsTests {
    private var scaled: Subject<Matrix> {
        Subject(
            "scaledPixels", lesson: "Lessons/20-whats-wrong.md", received: { scaledPixels($0) },
            right: { $0.map { ($0 - 127.5) / 127.5 } },
            draw: { uniform($0, $1, in: 0...255, seed: $2) },
            mistakes: [
                Mistake(
                    "The darkest and the lightest are not as far from 0 as one another: work out both by hand.",
                    see: "scaled-pixels"
                ) { $0 / 128 - 0.5 },
                Mistake(
                    "Black is right now, and white is just below 1: how many steps are there from 0 to 255?"
                ) {
                    $0 / 128 - 1
                },
                Mistake("The span is right now, from end to end, and its middle is not at 0.") {
                    $0 / 127.5 - 0.5
                },
                Mistake("It goes from 0 to 1 now: half of the way.") { $0 / 255 },
                Mistake("It goes from −½ to ½ now: half as far as it should.") { $0 / 255 - 0.5 },
                Mistake("The ends are cut off now: light greys that differ become equal.") {
                    clip($0 / 128 - 0.5, min: -1, max: 1)
                },
                Mistake("Black and white are exchanged.") { 1 - $0 / 127.5 },
                Mistake(
                    "It depends on the other pixels of the image now: black is 0, and not the darkest there."
                ) {
                    2 * ($0 + (-$0).max()) / ($0.max() + (-$0).max()) - 1
                },
            ])
    }
}
