package dev.lanewise.kernels.simd;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.NE;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * The maxima of {@code ReductionReference} in vectors; a maximum may be taken in any order. NaN never compares greater,
 * so it is passed over and found by sums: a mask carried through the loop was three times slower.
 */
public final class MaximumSimd {
    private static final int STRIP = 4 * Lanes.COUNT;
    /** Elements that are searched for the maximum of theirs: still in the first-level cache by then. */
    private static final int BLOCK = 4096;

    private MaximumSimd() {
    }

    /** The largest element, or NaN. */
    public static float max(int n, float[] x, int xOffset) {
        FloatVector m0 = FloatVector.broadcast(Lanes.F, Float.NEGATIVE_INFINITY);
        FloatVector m1 = m0;
        FloatVector m2 = m0;
        FloatVector m3 = m0;
        FloatVector s = FloatVector.zero(Lanes.F);
        FloatVector t = s;
        int i = 0;
        for (; i <= n - STRIP; i += STRIP) {
            FloatVector v0 = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            FloatVector v1 = FloatVector.fromArray(Lanes.F, x, xOffset + i + Lanes.COUNT);
            FloatVector v2 = FloatVector.fromArray(Lanes.F, x, xOffset + i + 2 * Lanes.COUNT);
            FloatVector v3 = FloatVector.fromArray(Lanes.F, x, xOffset + i + 3 * Lanes.COUNT);
            m0 = m0.blend(v0, v0.compare(GT, m0));
            m1 = m1.blend(v1, v1.compare(GT, m1));
            m2 = m2.blend(v2, v2.compare(GT, m2));
            m3 = m3.blend(v3, v3.compare(GT, m3));
            s = s.add(v0.add(v1));
            t = t.add(v2.add(v3));
        }
        for (; i < n; i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i, inside);
            m0 = m0.blend(v, v.compare(GT, m0).and(inside));
            s = s.add(v);
        }
        m0 = m0.blend(m1, m1.compare(GT, m0));
        m2 = m2.blend(m3, m3.compare(GT, m2));
        m0 = m0.blend(m2, m2.compare(GT, m0));
        // Floats but NaN as ints of the same order: a maximum of two lanes is then one operation.
        IntVector bits = m0.reinterpretAsInts();
        int key = bits.lanewise(XOR, bits.lanewise(ASHR, 31).lanewise(LSHR, 1)).reduceLanes(MAX);
        s = s.add(t);
        float max = Float.intBitsToFloat(key ^ key >> 31 >>> 1) + 0f;
        return s.compare(NE, s).anyTrue() && hasNaN(n, x, xOffset) ? Float.NaN : max;
    }

    /** The sums of {@link #max} are NaN where an element is, but also for infinities of both signs. */
    private static boolean hasNaN(int n, float[] x, int xOffset) {
        boolean found = false;
        for (int i = 0; i < n && !found; i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i, Lanes.F.indexInRange(i, n));
            found = v.compare(NE, v).anyTrue();
        }
        return found;
    }

    /** The index of the first NaN, or else of the first of the largest elements. */
    public static int argmax(int n, float[] x, int xOffset) {
        float best = Float.NEGATIVE_INFINITY;
        int from = 0;
        for (int i = 0; i < n && !Float.isNaN(best); i += BLOCK) {
            float max = max(Math.min(BLOCK, n - i), x, xOffset + i);
            if (!(max <= best)) {
                best = max;
                from = i;
            }
        }
        return from + first(n - from, x, xOffset + from, best);
    }

    /** The index of the first element that is {@code value} or NaN; there must be one. */
    private static int first(int n, float[] x, int xOffset, float value) {
        for (int i = 0;; i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i, inside);
            long found = v.compare(EQ, value).or(v.compare(NE, v)).and(inside).toLong();
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found);
            }
        }
    }

    /** The maxima of rows as {@link #max}, but with columns = 0 or NaN in a row any number. */
    static void rowMaxima(int rows, int columns, float[] x, int xOffset, int ldx, float[] out) {
        if (columns <= Lanes.COUNT) {
            shortRowMaxima(rows, columns, x, xOffset, ldx, out);
            return;
        }
        for (int i = 0; i < rows; i++) {
            out[i] = max(columns, x, xOffset + i * ldx);
        }
    }

    private static void shortRowMaxima(int rows, int columns, float[] x, int xOffset, int ldx, float[] out) {
        VectorMask<Float> inside = Lanes.F.indexInRange(0, columns);
        FloatVector least = FloatVector.broadcast(Lanes.F, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < rows; i++) {
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i * ldx, inside);
            IntVector bits = least.blend(v, inside).reinterpretAsInts();
            int key = bits.lanewise(XOR, bits.lanewise(ASHR, 31).lanewise(LSHR, 1)).reduceLanes(MAX);
            out[i] = Float.intBitsToFloat(key ^ key >> 31 >>> 1) + 0f;
        }
    }

    /** {@link #argmax} of rows. */
    public static void rowArgmax(int rows, int columns, float[] x, int xOffset, int ldx, int[] out,
            int outOffset) {
        for (int i = 0; i < rows; i++) {
            out[outOffset + i] = argmax(columns, x, xOffset + i * ldx);
        }
    }
}
