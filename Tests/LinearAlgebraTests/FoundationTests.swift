import Foundation
import LinearAlgebra
import Testing

// That this file compiles is half of the test: no call may be ambiguous.
@Suite("Beside Foundation")
struct FoundationTests {
    @Test("functions of a number are Foundation's, written whole or with a fraction")
    func numbers() {
        let x = 0.7
        #expect(exp(x) == Foundation.exp(0.7))
        #expect(exp(1.0) == exp(1))
        #expect(log(x) == Foundation.log(0.7))
        let whole: Double = log(1)  // Foundation alone needs the type here: it has Float's and CGFloat's too
        #expect(whole == 0)
        #expect(sqrt(2.25) == 1.5)
        #expect(sqrt(4) == 2)
        #expect(tanh(x) == Foundation.tanh(0.7))
        #expect(tanh(0.0) == 0)
        #expect(pow(x, 2) == x * x)
        #expect(pow(2.0, 10.0) == 1024)
        #expect(abs(-x) == x)
        #expect(abs(-3) == 3)
        #expect(exp(Float(0)) == 1)
    }

    @Test("functions of a matrix are LinearAlgebra's, with the same bits as Foundation's for each element")
    func matrices() {
        let x: Matrix = [[0.1, 0.7], [2.5, 30]]
        #expect(exp(x) == x.map { Foundation.exp($0) })
        #expect(log(x) == x.map { Foundation.log($0) })
        #expect(sqrt(x) == x.map { Foundation.sqrt($0) })
        #expect(tanh(x) == x.map { Foundation.tanh($0) })
        #expect(abs(-x) == x)
    }

    @Test("map takes Foundation's functions by name")
    func byName() {
        #expect(([[0, 1]] as Matrix).map(Foundation.sqrt) == [[0, 1]])
    }
}
