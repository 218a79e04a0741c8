package dev.lanewise.kernels.reference;

/**
 * Fused multiply-add on floats: {@code a * b + c}, rounded once. All definitions use this one. It is {@link Math#fma(float,
 * float, float)} where the processor has the instruction and the JVM uses it; elsewhere that method takes a detour by
 * BigDecimal, hundreds of times slower, and {@link #exact} computes the same bits in double.
 */
public final class Fma {
    /** Calls in a round of the measurement, few enough for a round to end before anything interrupts it. */
    private static final int CALLS = 4;
    private static final int ROUNDS = 8;
    /** The instruction takes at most a few times as long as {@link #exact}; BigDecimal, even compiled, a hundred times. */
    private static final int MOST = 10;
    /** Its square has 250 digits in BigDecimal, while hardware sees normal numbers only. */
    private static final float SMALL = 0x1p-125f;

    private static final boolean HARDWARE = isFast();

    private Fma() {
    }

    /** {@code a * b + c} rounded once, as {@link Math#fma(float, float, float)}. */
    public static float fma(float a, float b, float c) {
        return HARDWARE ? Math.fma(a, b, c) : exact(a, b, c);
    }

    /**
     * Whether {@link #fma} is the processor's instruction. Measured once, because the JVM's flag can be asked only where
     * its management interface is present; an error would cost speed and no bit.
     */
    public static boolean isHardware() {
        return HARDWARE;
    }

    /**
     * {@link #fma} in double arithmetic. The product is exact: 48 bits, of exponents that double has. The sum is rounded to
     * odd: to nearest first, then, if it is inexact and its last bit 0, to the neighbour on the side of the error. An odd
     * last bit says "not exactly here" to the rounding to float, which drops at least two bits more, so it rounds as
     * it would round the exact sum: halfway cases, subnormal results and overflow included.
     */
    public static float exact(float a, float b, float c) {
        double product = (double) a * b;
        double sum = product + c;
        double added = sum - product;
        double error = (product - (sum - added)) + (c - added);
        long bits = Double.doubleToRawLongBits(sum);
        // The error is NaN if the sum is not finite.
        if (Math.abs(error) > 0 && (bits & 1) == 0) {
            bits += (bits ^ Double.doubleToRawLongBits(error)) >> 63 | 1;
        }
        return (float) Double.longBitsToDouble(bits);
    }

    private static boolean isFast() {
        float result = 1f;
        long own = Long.MAX_VALUE;
        long jdk = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int call = 0; call < CALLS; call++) {
                result = exact(SMALL, SMALL, result);
            }
            long middle = System.nanoTime();
            for (int call = 0; call < CALLS; call++) {
                result = Math.fma(SMALL, SMALL, result);
            }
            own = Math.min(own, middle - start);
            jdk = Math.min(jdk, System.nanoTime() - middle);
        }
        return result == 1f && jdk < MOST * own;
    }
}
