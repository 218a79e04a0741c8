package dev.lanewise.kernels.simd;

/** Memory of a thread for its products: bounded, allocated at the first one, released with the thread. */
final class GemmBuffers {
    private static final ThreadLocal<GemmBuffers> OF_THREAD = ThreadLocal.withInitial(GemmBuffers::new);

    /** The call that this thread is making; reused, so that a call allocates nothing. */
    final GemmCall call = new GemmCall();
    /** A block of A in slivers of tile rows. */
    final float[] packedA = new float[GemmBlocking.MC * GemmBlocking.KC];
    /** One sliver of B. */
    final float[] packedB = new float[GemmBlocking.KC * GemmBlocking.NR];
    /** A tile of C at the right edge of a matrix. */
    final float[] edge = new float[GemmBlocking.MR * GemmBlocking.NR];
    private float[] sums = {};

    static GemmBuffers get() {
        return OF_THREAD.get();
    }

    /** A block of C's sums, at most MC x NC, where alpha or beta need C itself. */
    float[] sums(int size) {
        if (sums.length < size) {
            sums = new float[size];
        }
        return sums;
    }
}
