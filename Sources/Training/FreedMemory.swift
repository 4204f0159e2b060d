/// Has freed memory kept for the next matrices, up to 64 MB, where the system would take it back.
///
/// Every step of a training makes and frees the same matrices. On Linux, glibc returns memory to the system after
/// each of them and asks for it again, a page at a time, until a large block has been freed: the size of that
/// block tells it how much to keep. Source: mallopt(3), on the dynamic M_MMAP_THRESHOLD.
func keepFreedMemory() {
    #if os(Linux)
        // As large as counts. It is never touched, so that it never takes up memory.
        let largest = (32 << 20) - 4096
        unsafe UnsafeMutableRawPointer.allocate(byteCount: largest, alignment: 16).deallocate()
    #endif
}
