package dev.lanewise.kernels.simd;

/** Memory of a thread for its products: bounded, as large as they have needed, released with the thread. */
final class GemmBuffers {
    private static final ThreadLocal<GemmBuffers> OF_THREAD = ThreadLocal.withInitial(GemmBuffers::new);

    private final GemmCall call = new GemmCall();
    /** The rectangle of C that this thread is computing, of its own or another thread's call. */
    final GemmRectangle rectangle = new GemmRectangle();

    static GemmBuffers get() {
        return OF_THREAD.get();
    }

    /**
     * A call to fill in: this thread's own, reused, so that a call allocates nothing; another one if the caller's executor
     * makes a product while this thread is handing it the parts of one.
     */
    static GemmCall call() {
        GemmCall own = get().call;
        return own.isBusy() ? new GemmCall() : own;
    }
}
