import Foundation
import LinearAlgebra
import Testing
import Training

@Suite("NumPyFile") struct NumPyFileTests {
    static let matrix: Matrix = [[1.5, -2, 0.1], [.greatestFiniteMagnitude, .leastNonzeroMagnitude, -0.0]]

    @Test("a matrix is written as NumPy writes it: version 1.0, 64-byte blocks of header, row by row")
    func bytes() {
        let header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2), }"
        let expected =
            Data([0x93] + Array("NUMPY".utf8) + [1, 0, 118, 0])
            + Data(header.padding(toLength: 117, withPad: " ", startingAt: 0).utf8) + Data("\n".utf8)
            + Data([0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0xC0])
        #expect(NumPyFile.data([[1, -2]]) == expected)
    }

    @Test(
        "what is written is read back, bit by bit",
        arguments: [
            matrix, [[0]], Matrix(repeating: 7, rows: 300, columns: 17), .zeros(rows: 0, columns: 3),
            .zeros(rows: 3, columns: 0), [[.nan, .infinity, -.infinity]],
            .zeros(rows: 1_234_567, columns: 1),
        ])
    func roundTrip(matrix: Matrix) throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "matrix.npy")
            try NumPyFile.write(matrix, to: file)
            let read = try NumPyFile.read(file)
            #expect(read.shape == matrix.shape)
            #expect(read.elements.map(\.bitPattern) == matrix.elements.map(\.bitPattern))
            #expect(try Data(contentsOf: file).count == 128 + 8 * matrix.elements.count)
            #expect(try names(in: folder) == ["matrix.npy"])
        }
    }

    @Test(
        "headers of other programs and versions are read",
        arguments: [
            ("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }", 1),
            ("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }", 2),
            ("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }", 3),
            ("{\"shape\":(2,3),\"fortran_order\":False,\"descr\":\"<f8\"}", 1),
            (" { 'fortran_order' : False , 'shape' : ( 2L , 3L , ) , 'descr' : '<f8' }\n", 1),
        ])
    func headers(header: String, version: UInt8) throws {
        let data = file(header, version: version, NumPyFile.data(Self.matrix).dropFirst(128))
        #expect(try read(data) == Self.matrix)
    }

    @Test(
        "one dimension is one row, none is one number",
        arguments: [("(6,)", [[1, 2, 3, 4, 5, 6]]), ("(6, 1)", [[1], [2], [3], [4], [5], [6]])])
    func dimensions(shape: String, expected: [[Double]]) throws {
        let elements = NumPyFile.data([[1, 2, 3, 4, 5, 6]]).dropFirst(128)
        let header = "{'descr': '<f8', 'fortran_order': False, 'shape': \(shape), }"
        let matrix = try read(file(header, elements))
        #expect((0..<matrix.rows).map { row in (0..<matrix.columns).map { matrix[row, $0] } } == expected)
        let number = "{'descr': '<f8', 'fortran_order': False, 'shape': (), }"
        #expect(try read(file(number, NumPyFile.data([[42]]).dropFirst(128))) == [[42]])
    }

    @Test("Fortran order comes column by column")
    func fortranOrder() throws {
        let header = "{'descr': '<f8', 'fortran_order': True, 'shape': (2, 3), }"
        let elements = NumPyFile.data([[1, 4, 2, 5, 3, 6]]).dropFirst(128)
        #expect(try read(file(header, elements)) == [[1, 2, 3], [4, 5, 6]])
    }

    @Test(
        "numbers of other types become doubles",
        arguments: [
            (">f8", [0xBF, 0xF8, 0, 0, 0, 0, 0, 0], -1.5), ("<f4", [0, 0, 0xC0, 0xBF], -1.5),
            ("<i8", [0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], -2),
        ])
    func types(type: String, bytes: [UInt8], expected: Double) throws {
        let header = "{'descr': '\(type)', 'fortran_order': False, 'shape': (1,), }"
        #expect(try read(file(header, Data(bytes))) == [[expected]])
    }

    @Test(
        "what cannot be read is told exactly",
        arguments: [
            (Data(), .notNumPy([])),
            (Data("PK".utf8), .notNumPy([80, 75])),
            (Data([0x93] + Array("NUMPY".utf8) + [4, 0, 0, 0]), .unknownNumPyVersion(major: 4, minor: 0)),
            (Data([0x93] + Array("NUMPY".utf8) + [1, 0, 9]), .truncatedHeader(expected: 19, found: 9)),
            (NumPyFile.data([[1]]).prefix(100), .truncatedHeader(expected: 128, found: 100)),
            (NumPyFile.data([[1, 2]]).dropLast(), .truncatedData(expected: 16, found: 15)),
            (NumPyFile.data([[1, 2]]) + [0], .trailingBytes(1)),
            (file("{'descr': '<c16', 'fortran_order': False, 'shape': (1,), }"), .unsupportedType("<c16")),
            (file("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }"), .unsupportedType("|O")),
            (
                file("{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2, 3), }"),
                .notAMatrix(dimensions: [1, 2, 3])
            ),
            (
                file("{'descr': '<f8', 'fortran_order': True, 'shape': (0, 999999999999999999), }"),
                .notAMatrix(dimensions: [0, 999_999_999_999_999_999])
            ),
            (
                file("{'descr': '<f8', 'fortran_order': False, 'shape': (400000000, 500000000), }"),
                .truncatedData(expected: 1_600_000_000_000_000_000, found: 0)
            ),
        ] as [(Data, TrainingFileError.Problem)])
    func refused(data: Data, problem: TrainingFileError.Problem) throws {
        let error = #expect(throws: TrainingFileError.self) { try read(data) }
        #expect(error?.problem == problem)
    }

    @Test(
        "a header that is not one dictionary of the three keys is refused",
        arguments: [
            "", "{}", "{'descr': '<f8', 'fortran_order': False}",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), 'more': 1}",
            "{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (1,)}",
            "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,)}",
            "{'descr': '<f8', 'fortran_order': 0, 'shape': (1,)}",
            "{'descr': '<f8', 'fortran_order': False, 'shape': 1}",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (1,,)}",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,)}",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,)}",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)", "{'shape': (1,)}}",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)}" + String(repeating: " ", count: 10_000),
        ])
    func badHeaders(header: String) throws {
        let error = #expect(throws: TrainingFileError.self) { try read(file(header)) }
        guard case .unreadableHeader(let shown)? = error?.problem else {
            return #expect(Bool(false), "\(String(describing: error))")
        }
        #expect(shown.count <= 90)
    }

    @Test("a missing file, a folder and a refusal of the system are told with the path")
    func systemErrors() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "missing.npy")
            let missing = #expect(throws: TrainingFileError.self) { try NumPyFile.read(file) }
            #expect(missing?.description == "\(file.path): there is nothing here; check the path")
            let read = #expect(throws: TrainingFileError.self) { try NumPyFile.read(folder) }
            #expect(read?.problem == .notAFile)
            let written = #expect(throws: TrainingFileError.self) { try NumPyFile.write([[1]], to: folder) }
            #expect(written?.problem == .notAFile)
            let long = folder.appending(path: String(repeating: "x", count: 300))
            let refused = #expect(throws: TrainingFileError.self) { try NumPyFile.write([[1]], to: long) }
            #expect(
                refused?.description == long.path
                    + ": it cannot be written (File name too long); check the path, and who may write there")
        }
    }

    @Test("folders around a file are made; a file in their place is told")
    func foldersAround() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "a/b.npy")
            try NumPyFile.write([[1]], to: file)
            #expect(try NumPyFile.read(file) == [[1]])
            let error = #expect(throws: TrainingFileError.self) {
                try NumPyFile.write([[1]], to: file.appending(path: "c.npy"))
            }
            #expect(error?.problem == .notAFolder)
            #expect(error?.file == file.path)
        }
    }

    @Test(
        "4,000 damaged files either load or throw, whatever their headers claim",
        arguments: [1, 2, 3, 4] as [UInt64])
    func damaged(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let valid = NumPyFile.data(Self.matrix)
        var loaded = 0
        var refused = 0
        try withTemporaryFolder { folder in
            let url = folder.appending(path: "a.npy")
            // Written over in place: `Data.write`, and cutting to nothing first, wait for the disk each time.
            try valid.write(to: url)
            let file = try FileHandle(forWritingTo: url)
            for _ in 0..<1_000 {
                let bytes = damaged(valid, using: &generator)
                try file.seek(toOffset: 0)
                try file.write(contentsOf: bytes)
                try file.truncate(atOffset: UInt64(bytes.count))
                do {
                    #expect(try NumPyFile.read(url).elements.count <= bytes.count / 4)
                    loaded += 1
                } catch is TrainingFileError {
                    refused += 1
                }
            }
        }
        #expect(loaded > 10, "damage to elements alone leaves a matrix")
        #expect(refused > 500, "damage to header or length does not")
    }

    /// Does up to three harmful things to a file, most of them in its header.
    private func damaged(_ file: Data, using generator: inout some RandomNumberGenerator) -> Data {
        var bytes = [UInt8](file)
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let place = Int.random(in: 0..<max(bytes.count, 1), using: &generator)
            let byte = UInt8.random(in: 0...255, using: &generator)
            switch Int.random(in: 0..<12, using: &generator) {
            case 0: bytes.removeLast(min(bytes.count, place))
            case 1: bytes.insert(byte, at: min(place, bytes.count))
            case 2: bytes += bytes.prefix(place)
            case 3, 4, 5:
                // A character of a header in the place of another one.
                let characters = Array("0123456789(){}':, LTF<>fi".utf8)
                for index in bytes.indices.dropFirst(10 + place % 60).prefix(1) {
                    bytes[index] = characters[Int(byte) % characters.count]
                }
            case 6, 7: for index in bytes.indices.prefix(1 + place % 12).suffix(1) { bytes[index] = byte }
            default: if !bytes.isEmpty { bytes[place] = byte }
            }
        }
        return Data(bytes)
    }

    @Test(
        "NumPy reads what we write, and we read what NumPy writes",
        .enabled(if: Python.hasNumPy, "there is no python3 with NumPy on this machine"))
    func numPy() throws {
        try withTemporaryFolder { folder in
            try NumPyFile.write(Self.matrix, to: folder.appending(path: "ours.npy"))
            let printed = try Python.run(
                """
                import numpy
                ours = numpy.load("ours.npy")
                numbers = [number.hex() for number in ours.ravel().tolist()]
                print(ours.dtype.str, ours.shape, ours.flags.c_contiguous, *numbers)
                numpy.save("theirs.npy", ours)
                numpy.save("fortran.npy", numpy.asfortranarray(ours))
                numpy.save("row.npy", ours[0])
                numpy.save("single.npy", ours[:1].astype("<f4"))
                numpy.save("long.npy", numpy.array([[3, -4]], dtype="<i8"))
                numpy.save("swapped.npy", ours.astype(">f8"))
                numpy.lib.format.write_array(open("second.npy", "wb"), ours, version=(2, 0))
                """, in: folder)
            let numbers = [
                "0x1.8000000000000p+0", "-0x1.0000000000000p+1", "0x1.999999999999ap-4",
                "0x1.fffffffffffffp+1023", "0x0.0000000000001p-1022", "-0x0.0p+0",
            ]
            #expect(printed == "<f8 (2, 3) True \(numbers.joined(separator: " "))\n")

            let ours = try Data(contentsOf: folder.appending(path: "ours.npy"))
            #expect(try Data(contentsOf: folder.appending(path: "theirs.npy")) == ours)
            for name in ["theirs", "fortran", "swapped", "second"] {
                #expect(try NumPyFile.read(folder.appending(path: name + ".npy")) == Self.matrix, "\(name)")
            }
            #expect(try NumPyFile.read(folder.appending(path: "row.npy")) == [[1.5, -2, 0.1]])
            let single = try NumPyFile.read(folder.appending(path: "single.npy"))
            #expect(single == [[1.5, -2, Double(Float(0.1))]])
            #expect(try NumPyFile.read(folder.appending(path: "long.npy")) == [[3, -4]])
        }
    }
}

/// Reads bytes as a file.
private func read(_ data: Data) throws -> Matrix {
    var matrix: Matrix = []
    try withTemporaryFolder { folder in
        let file = folder.appending(path: "a.npy")
        try data.write(to: file)
        matrix = try NumPyFile.read(file)
    }
    return matrix
}

/// Puts together a `.npy` file.
private func file(_ header: String, version: UInt8 = 1, _ elements: Data = Data()) -> Data {
    let length = (0..<(version == 1 ? 2 : 4)).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) }
    return Data([0x93] + Array("NUMPY".utf8) + [version, 0] + length) + Data(header.utf8) + elements
}
