package dev.lanewise.kernels.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.lanewise.kernels.reference.ActivationReference;
import dev.lanewise.kernels.reference.ElementMathReference;
import dev.lanewise.kernels.reference.MathReference;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

/**
 * Lanes and scalars give the same bits. Samples every 997th bit pattern and dense bands around the breakpoints;
 * {@code -Dlanewise.test.stride=1} takes all 2^32.
 */
class LaneMathTest {
    private static final long STRIDE = Long.getLong("lanewise.test.stride", 997);
    private static final int BLOCK = 4096;
    /** Where a selection changes, and special values; 2048 bit patterns around each are taken. */
    private static final float[] BREAKPOINTS = {0f, -0f, 1f, -1f, 0.5f, -0.5f, 89f, -89f, -104f, 88.7228f,
            -87.3365f,
            87f, -87f, 10f, -10f, 9.01f, 0.125f, 0.375f, 0.625f, 0.875f, 0.70710677f, 1.4142135f, 0.34657f,
            -0.34657f,
            0.17328f,
            0.4054651f, -0.2876821f, 1.0986123f, 17.0398f, -20f, 88.4351f, -1f, -0.25f, 2f, 0x1p24f, 0x1p126f,
            0x1.8p126f, 0x1.8p127f, 1.125f, -1.125f, 4f, -4f, -103.972f, -87.3365f,
            Float.MIN_NORMAL, -Float.MIN_NORMAL, Float.MAX_VALUE, -Float.MAX_VALUE, Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY, Float.NaN};

    /** A function on a whole array of a multiple of the lane count. */
    private interface Block {
        void apply(float[] x, float[] y);
    }

    @Test
    void theWidthAskedForIsInUse() {
        int asked = Integer.getInteger("lanewise.vectorBits", VectorWidth.preferredBits());
        assertThat(Lanes.F.vectorBitSize()).isEqualTo(asked);
    }

    @Test
    void tanh() {
        check((x, y) -> {
            ActivationSimd.activate(dev.lanewise.kernels.Activation.TANH, 0f, x.length, x, 0, y, 0);
        }, (x, y) -> {
            for (int i = 0; i < x.length; i++) {
                y[i] = MathReference.tanh(x[i]);
            }
        });
    }

    @Test
    void sinTwoPi() {
        check((x, y) -> {
            for (int i = 0; i < x.length; i += Lanes.COUNT) {
                LaneMath.sinTwoPi(FloatVector.fromArray(Lanes.F, x, i)).intoArray(y, i);
            }
        }, (x, y) -> {
            for (int i = 0; i < x.length; i++) {
                y[i] = MathReference.sinTwoPi(x[i]);
            }
        });
    }

    @Test
    void cosTwoPi() {
        check((x, y) -> {
            for (int i = 0; i < x.length; i += Lanes.COUNT) {
                LaneMath.cosTwoPi(FloatVector.fromArray(Lanes.F, x, i)).intoArray(y, i);
            }
        }, (x, y) -> {
            for (int i = 0; i < x.length; i++) {
                y[i] = MathReference.cosTwoPi(x[i]);
            }
        });
    }

    /** A loop of {@link ElementMathSimd} or its definition. */
    private interface Loop {
        void apply(int n, float[] x, int xOffset, float[] y, int yOffset);
    }

    @Test
    void sigmoidLoop() {
        checkLoop(ActivationSimd::sigmoid,
                (n, x, xOffset, y, yOffset) -> ActivationReference.activate(MathReference::sigmoid, n, x,
                        xOffset, y,
                        yOffset));
    }

    @Test
    void expLoop() {
        checkLoop(ElementMathSimd::exp, ElementMathReference::exp);
    }

    @Test
    void logLoop() {
        checkLoop(ElementMathSimd::log, ElementMathReference::log);
    }

    @Test
    void expm1Loop() {
        checkLoop(ElementMathSimd::expm1, ElementMathReference::expm1);
    }

    @Test
    void log1pLoop() {
        checkLoop(ElementMathSimd::log1p, ElementMathReference::log1p);
    }

    @Test
    void softplusLoop() {
        checkLoop(SoftplusErfSimd::softplus, ElementMathReference::softplus);
    }

    @Test
    void erfLoop() {
        checkLoop(SoftplusErfSimd::erf, ElementMathReference::erf);
    }

    private static void checkLoop(Loop lanes, Loop scalars) {
        check((x, y) -> lanes.apply(x.length, x, 0, y, 0), (x, y) -> scalars.apply(x.length, x, 0, y, 0));
    }

    private static void check(Block lanes, Block scalars) {
        for (long first = 0; first < 1L << 32; first += BLOCK * STRIDE) {
            compare(first, STRIDE, lanes, scalars);
        }
        for (float point : BREAKPOINTS) {
            compare(Float.floatToRawIntBits(point) - BLOCK / 2L, 1, lanes, scalars);
        }
    }

    /** Compares one block of bit patterns: first, first + stride, ... (modulo 2^32). */
    private static void compare(long first, long stride, Block lanes, Block scalars) {
        float[] x = new float[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            x[i] = Float.intBitsToFloat((int) (first + i * stride));
        }
        float[] got = new float[BLOCK];
        float[] expected = new float[BLOCK];
        lanes.apply(x, got);
        scalars.apply(x, expected);
        for (int i = 0; i < BLOCK; i++) {
            // floatToIntBits: any NaN equals any NaN, -0 differs from +0.
            int gotBits = Float.floatToIntBits(got[i]);
            int expectedBits = Float.floatToIntBits(expected[i]);
            if (gotBits != expectedBits) {
                fail("x = %s (bits %08x), %d lanes: %s (%08x), expected %s (%08x)", x[i],
                        Float.floatToRawIntBits(x[i]), Lanes.COUNT, got[i], gotBits, expected[i],
                        expectedBits);
            }
        }
    }
}
