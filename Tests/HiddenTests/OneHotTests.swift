import LinearAlgebra
import Reference
import Student
import Testing

@Suite("One-hot targets against the reference") struct OneHotTests {
    @Test("the same for random labels and numbers of classes")
    func labels() throws {
        try onRandomCases { draw in
            let classes = draw.count()
            let labels = (0..<draw.integer(in: 1...30)).map { _ in draw.integer(in: 0...classes - 1) }
            return agree(
                try Student.oneHot(labels, classes: classes),
                try Reference.oneHot(labels, classes: classes), "oneHot(\(labels), classes: \(classes))",
                draw, sourceLocation: #_sourceLocation)
        }
    }

    @Test("the same when only the first classes occur")
    func fewLabels() throws {
        try onRandomCases { draw in
            let classes = draw.count() + 3
            let labels = (0..<draw.count()).map { _ in draw.integer(in: 0...2) }
            return agree(
                try Student.oneHot(labels, classes: classes),
                try Reference.oneHot(labels, classes: classes), "oneHot(\(labels), classes: \(classes))",
                draw, sourceLocation: #_sourceLocation)
        }
    }
}
