import LinearAlgebra
import NeuralNetwork
import Testing

@Suite("Parameter")
struct ParameterTests {
    @Test("starts with its value and without a gradient")
    func start() {
        let parameter = Parameter([[1, 2]])
        #expect(parameter.value == [[1, 2]])
        #expect(parameter.gradient == nil)
    }

    @Test("is shared: what a layer writes, an optimizer that holds it reads")
    func shared() throws {
        let parameter = Parameter([[1, 2]])
        let held = [parameter]
        parameter.gradient = [[0.5, -1]]
        try held[0].value -= [[0.5, -1]]
        #expect(held[0].gradient == [[0.5, -1]])
        #expect(parameter.value == [[0.5, 3]])
        #expect(held[0] === parameter)
    }

    @Test("does not share its matrix: the one it was made from stays as it is")
    func copies() {
        let matrix: Matrix = [[1, 2]]
        let first = Parameter(matrix)
        let second = Parameter(matrix)
        first.value[0, 0] = 7
        #expect(matrix == [[1, 2]])
        #expect(second.value == [[1, 2]])
        #expect(first !== second)
    }
}
