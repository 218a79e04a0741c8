package dev.lanewise.kernels.simd;

/** Memory of a thread for its products: bounded, allocated at the first one, released with the thread. */
final class GemmBuffers {
    private static final ThreadLocal<GemmBuffers> OF_THREAD = ThreadLocal.withInitial(GemmBuffers::new);

    /** The call that this thread is making; reused, so that a call allocates nothing. */
    final GemmCall call = new GemmCall();
    /** The rectangle of C that this thread is computing, of its own or another thread's call. */
    final GemmRectangle rectangle = new GemmRectangle();

    static GemmBuffers get() {
        return OF_THREAD.get();
    }
}
