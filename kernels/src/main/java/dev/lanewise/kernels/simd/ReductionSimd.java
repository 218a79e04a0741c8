package dev.lanewise.kernels.simd;

import dev.lanewise.kernels.reference.ReductionReference;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * {@code ReductionReference} in vectors. The 64 virtual accumulators are computed in strips of four vectors: one
 * strip at 512 bits, two at 256, four at 128. A strip reads whole cache lines of its own, so no line is read twice.
 */
public final class ReductionSimd {
    private static final int ACCUMULATORS = ReductionReference.ACCUMULATORS;
    private static final int STRIP = 4 * Lanes.COUNT;

    private ReductionSimd() {
    }

    /** Sum. */
    public static float sum(int n, float[] x, int xOffset) {
        float[] acc = Scratch.get().accumulators;
        for (int strip = 0; strip < ACCUMULATORS; strip += STRIP) {
            sumStrip(n, x, xOffset, strip, acc);
        }
        return ReductionReference.tree(acc);
    }

    private static void sumStrip(int n, float[] x, int xOffset, int strip, float[] acc) {
        FloatVector s0 = Lanes.zero();
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int i = strip;
        for (; i <= n - STRIP; i += ACCUMULATORS) {
            s0 = s0.add(load(x, xOffset + i));
            s1 = s1.add(load(x, xOffset + i + Lanes.COUNT));
            s2 = s2.add(load(x, xOffset + i + 2 * Lanes.COUNT));
            s3 = s3.add(load(x, xOffset + i + 3 * Lanes.COUNT));
        }
        store(acc, strip, s0, s1, s2, s3);
        for (int j = 0; j < STRIP && i + j < n; j += Lanes.COUNT) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i + j, n);
            load(acc, strip + j).add(load(x, xOffset + i + j, tail), tail).intoArray(acc, strip + j);
        }
    }

    /** Dot product. */
    public static float dot(int n, float[] x, int xOffset, float[] y, int yOffset) {
        float[] acc = Scratch.get().accumulators;
        for (int strip = 0; strip < ACCUMULATORS; strip += STRIP) {
            dotStrip(n, x, xOffset, y, yOffset, strip, acc);
        }
        return ReductionReference.tree(acc);
    }

    private static void dotStrip(int n, float[] x, int xOffset, float[] y, int yOffset, int strip,
            float[] acc) {
        FloatVector s0 = Lanes.zero();
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int i = strip;
        for (; i <= n - STRIP; i += ACCUMULATORS) {
            s0 = load(x, xOffset + i).fma(load(y, yOffset + i), s0);
            s1 = load(x, xOffset + i + Lanes.COUNT).fma(load(y, yOffset + i + Lanes.COUNT), s1);
            s2 = load(x, xOffset + i + 2 * Lanes.COUNT).fma(load(y, yOffset + i + 2 * Lanes.COUNT), s2);
            s3 = load(x, xOffset + i + 3 * Lanes.COUNT).fma(load(y, yOffset + i + 3 * Lanes.COUNT), s3);
        }
        store(acc, strip, s0, s1, s2, s3);
        for (int j = 0; j < STRIP && i + j < n; j += Lanes.COUNT) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i + j, n);
            FloatVector s = load(acc, strip + j);
            FloatVector next = load(x, xOffset + i + j, tail).fma(load(y, yOffset + i + j, tail), s);
            s.blend(next, tail).intoArray(acc, strip + j);
        }
    }

    /** Squared Euclidean distance. */
    public static float squaredDistance(int n, float[] x, int xOffset, float[] y, int yOffset) {
        float[] acc = Scratch.get().accumulators;
        for (int strip = 0; strip < ACCUMULATORS; strip += STRIP) {
            distanceStrip(n, x, xOffset, y, yOffset, strip, acc);
        }
        return ReductionReference.tree(acc);
    }

    private static void distanceStrip(int n, float[] x, int xOffset, float[] y, int yOffset, int strip,
            float[] acc) {
        FloatVector s0 = Lanes.zero();
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int i = strip;
        for (; i <= n - STRIP; i += ACCUMULATORS) {
            s0 = square(load(x, xOffset + i), load(y, yOffset + i), s0);
            s1 = square(load(x, xOffset + i + Lanes.COUNT), load(y, yOffset + i + Lanes.COUNT), s1);
            s2 = square(load(x, xOffset + i + 2 * Lanes.COUNT), load(y, yOffset + i + 2 * Lanes.COUNT), s2);
            s3 = square(load(x, xOffset + i + 3 * Lanes.COUNT), load(y, yOffset + i + 3 * Lanes.COUNT), s3);
        }
        store(acc, strip, s0, s1, s2, s3);
        for (int j = 0; j < STRIP && i + j < n; j += Lanes.COUNT) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i + j, n);
            FloatVector s = load(acc, strip + j);
            FloatVector next = square(load(x, xOffset + i + j, tail), load(y, yOffset + i + j, tail), s);
            s.blend(next, tail).intoArray(acc, strip + j);
        }
    }

    private static FloatVector square(FloatVector x, FloatVector y, FloatVector acc) {
        FloatVector d = x.sub(y);
        return d.fma(d, acc);
    }

    /** Column sums: four vectors of columns at a time, rows ascending, then single vectors. */
    public static void columnSums(int rows, int columns, float[] x, int xOffset, int ldx, float[] out,
            int outOffset) {
        int j = 0;
        for (; j <= columns - STRIP; j += STRIP) {
            columnStrip(rows, x, xOffset + j, ldx, out, outOffset + j);
        }
        for (; j < columns; j += Lanes.COUNT) {
            VectorMask<Float> mask = Lanes.F.indexInRange(j, columns);
            FloatVector s = Lanes.zero();
            for (int i = 0; i < rows; i++) {
                s = s.add(load(x, xOffset + i * ldx + j, mask));
            }
            s.intoArray(out, outOffset + j, mask);
        }
    }

    private static void columnStrip(int rows, float[] x, int xOffset, int ldx, float[] out, int outOffset) {
        FloatVector s0 = Lanes.zero();
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int i = 0; i < rows; i++) {
            int row = xOffset + i * ldx;
            s0 = s0.add(load(x, row));
            s1 = s1.add(load(x, row + Lanes.COUNT));
            s2 = s2.add(load(x, row + 2 * Lanes.COUNT));
            s3 = s3.add(load(x, row + 3 * Lanes.COUNT));
        }
        store(out, outOffset, s0, s1, s2, s3);
    }

    private static FloatVector load(float[] x, int offset) {
        return FloatVector.fromArray(Lanes.F, x, offset);
    }

    private static FloatVector load(float[] x, int offset, VectorMask<Float> mask) {
        return FloatVector.fromArray(Lanes.F, x, offset, mask);
    }

    private static void store(float[] out, int offset, FloatVector s0, FloatVector s1, FloatVector s2,
            FloatVector s3) {
        s0.intoArray(out, offset);
        s1.intoArray(out, offset + Lanes.COUNT);
        s2.intoArray(out, offset + 2 * Lanes.COUNT);
        s3.intoArray(out, offset + 3 * Lanes.COUNT);
    }
}
