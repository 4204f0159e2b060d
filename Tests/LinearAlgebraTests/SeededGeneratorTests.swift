import LinearAlgebra
import Testing

@Suite("SeededGenerator")
struct SeededGeneratorTests {
    /// Computed from the published algorithm in Python; those of 1234567 are also in Rosetta Code's task.
    static let published: [(UInt64, [UInt64])] = [
        (
            0,
            [
                0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4, 0x06c4_5d18_8009_454f,
                0xf88b_b8a8_724c_81ec, 0x1b39_896a_51a8_749b,
            ]
        ),
        (
            1_234_567,
            [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ]
        ),
        (
            .max,
            [
                0xe4d9_7177_1b65_2c20, 0xe99f_f867_dbf6_82c9, 0x382f_f84c_b272_81e9,
                0x6d1d_b36c_cba9_82d2, 0xb4a0_472e_5780_69ae,
            ]
        ),
    ]

    @Test("the numbers of SplitMix64", arguments: Self.published)
    func splitMix(_ seed: UInt64, _ expected: [UInt64]) {
        var generator = SeededGenerator(seed: seed)
        #expect((0..<5).map { _ in generator.next() } == expected)
    }

    @Test("a copy goes on from where it was taken")
    func copies() {
        var generator = SeededGenerator(seed: 5)
        _ = generator.next()
        var copy = generator
        #expect(generator.next() == copy.next())
    }
}
