import Foundation
import Testing

@testable import Charts

@Suite("Theme") struct ThemeTests {
    @Test("texts stand out from the page as WCAG asks for, 4.5 to 1, in light and in dark")
    func texts() throws {
        for colour in [Theme.ink, Theme.muted, Theme.warning] {
            for ground in [Theme.paper, Theme.tile] where ground == Theme.paper || colour != Theme.warning {
                #expect(try Self.contrast(colour.light, ground.light) >= 4.5)
                #expect(try Self.contrast(colour.dark, ground.dark) >= 4.5)
            }
        }
    }

    @Test(
        "numbers stand out from the cells of a confusion matrix, however full",
        arguments: [Theme.right, Theme.mistaken])
    func cells(colour: Theme.Colour) throws {
        for share in stride(from: 0.0, through: 1, by: 0.05) {
            let light = try Self.mixed(colour.light, over: Theme.tile.light, share)
            let dark = try Self.mixed(colour.dark, over: Theme.tile.dark, share)
            #expect(try Self.contrast(Self.luminance(Theme.ink.light), Self.luminance(light)) >= 4.5)
            #expect(try Self.contrast(Self.luminance(Theme.ink.dark), Self.luminance(dark)) >= 4.5)
        }
    }

    @Test(
        "lines stand out from the page, 3 to 1, and points from the full colour of their map",
        arguments: 0..<4)
    func lines(index: Int) throws {
        let line = Theme.series[index]
        #expect(try Self.contrast(line.light, Theme.paper.light) >= 3)
        #expect(try Self.contrast(line.dark, Theme.paper.dark) >= 3)
        let point = Theme.classes[index % 2]
        for end in [0, 14] {
            let full = ColourScale.diverging(opacity: 0.6)[end]
            let (colour, share) = (
                [full.red, full.green, full.blue].map(Double.init), Double(full.opacity) / 255
            )
            for (ink, paper) in [(point.light, Theme.paper.light), (point.dark, Theme.paper.dark)] {
                let ground = zip(colour, try Self.channels(paper)).map { $0 * share + $1 * (1 - share) }
                #expect(try Self.contrast(Self.luminance(Self.channels(ink)), Self.luminance(ground)) >= 3)
            }
        }
    }

    @Test("the style sheet names every colour for light pages and for dark ones")
    func sheet() throws {
        let parts = Theme.styleSheet.split(separator: "@media (prefers-color-scheme:dark)")
        try #require(parts.count == 2)
        for colour in [Theme.paper, Theme.ink, Theme.muted, Theme.warning, Theme.right] + Theme.series {
            #expect(parts[0].contains(colour.light) && parts[1].contains(colour.dark))
        }
        #expect(parts[1].count { $0 == "{" } == parts[1].count { $0 == "}" })
    }

    private static func contrast(_ one: String, _ other: String) throws -> Double {
        try contrast(luminance(channels(one)), luminance(channels(other)))
    }

    private static func contrast(_ one: Double, _ other: Double) -> Double {
        (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }

    private static func mixed(_ colour: String, over ground: String, _ share: Double) throws -> [Double] {
        try zip(channels(colour), channels(ground)).map { $0 * share + $1 * (1 - share) }
    }

    private static func luminance(_ colour: String) throws -> Double { try luminance(channels(colour)) }

    /// The relative luminance of WCAG 2.2.
    private static func luminance(_ channels: [Double]) -> Double {
        let linear = channels.map { channel -> Double in
            let share = channel / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    private static func channels(_ colour: String) throws -> [Double] {
        let digits = Array(colour.dropFirst())
        return try [0, 2, 4].map { Double(try #require(UInt8(String(digits[$0...$0 + 1]), radix: 16))) }
    }
}
