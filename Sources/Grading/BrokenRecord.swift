/// Why nothing in a record can count: a sentence without its full stop.
struct BrokenRecord: Error, Equatable {
    let reason: String
}
