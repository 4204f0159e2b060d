import LinearAlgebra
import Testing
import Training

@Suite("TrainingPictures.sketch") struct TrainingSketchTests {
    @Test("the loss and the map keep to the width", arguments: [80, 60, 40])
    func plane(width: Int) throws {
        let sketch = try TrainingPicturesTests.plane().sketch(width: width, isColoured: false)
        let lines = sketch.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first == "loss on held-out samples, epoch by epoch")
        #expect(lines.dropFirst().first?.contains("0.800 │█") == true)
        #expect(lines.allSatisfy { $0.count <= width })
        let map = lines.dropFirst(9)
        #expect(map.count == min(width, 60) / 3)
        #expect(map.allSatisfy { $0.count == min(width, 60) && ($0.hasSuffix("░") || $0.hasSuffix("x")) })
        #expect(map.joined().matches(of: /x/).count == 2 && map.joined().matches(of: /o/).count == 2)
    }

    @Test("no width is too small, nor too large", arguments: [20, 1, 0, -3, .min, .max])
    func absurdWidths(width: Int) throws {
        let sketch = try TrainingPicturesTests.plane().sketch(width: width, isColoured: true)
        #expect(sketch.hasPrefix("loss on held-out samples, epoch by epoch\n"))
    }

    @Test("colours are used when they are wanted, and not otherwise")
    func colours() throws {
        for pictures in [
            try TrainingPicturesTests.plane(),
            try TrainingPicturesTests.digits { .zeros(rows: $0.rows, columns: 3) },
        ] {
            #expect(pictures.sketch(width: 80, isColoured: true).contains("\u{1B}[0m"))
            #expect(!pictures.sketch(width: 80, isColoured: false).contains("\u{1B}"))
        }
    }

    @Test("the sketch of digits has the first one that was misread, with what was read")
    func misreadDigit() throws {
        let wrong = try TrainingPicturesTests.digits { inputs in
            Matrix.identity(3).selectingRows([0, 1, 0, 1, 1, 2].prefix(inputs.rows))
        }
        let lines = wrong.sketch(width: 80, isColoured: false).split(separator: "\n")
        #expect(lines.contains("a 2, read as 0:"))
        #expect(lines.suffix(14).allSatisfy { $0.count == 28 })
        let right = try TrainingPicturesTests.digits { inputs in
            Matrix.identity(3).selectingRows([0, 1, 2, 0, 1, 2].prefix(inputs.rows))
        }
        #expect(!right.sketch(width: 80, isColoured: false).contains("read as"))
        #expect(!wrong.sketch(width: 27, isColoured: false).contains("read as"))
    }
}
