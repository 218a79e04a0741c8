package dev.lanewise.kernels.simd;

import dev.lanewise.kernels.reference.ReductionReference;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * The sums and products of {@code ReductionReference} in vectors. The 64 virtual accumulators are computed in strips of four vectors: one
 * strip at 512 bits, two at 256, four at 128. A strip reads whole cache lines of its own, so no line is read twice.
 * Lanes beyond the last element are read as +0, whose term changes no accumulator: none is ever -0.
 *
 * <p>Loops call the Vector API alone: C2 must inline its methods, but it leaves a helper of ours as a call where the
 * profile says that the loop is seldom reached, and then boxes every vector for good.
 */
public final class ReductionSimd {
    private static final int ACCUMULATORS = ReductionReference.ACCUMULATORS;
    private static final int STRIP = 4 * Lanes.COUNT;

    private ReductionSimd() {
    }

    /** Sum. */
    public static float sum(int n, float[] x, int xOffset) {
        return sum(n, x, xOffset, Scratch.get().accumulators);
    }

    /** Sum, with the accumulators in {@code acc}. */
    static float sum(int n, float[] x, int xOffset, float[] acc) {
        Tree.clear(acc);
        add(n, x, xOffset, acc);
        return Tree.sum(acc);
    }

    /** Mean. */
    public static float mean(int n, float[] x, int xOffset) {
        return sum(n, x, xOffset) / n;
    }

    /** Dot product. */
    public static float dot(int n, float[] x, int xOffset, float[] y, int yOffset) {
        float[] acc = Scratch.get().accumulators;
        Tree.clear(acc);
        addProducts(n, x, xOffset, y, yOffset, acc);
        return Tree.sum(acc);
    }

    /** Euclidean norm. */
    public static float l2Norm(int n, float[] x, int xOffset) {
        return (float) Math.sqrt(dot(n, x, xOffset, x, xOffset));
    }

    /** Sums of rows. */
    public static void rowSums(int rows, int columns, float[] x, int xOffset, int ldx, float[] out,
            int outOffset) {
        if (columns <= Lanes.COUNT) {
            shortRowSums(rows, columns, x, xOffset, ldx, out, outOffset);
            return;
        }
        float[] acc = Scratch.get().accumulators;
        for (int i = 0; i < rows; i++) {
            out[outOffset + i] = sum(columns, x, xOffset + i * ldx, acc);
        }
    }

    /** No accumulator takes two elements, so the tree alone is left, from where it fits a vector. */
    private static void shortRowSums(int rows, int columns, float[] x, int xOffset, int ldx, float[] out,
            int outOffset) {
        VectorMask<Float> inside = Lanes.F.indexInRange(0, columns);
        for (int i = 0; i < rows; i++) {
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i * ldx, inside).add(0f);
            if (Lanes.COUNT > 8) {
                v = v.add(v.rearrange(Tree.BY_8));
            }
            if (Lanes.COUNT > 4) {
                v = v.add(v.rearrange(Tree.BY_4));
            }
            v = v.add(v.rearrange(Tree.BY_2));
            out[outOffset + i] = v.add(v.rearrange(Tree.BY_1)).lane(0);
        }
    }

    /** Adds n elements to the accumulators, the first one to accumulator 0. */
    static void add(int n, float[] x, int xOffset, float[] acc) {
        for (int strip = 0; strip < ACCUMULATORS; strip += STRIP) {
            addStrip(n, x, xOffset, strip, acc);
        }
    }

    /** Adds n products to the accumulators, the first one to accumulator 0. */
    static void addProducts(int n, float[] x, int xOffset, float[] y, int yOffset, float[] acc) {
        for (int strip = 0; strip < ACCUMULATORS; strip += STRIP) {
            productStrip(n, x, xOffset, y, yOffset, strip, acc);
        }
    }

    private static void addStrip(int n, float[] x, int xOffset, int strip,
            float[] acc) {
        FloatVector s0 = FloatVector.fromArray(Lanes.F, acc, strip);
        FloatVector s1 = FloatVector.fromArray(Lanes.F, acc, strip + Lanes.COUNT);
        FloatVector s2 = FloatVector.fromArray(Lanes.F, acc, strip + 2 * Lanes.COUNT);
        FloatVector s3 = FloatVector.fromArray(Lanes.F, acc, strip + 3 * Lanes.COUNT);
        int i = strip;
        for (; i <= n - STRIP; i += ACCUMULATORS) {
            s0 = s0.add(FloatVector.fromArray(Lanes.F, x, xOffset + i));
            s1 = s1.add(FloatVector.fromArray(Lanes.F, x, xOffset + i + Lanes.COUNT));
            s2 = s2.add(FloatVector.fromArray(Lanes.F, x, xOffset + i + 2 * Lanes.COUNT));
            s3 = s3.add(FloatVector.fromArray(Lanes.F, x, xOffset + i + 3 * Lanes.COUNT));
        }
        if (i < n) {
            s0 = s0.add(FloatVector.fromArray(Lanes.F, x, xOffset + i, Lanes.F.indexInRange(i, n)));
            i += Lanes.COUNT;
            s1 = s1.add(FloatVector.fromArray(Lanes.F, x, xOffset + i, Lanes.F.indexInRange(i, n)));
            i += Lanes.COUNT;
            s2 = s2.add(FloatVector.fromArray(Lanes.F, x, xOffset + i, Lanes.F.indexInRange(i, n)));
            i += Lanes.COUNT;
            s3 = s3.add(FloatVector.fromArray(Lanes.F, x, xOffset + i, Lanes.F.indexInRange(i, n)));
        }
        s0.intoArray(acc, strip);
        s1.intoArray(acc, strip + Lanes.COUNT);
        s2.intoArray(acc, strip + 2 * Lanes.COUNT);
        s3.intoArray(acc, strip + 3 * Lanes.COUNT);
    }

    /**
     * The last elements in a loop: four copies of its body are more than C1 can compile, and a method without C1's profile
     * may never reach C2.
     */
    private static void productStrip(int n, float[] x, int xOffset, float[] y, int yOffset, int strip,
            float[] acc) {
        FloatVector s0 = FloatVector.fromArray(Lanes.F, acc, strip);
        FloatVector s1 = FloatVector.fromArray(Lanes.F, acc, strip + Lanes.COUNT);
        FloatVector s2 = FloatVector.fromArray(Lanes.F, acc, strip + 2 * Lanes.COUNT);
        FloatVector s3 = FloatVector.fromArray(Lanes.F, acc, strip + 3 * Lanes.COUNT);
        int i = strip;
        for (; i <= n - STRIP; i += ACCUMULATORS) {
            s0 = FloatVector.fromArray(Lanes.F, x, xOffset + i)
                    .fma(FloatVector.fromArray(Lanes.F, y, yOffset + i), s0);
            s1 = FloatVector.fromArray(Lanes.F, x, xOffset + i + Lanes.COUNT)
                    .fma(FloatVector.fromArray(Lanes.F, y, yOffset + i + Lanes.COUNT), s1);
            s2 = FloatVector.fromArray(Lanes.F, x, xOffset + i + 2 * Lanes.COUNT)
                    .fma(FloatVector.fromArray(Lanes.F, y, yOffset + i + 2 * Lanes.COUNT), s2);
            s3 = FloatVector.fromArray(Lanes.F, x, xOffset + i + 3 * Lanes.COUNT)
                    .fma(FloatVector.fromArray(Lanes.F, y, yOffset + i + 3 * Lanes.COUNT), s3);
        }
        s0.intoArray(acc, strip);
        s1.intoArray(acc, strip + Lanes.COUNT);
        s2.intoArray(acc, strip + 2 * Lanes.COUNT);
        s3.intoArray(acc, strip + 3 * Lanes.COUNT);
        for (int to = strip; i < n; to += Lanes.COUNT, i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            FloatVector.fromArray(Lanes.F, x, xOffset + i, inside)
                    .fma(FloatVector.fromArray(Lanes.F, y, yOffset + i, inside),
                            FloatVector.fromArray(Lanes.F, acc, to))
                    .intoArray(acc, to);
        }
    }
}
