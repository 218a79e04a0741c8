package dev.lanewise.kernels.simd;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;

/**
 * The inner product of a GEMM: a tile of C, up to 12 rows by up to two vectors, held in registers while k runs.
 *
 * <p>This class is a template. {@link MicroKernels} defines it once for every {@link TileForm} in use, as a hidden
 * class whose form is its class data, so that {@code ROWS} and the rest are constants to the JIT and what they exclude
 * costs nothing. One source thus serves every number of rows, and nothing is computed twice. Accumulators are local
 * variables because C2 keeps vectors in registers only there: no array, no helper that takes them.
 */
final class MicroKernel extends Tile {
    private static final TileForm FORM = form();
    private static final int ROWS = FORM.rows();
    private static final boolean TWO = FORM.vectors() == 2;
    private static final boolean A_COPIED = FORM.a() == TileForm.A.COPIED;
    private static final int A_STRIDE = A_COPIED ? GemmBlocking.A_STRIDE : 1;
    private static final boolean B_PACKED = FORM.b() == TileForm.B.PACKED;
    private static final boolean CONTINUES = FORM.continues();
    private static final int W = Lanes.COUNT;
    private static final int WIDTH = FORM.vectors() * W;
    private static final long VECTOR_BYTES = 4L * W;
    private static final long STEP_BYTES = 4L * WIDTH;
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private static TileForm form() {
        try {
            return MethodHandles.classData(MethodHandles.lookup(), "_", TileForm.class);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    void run(int k, float[] a, int aOffset, int lda, float[] b, int bOffset, int ldb,
            MemorySegment packed, long packedAt, float[] c, int cOffset, int ldc) {
        FloatVector zero = FloatVector.zero(Lanes.F);
        FloatVector c00 = zero;
        FloatVector c01 = zero;
        FloatVector c10 = zero;
        FloatVector c11 = zero;
        FloatVector c20 = zero;
        FloatVector c21 = zero;
        FloatVector c30 = zero;
        FloatVector c31 = zero;
        FloatVector c40 = zero;
        FloatVector c41 = zero;
        FloatVector c50 = zero;
        FloatVector c51 = zero;
        FloatVector c60 = zero;
        FloatVector c61 = zero;
        FloatVector c70 = zero;
        FloatVector c71 = zero;
        FloatVector c80 = zero;
        FloatVector c81 = zero;
        FloatVector c90 = zero;
        FloatVector c91 = zero;
        FloatVector c100 = zero;
        FloatVector c101 = zero;
        FloatVector c110 = zero;
        FloatVector c111 = zero;
        if (CONTINUES) {
            if (ROWS > 0) {
                c00 = FloatVector.fromArray(Lanes.F, c, cOffset);
                c01 = TWO ? FloatVector.fromArray(Lanes.F, c, cOffset + W) : zero;
            }
            if (ROWS > 1) {
                c10 = FloatVector.fromArray(Lanes.F, c, cOffset + ldc);
                c11 = TWO ? FloatVector.fromArray(Lanes.F, c, cOffset + ldc + W) : zero;
            }
            if (ROWS > 2) {
                c20 = FloatVector.fromArray(Lanes.F, c, cOffset + 2 * ldc);
                c21 = TWO ? FloatVector.fromArray(Lanes.F, c, cOffset + 2 * ldc + W) : zero;
            }
            if (ROWS > 3) {
                c30 = FloatVector.fromArray(Lanes.F, c, cOffset + 3 * ldc);
                c31 = TWO ? FloatVector.fromArray(Lanes.F, c, cOffset + 3 * ldc + W) : zero;
            }
            if (ROWS > 4) {
                c40 = FloatVector.fromArray(Lanes.F, c, cOffset + 4 * ldc);
                c41 = TWO ? FloatVector.fromArray(Lanes.F, c, cOffset + 4 * ldc + W) : zero;
            }
            if (ROWS > 5) {
                c50 = FloatVector.fromArray(Lanes.F, c, cOffset + 5 * ldc);
                c51 = TWO ? FloatVector.fromArray(Lanes.F, c, cOffset + 5 * ldc + W) : zero;
            }
            if (ROWS > 6) {
                c60 = FloatVector.fromArray(Lanes.F, c, cOffset + 6 * ldc);
                c61 = TWO ? FloatVector.fromArray(Lanes.F, c, cOffset + 6 * ldc + W) : zero;
            }
            if (ROWS > 7) {
                c70 = FloatVector.fromArray(Lanes.F, c, cOffset + 7 * ldc);
                c71 = TWO ? FloatVector.fromArray(Lanes.F, c, cOffset + 7 * ldc + W) : zero;
            }
            if (ROWS > 8) {
                c80 = FloatVector.fromArray(Lanes.F, c, cOffset + 8 * ldc);
                c81 = TWO ? FloatVector.fromArray(Lanes.F, c, cOffset + 8 * ldc + W) : zero;
            }
            if (ROWS > 9) {
                c90 = FloatVector.fromArray(Lanes.F, c, cOffset + 9 * ldc);
                c91 = TWO ? FloatVector.fromArray(Lanes.F, c, cOffset + 9 * ldc + W) : zero;
            }
            if (ROWS > 10) {
                c100 = FloatVector.fromArray(Lanes.F, c, cOffset + 10 * ldc);
                c101 = TWO ? FloatVector.fromArray(Lanes.F, c, cOffset + 10 * ldc + W) : zero;
            }
            if (ROWS > 11) {
                c110 = FloatVector.fromArray(Lanes.F, c, cOffset + 11 * ldc);
                c111 = TWO ? FloatVector.fromArray(Lanes.F, c, cOffset + 11 * ldc + W) : zero;
            }
        }
        for (int p = 0; p < k; p++) {
            int bp = bOffset + p * ldb;
            long at = packedAt + p * STEP_BYTES;
            FloatVector b0 = B_PACKED
                    ? FloatVector.fromMemorySegment(Lanes.F, packed, at, ORDER)
                    : FloatVector.fromArray(Lanes.F, b, bp);
            FloatVector b1 = !TWO
                    ? zero
                    : B_PACKED
                            ? FloatVector.fromMemorySegment(Lanes.F, packed, at + VECTOR_BYTES, ORDER)
                            : FloatVector.fromArray(Lanes.F, b, bp + W);
            int ap = A_COPIED ? aOffset + p : aOffset + p * lda;
            if (ROWS > 0) {
                FloatVector x = FloatVector.broadcast(Lanes.F, a[ap]);
                c00 = x.fma(b0, c00);
                c01 = TWO ? x.fma(b1, c01) : zero;
            }
            if (ROWS > 1) {
                FloatVector x = FloatVector.broadcast(Lanes.F, a[ap + A_STRIDE]);
                c10 = x.fma(b0, c10);
                c11 = TWO ? x.fma(b1, c11) : zero;
            }
            if (ROWS > 2) {
                FloatVector x = FloatVector.broadcast(Lanes.F, a[ap + 2 * A_STRIDE]);
                c20 = x.fma(b0, c20);
                c21 = TWO ? x.fma(b1, c21) : zero;
            }
            if (ROWS > 3) {
                FloatVector x = FloatVector.broadcast(Lanes.F, a[ap + 3 * A_STRIDE]);
                c30 = x.fma(b0, c30);
                c31 = TWO ? x.fma(b1, c31) : zero;
            }
            if (ROWS > 4) {
                FloatVector x = FloatVector.broadcast(Lanes.F, a[ap + 4 * A_STRIDE]);
                c40 = x.fma(b0, c40);
                c41 = TWO ? x.fma(b1, c41) : zero;
            }
            if (ROWS > 5) {
                FloatVector x = FloatVector.broadcast(Lanes.F, a[ap + 5 * A_STRIDE]);
                c50 = x.fma(b0, c50);
                c51 = TWO ? x.fma(b1, c51) : zero;
            }
            if (ROWS > 6) {
                FloatVector x = FloatVector.broadcast(Lanes.F, a[ap + 6 * A_STRIDE]);
                c60 = x.fma(b0, c60);
                c61 = TWO ? x.fma(b1, c61) : zero;
            }
            if (ROWS > 7) {
                FloatVector x = FloatVector.broadcast(Lanes.F, a[ap + 7 * A_STRIDE]);
                c70 = x.fma(b0, c70);
                c71 = TWO ? x.fma(b1, c71) : zero;
            }
            if (ROWS > 8) {
                FloatVector x = FloatVector.broadcast(Lanes.F, a[ap + 8 * A_STRIDE]);
                c80 = x.fma(b0, c80);
                c81 = TWO ? x.fma(b1, c81) : zero;
            }
            if (ROWS > 9) {
                FloatVector x = FloatVector.broadcast(Lanes.F, a[ap + 9 * A_STRIDE]);
                c90 = x.fma(b0, c90);
                c91 = TWO ? x.fma(b1, c91) : zero;
            }
            if (ROWS > 10) {
                FloatVector x = FloatVector.broadcast(Lanes.F, a[ap + 10 * A_STRIDE]);
                c100 = x.fma(b0, c100);
                c101 = TWO ? x.fma(b1, c101) : zero;
            }
            if (ROWS > 11) {
                FloatVector x = FloatVector.broadcast(Lanes.F, a[ap + 11 * A_STRIDE]);
                c110 = x.fma(b0, c110);
                c111 = TWO ? x.fma(b1, c111) : zero;
            }
        }
        if (ROWS > 0) {
            c00.intoArray(c, cOffset);
            if (TWO) {
                c01.intoArray(c, cOffset + W);
            }
        }
        if (ROWS > 1) {
            c10.intoArray(c, cOffset + ldc);
            if (TWO) {
                c11.intoArray(c, cOffset + ldc + W);
            }
        }
        if (ROWS > 2) {
            c20.intoArray(c, cOffset + 2 * ldc);
            if (TWO) {
                c21.intoArray(c, cOffset + 2 * ldc + W);
            }
        }
        if (ROWS > 3) {
            c30.intoArray(c, cOffset + 3 * ldc);
            if (TWO) {
                c31.intoArray(c, cOffset + 3 * ldc + W);
            }
        }
        if (ROWS > 4) {
            c40.intoArray(c, cOffset + 4 * ldc);
            if (TWO) {
                c41.intoArray(c, cOffset + 4 * ldc + W);
            }
        }
        if (ROWS > 5) {
            c50.intoArray(c, cOffset + 5 * ldc);
            if (TWO) {
                c51.intoArray(c, cOffset + 5 * ldc + W);
            }
        }
        if (ROWS > 6) {
            c60.intoArray(c, cOffset + 6 * ldc);
            if (TWO) {
                c61.intoArray(c, cOffset + 6 * ldc + W);
            }
        }
        if (ROWS > 7) {
            c70.intoArray(c, cOffset + 7 * ldc);
            if (TWO) {
                c71.intoArray(c, cOffset + 7 * ldc + W);
            }
        }
        if (ROWS > 8) {
            c80.intoArray(c, cOffset + 8 * ldc);
            if (TWO) {
                c81.intoArray(c, cOffset + 8 * ldc + W);
            }
        }
        if (ROWS > 9) {
            c90.intoArray(c, cOffset + 9 * ldc);
            if (TWO) {
                c91.intoArray(c, cOffset + 9 * ldc + W);
            }
        }
        if (ROWS > 10) {
            c100.intoArray(c, cOffset + 10 * ldc);
            if (TWO) {
                c101.intoArray(c, cOffset + 10 * ldc + W);
            }
        }
        if (ROWS > 11) {
            c110.intoArray(c, cOffset + 11 * ldc);
            if (TWO) {
                c111.intoArray(c, cOffset + 11 * ldc + W);
            }
        }
    }
}
