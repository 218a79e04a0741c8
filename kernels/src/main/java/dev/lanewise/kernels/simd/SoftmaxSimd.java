package dev.lanewise.kernels.simd;

import static dev.lanewise.kernels.reference.MathCoefficients.*;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import dev.lanewise.kernels.reference.MathReference;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * {@code SoftmaxReference} in vectors: lanes run along a row. Some rows at a time, as many as stay in the first-level
 * cache, go through one pass after the other; short rows so share the costs of a call.
 */
public final class SoftmaxSimd {
    private static final int ELEMENTS = 4096;

    private SoftmaxSimd() {
    }

    /** Softmax of each row. */
    public static void softmax(int rows, int columns, float[] x, int xOffset, int ldx, float[] y, int yOffset,
            int ldy) {
        Scratch scratch = Scratch.get();
        int step = rowsAtOnce(columns);
        for (int i = 0; i < rows; i += step) {
            int count = Math.min(step, rows - i);
            int from = xOffset + i * ldx;
            MaximumSimd.rowMaxima(count, columns, x, from, ldx, scratch.maxima);
            softmaxRows(count, columns, x, from, ldx, y, yOffset + i * ldy, ldy, scratch);
        }
    }

    /** Rows that go through the passes together: at most as many as {@link Scratch} has room for. */
    static int rowsAtOnce(int columns) {
        return Math.clamp(ELEMENTS / Math.max(1, columns), 1, Scratch.ROWS);
    }

    /** Softmax of a few rows whose maxima are in {@code scratch.maxima}; leaves the sums in {@code scratch.sums}. */
    static void softmaxRows(int rows, int columns, float[] x, int xOffset, int ldx, float[] y, int yOffset,
            int ldy, Scratch scratch) {
        exponentials(rows, columns, x, xOffset, ldx, scratch.maxima, y, yOffset, ldy);
        ReductionSimd.rowSums(rows, columns, y, yOffset, ldy, scratch.sums, 0);
        divide(rows, columns, y, yOffset, ldy, scratch.sums);
    }

    /**
     * {@code y[i,j] = exp(x[i,j] - max[i])}: {@link MathReference#exp} on every lane, of arguments that are at most 0. The
     * function stands in the loop, so that the method is too large for C2 to inline into callers, where it has no room
     * left for the vectors.
     */
    static void exponentials(int rows, int columns, float[] x, int xOffset, int ldx, float[] max, float[] y,
            int yOffset, int ldy) {
        for (int i = 0; i < rows; i++) {
            int from = xOffset + i * ldx;
            int to = yOffset + i * ldy;
            FloatVector shift = FloatVector.broadcast(Lanes.F, max[i]);
            for (int j = 0; j < columns; j += Lanes.COUNT) {
                VectorMask<Float> inside = Lanes.F.indexInRange(j, columns);
                FloatVector z = FloatVector.fromArray(Lanes.F, x, from + j, inside).sub(shift, inside);
                if (!z.compare(GT, -EXP_NORMAL).allTrue()) {
                    FloatVector bounded = z.blend(EXP_MIN, z.compare(LT, EXP_MIN));
                    FloatVector shifted = bounded.fma(FloatVector.broadcast(Lanes.F, LOG2_E),
                            FloatVector.broadcast(Lanes.F, EXP_ROUND));
                    FloatVector exponent = shifted.sub(EXP_ROUND);
                    FloatVector high = exponent.fma(FloatVector.broadcast(Lanes.F, -LN2_HIGH), bounded);
                    FloatVector r = exponent.fma(FloatVector.broadcast(Lanes.F, -LN2_LOW), high);
                    FloatVector q = FloatVector.broadcast(Lanes.F, EXP_4)
                            .fma(r, FloatVector.broadcast(Lanes.F, EXP_3));
                    q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_2));
                    q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_1));
                    q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_0));
                    q = q.fma(r, FloatVector.broadcast(Lanes.F, 1f));
                    q = q.fma(r, FloatVector.broadcast(Lanes.F, 1f));
                    IntVector twice = shifted.reinterpretAsInts();
                    IntVector half = twice.lanewise(ASHR, 1);
                    FloatVector scale = half.lanewise(LSHL, EXPONENT_SHIFT).reinterpretAsFloats();
                    FloatVector rest = twice.sub(half).lanewise(LSHL, EXPONENT_SHIFT).reinterpretAsFloats();
                    q.mul(scale).mul(rest).intoArray(y, to + j, inside);
                    continue;
                }
                // Normal results: no bounds, and the exponent is added at once.
                FloatVector shifted = z.fma(FloatVector.broadcast(Lanes.F, LOG2_E),
                        FloatVector.broadcast(Lanes.F, ROUND));
                FloatVector exponent = shifted.sub(ROUND);
                FloatVector high = exponent.fma(FloatVector.broadcast(Lanes.F, -LN2_HIGH), z);
                FloatVector r = exponent.fma(FloatVector.broadcast(Lanes.F, -LN2_LOW), high);
                FloatVector q = FloatVector.broadcast(Lanes.F, EXP_4)
                        .fma(r, FloatVector.broadcast(Lanes.F, EXP_3));
                q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_2));
                q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_1));
                q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_0));
                q = q.fma(r, FloatVector.broadcast(Lanes.F, 1f));
                q = q.fma(r, FloatVector.broadcast(Lanes.F, 1f));
                IntVector power = shifted.reinterpretAsInts().lanewise(LSHL, EXPONENT_SHIFT);
                q.reinterpretAsInts().add(power).reinterpretAsFloats().intoArray(y, to + j, inside);
            }
        }
    }

    private static void divide(int rows, int columns, float[] y, int yOffset, int ldy, float[] sums) {
        VectorMask<Float> tail = Lanes.F.indexInRange(Lanes.bound(columns), columns);
        for (int i = 0; i < rows; i++) {
            int row = yOffset + i * ldy;
            FloatVector sum = FloatVector.broadcast(Lanes.F, sums[i]);
            int j = 0;
            for (; j < Lanes.bound(columns); j += Lanes.COUNT) {
                FloatVector.fromArray(Lanes.F, y, row + j).div(sum).intoArray(y, row + j);
            }
            if (j < columns) {
                FloatVector.fromArray(Lanes.F, y, row + j, tail).div(sum).intoArray(y, row + j, tail);
            }
        }
    }

    /** {@code dx[i,j] = y[i,j] * (dy[i,j] - dot(y, dy))}. */
    public static void softmaxBackward(int rows, int columns, float[] y, int yOffset, int ldy, float[] dy,
            int dyOffset, int lddy, float[] dx, int dxOffset, int lddx) {
        for (int i = 0; i < rows; i++) {
            int yRow = yOffset + i * ldy;
            int dyRow = dyOffset + i * lddy;
            float dot = ReductionSimd.dot(columns, y, yRow, dy, dyRow);
            gradient(columns, y, yRow, dy, dyRow, dot, dx, dxOffset + i * lddx);
        }
    }

    private static void gradient(int n, float[] y, int yOffset, float[] dy, int dyOffset, float dot,
            float[] dx, int dxOffset) {
        int j = 0;
        for (; j < Lanes.bound(n); j += Lanes.COUNT) {
            FloatVector vdy = FloatVector.fromArray(Lanes.F, dy, dyOffset + j);
            FloatVector.fromArray(Lanes.F, y, yOffset + j).mul(vdy.sub(dot)).intoArray(dx, dxOffset + j);
        }
        if (j < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(j, n);
            FloatVector vdy = FloatVector.fromArray(Lanes.F, dy, dyOffset + j, tail);
            FloatVector.fromArray(Lanes.F, y, yOffset + j, tail)
                    .mul(vdy.sub(dot))
                    .intoArray(dx, dxOffset + j, tail);
        }
    }
}
