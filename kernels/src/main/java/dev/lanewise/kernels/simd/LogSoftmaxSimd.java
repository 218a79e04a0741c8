package dev.lanewise.kernels.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Log-softmax of {@code SoftmaxReference} in vectors. The exponentials are summed in {@link Scratch}, not stored. */
public final class LogSoftmaxSimd {
    private LogSoftmaxSimd() {
    }

    /** Log-softmax of each row. */
    public static void logSoftmax(int rows, int columns, float[] x, int xOffset, int ldx, float[] y,
            int yOffset, int ldy) {
        Scratch scratch = Scratch.get();
        int step = Math.clamp(Scratch.STRIP / Math.max(1, columns), 1, Scratch.ROWS);
        for (int i = 0; i < rows; i += step) {
            int count = Math.min(step, rows - i);
            int from = xOffset + i * ldx;
            MaximumSimd.rowMaxima(count, columns, x, from, ldx, scratch.maxima);
            if (columns <= Scratch.STRIP) {
                SoftmaxSimd.exponentials(count, columns, x, from, ldx, scratch.maxima, scratch.strip, 0,
                        columns);
                ReductionSimd.rowSums(count, columns, scratch.strip, 0, columns, scratch.sums, 0);
            } else {
                scratch.sums[0] = longSum(columns, x, from, scratch);
            }
            ElementMathSimd.log(count, scratch.sums, 0, scratch.sums, 0);
            subtract(count, columns, x, from, ldx, scratch, y, yOffset + i * ldy, ldy);
        }
    }

    /** Sum of the exponentials of one row, a strip at a time. */
    private static float longSum(int n, float[] x, int xOffset, Scratch scratch) {
        Tree.clear(scratch.accumulators);
        for (int j = 0; j < n; j += Scratch.STRIP) {
            int count = Math.min(Scratch.STRIP, n - j);
            SoftmaxSimd.exponentials(1, count, x, xOffset + j, count, scratch.maxima, scratch.strip, 0,
                    count);
            ReductionSimd.add(count, scratch.strip, 0, scratch.accumulators);
        }
        return Tree.sum(scratch.accumulators);
    }

    /** {@code y[i,j] = (x[i,j] - max[i]) - sums[i]}, the sums being logarithms by now. */
    private static void subtract(int rows, int columns, float[] x, int xOffset, int ldx, Scratch scratch,
            float[] y, int yOffset, int ldy) {
        VectorMask<Float> tail = Lanes.F.indexInRange(Lanes.bound(columns), columns);
        for (int i = 0; i < rows; i++) {
            int from = xOffset + i * ldx;
            int to = yOffset + i * ldy;
            FloatVector max = FloatVector.broadcast(Lanes.F, scratch.maxima[i]);
            FloatVector log = FloatVector.broadcast(Lanes.F, scratch.sums[i]);
            int j = 0;
            for (; j < Lanes.bound(columns); j += Lanes.COUNT) {
                FloatVector.fromArray(Lanes.F, x, from + j).sub(max).sub(log).intoArray(y, to + j);
            }
            if (j < columns) {
                FloatVector.fromArray(Lanes.F, x, from + j, tail)
                        .sub(max)
                        .sub(log)
                        .intoArray(y, to + j, tail);
            }
        }
    }

    /** {@code dx[i,j] = fma(-exp(y[i,j]), sum(dy), dy[i,j])}. */
    public static void logSoftmaxBackward(int rows, int columns, float[] y, int yOffset, int ldy, float[] dy,
            int dyOffset, int lddy, float[] dx, int dxOffset, int lddx) {
        Scratch scratch = Scratch.get();
        for (int i = 0; i < rows; i++) {
            int yRow = yOffset + i * ldy;
            int dyRow = dyOffset + i * lddy;
            float sum = ReductionSimd.sum(columns, dy, dyRow, scratch.accumulators);
            for (int j = 0; j < columns; j += Scratch.STRIP) {
                int count = Math.min(Scratch.STRIP, columns - j);
                ElementMathSimd.exp(count, y, yRow + j, scratch.strip, 0);
                gradient(count, scratch.strip, -sum, dy, dyRow + j, dx, dxOffset + i * lddx + j);
            }
        }
    }

    /** {@code dx = fma(probability, minusSum, dy)}: a sign is exact wherever it stands. */
    private static void gradient(int n, float[] probability, float minusSum, float[] dy, int dyOffset,
            float[] dx, int dxOffset) {
        for (int j = 0; j < n; j += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(j, n);
            FloatVector p = FloatVector.fromArray(Lanes.F, probability, j, inside);
            FloatVector v = FloatVector.fromArray(Lanes.F, dy, dyOffset + j, inside);
            p.fma(FloatVector.broadcast(Lanes.F, minusSum), v).intoArray(dx, dxOffset + j, inside);
        }
    }
}
