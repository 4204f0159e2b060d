import NeuralNetwork
import Testing

@Suite("NetworkError")
struct NetworkErrorTests {
    @Test("says what kind it is, and the reason")
    func descriptions() {
        #expect(
            "\(NetworkError.backwardBeforeForward("ReLU.backward has no forward to go back through"))"
                == "backward before forward: ReLU.backward has no forward to go back through")
        #expect("\(NetworkError.missingGradient("bias"))" == "missing gradient: bias")
        #expect("\(NetworkError.invalidArgument("size is 0"))" == "invalid argument: size is 0")
    }

    @Test("is equal where kind and reason are")
    func equality() {
        #expect(NetworkError.missingGradient("a") == .missingGradient("a"))
        #expect(NetworkError.missingGradient("a") != .missingGradient("b"))
        #expect(NetworkError.missingGradient("a") != .invalidArgument("a"))
    }
}
