/// Has freed memory kept for the next matrices, up to 32 MB, where the system would take it back.
///
/// Every step of a training makes and frees the same matrices. On Linux, glibc returns memory to the system after
/// each of them and asks for it again, a page at a time, until a large block has been freed: twice the size of that
/// block is what it keeps from then on. Source: mallopt(3), on the dynamic M_MMAP_THRESHOLD.
func keepFreedMemory() {
    #if os(Linux)
        // It is never touched, so that it never takes up memory itself.
        unsafe UnsafeMutableRawPointer.allocate(byteCount: 16 << 20, alignment: 16).deallocate()
    #endif
}
