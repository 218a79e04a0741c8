package dev.lanewise.kernels.simd;

/** Memory of a thread for its GEMM calls: grows to what the largest call needed, released with the thread. */
final class GemmBuffers {
    private static final ThreadLocal<GemmBuffers> OF_THREAD = ThreadLocal.withInitial(GemmBuffers::new);

    /** The call that this thread is making; reused, so that a call allocates nothing. */
    final GemmCall call = new GemmCall();
    /** One tile of C for the edges of the matrix. */
    final float[] tile = new float[MicroKernel.MR * MicroKernel.NR];
    private float[] packedB = new float[0];

    static GemmBuffers get() {
        return OF_THREAD.get();
    }

    /** At least {@code size} floats for packed B, with unspecified contents. */
    float[] packedB(int size) {
        if (packedB.length < size) {
            packedB = new float[size];
        }
        return packedB;
    }
}
