import NeuralNetwork
import Testing

@Suite("FillYourCodeHere")
struct FillYourCodeHereTests {
    @Test(
        "names the method after its file's type, a function of the file's name alone, and where to go",
        arguments: [
            ("forward(_:)", "Student/Linear.swift", "Linear.forward"),
            ("forward(prediction:target:)", "Student/CrossEntropy.swift", "CrossEntropy.forward"),
            ("init(inFeatures:outFeatures:using:)", "Student/Linear.swift", "Linear.init"),
            ("parameters", "Student/Sequential.swift", "Sequential.parameters"),
            ("step()", "Student/SGD.swift", "SGD.step"),
            ("oneHot(_:classes:)", "Student/OneHot.swift", "oneHot"),
            ("accuracy(prediction:target:threshold:)", "Student/Accuracy.swift", "accuracy"),
            (
                "fit(_:to:validation:loss:optimizer:epochs:batchSize:using:onEpoch:)", "Student/Fit.swift",
                "fit"
            ),
        ])
    func description(function: String, fileID: String, name: String) {
        #expect(
            "\(FillYourCodeHere(function: function, fileID: fileID, line: 31))"
                == "\(name) is still to be filled: Sources/\(fileID):31")
    }

    @Test("written without arguments, it captures where it stands")
    func captures() {
        #expect(throws: FillYourCodeHere(function: "stub()", fileID: #fileID, line: Self.stubLine)) {
            try stub()
        }
        let file = "Sources/\(#fileID):\(Self.stubLine)"
        #expect(
            "\(FillYourCodeHere(line: Self.stubLine))"
                == "FillYourCodeHereTests.captures is still to be filled: \(file)"
        )
    }

    private static let stubLine = #line + 2
    private func stub() throws {
        throw FillYourCodeHere()
    }
}
