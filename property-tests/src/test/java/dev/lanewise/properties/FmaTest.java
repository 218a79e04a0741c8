package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.lanewise.kernels.Capabilities;
import dev.lanewise.kernels.reference.Fma;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fused multiply-add by way of double has the bits of the processor's, and those of the exact sum rounded once. */
@Tag("once")
class FmaTest {
    private static final int CASES = 3_000_000;
    private static final float[] SPECIALS = {0f, -0f, 1f, -1f, Float.MIN_VALUE, -Float.MIN_VALUE,
            Float.MIN_NORMAL,
            -Float.MIN_NORMAL, Math.nextDown(Float.MIN_NORMAL), 0x1p-75f, 0x1p-63f, 0x1.fffffep-64f, 0x1p-24f,
            Math.nextUp(1f), Math.nextDown(1f), 1.5f, 0x1p23f, 0x1.fffffep23f, 0x1p24f, 0x1p63f, 0x1p64f,
            0x1p127f,
            -0x1p127f, Float.MAX_VALUE, -Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY,
            Float.NaN};

    private static void assertFused(float a, float b, float c) {
        int expected = Float.floatToIntBits(Math.fma(a, b, c));
        int exact = Float.floatToIntBits(Fma.exact(a, b, c));
        int chosen = Float.floatToIntBits(Fma.fma(a, b, c));
        if (exact != expected || chosen != expected) {
            throw new AssertionError("fma(%a, %a, %a): %a and %a (expected %a)".formatted(a, b, c,
                    Float.intBitsToFloat(exact), Float.intBitsToFloat(chosen),
                    Float.intBitsToFloat(expected)));
        }
    }

    @Test
    void specialValues() {
        for (float a : SPECIALS) {
            for (float b : SPECIALS) {
                for (float c : SPECIALS) {
                    assertFused(a, b, c);
                    assertFused(-a, b, c);
                }
            }
        }
    }

    @Test
    void anyBits() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < CASES; i++) {
            assertFused(Float.intBitsToFloat(random.nextInt()), Float.intBitsToFloat(random.nextInt()),
                    Float.intBitsToFloat(random.nextInt()));
        }
    }

    /** Sums whose parts overlap, or nearly, where roundings and cancellations are. */
    @Test
    void addendsNearTheProduct() {
        var random = new SplittableRandom(2);
        for (int i = 0; i < CASES; i++) {
            float a = Float.intBitsToFloat(random.nextInt());
            float b = Float.intBitsToFloat(random.nextInt());
            float c = (float) Math.scalb((double) a * b, random.nextInt(-60, 61));
            assertFused(a, b,
                    random.nextBoolean() ? c : Float.intBitsToFloat(Float.floatToRawIntBits(c) ^ 1 << 31));
            assertFused(a, b, -a * b);
        }
    }

    /**
     * Halfway between two floats but for a trace that lies beyond double: rounding to double loses it, and the rounding to
     * float that follows goes to even in place of the side of the trace.
     */
    @Test
    void nearlyHalfway() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < CASES; i++) {
            // A product that is halfway: odd, of 25 bits.
            int a = random.nextInt(1 << 11, 1 << 12) | 1;
            int b = ((1 << 24) / a + random.nextInt(1 + (1 << 24) / a)) | 1;
            float scale = Math.scalb(1f, random.nextInt(-60, 50));
            float trace = Math.scalb(random.nextBoolean() ? 1f : -1f, random.nextInt(-126, 20));
            assertFused(a * scale, b * scale, trace * scale);
            // A sum that is halfway but for what the product is beside a half unit of the addend.
            float c = Math.scalb(1f + random.nextInt(1 << 23) * 0x1p-23f, random.nextInt(-100, 120));
            float half = random.nextBoolean() ? Math.ulp(c) / 2 : -Math.ulp(c) / 2;
            assertFused(half, 1f, c);
            assertFused(half, Math.nextUp(1f), c);
            assertFused(half, Math.nextDown(1f), c);
        }
    }

    /** Subnormal results have fewer bits, and an own halfway between two of them. */
    @Test
    void subnormalResults() {
        var random = new SplittableRandom(4);
        for (int i = 0; i < CASES; i++) {
            int exponent = random.nextInt(-160, -110);
            int share = random.nextInt(-60, 60);
            float a = Math.scalb(1f + random.nextInt(1 << 23) * 0x1p-23f, share);
            float b = Math.scalb(1f + random.nextInt(1 << 23) * 0x1p-23f, exponent - share);
            float c = Float.intBitsToFloat(random.nextInt(1 << 24) | random.nextInt(2) << 31);
            assertFused(a, b, c);
            assertFused(a, -b, 0f);
            // Half of the smallest float's unit, exactly and with a trace.
            assertFused(Math.scalb(1f, share), Math.scalb(1f, -150 - share), c);
            assertFused(Math.scalb(Math.nextUp(1f), share), Math.scalb(1f, -150 - share), c);
        }
    }

    /** The numbers beside the largest float: which sums are infinite. */
    @Test
    void overflow() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < CASES / 4; i++) {
            float c = Math.nextDown(Float.MAX_VALUE) - random.nextInt(4) * Math.ulp(Float.MAX_VALUE);
            float a = Math.scalb(1f + random.nextInt(1 << 23) * 0x1p-23f, random.nextInt(40, 60));
            float b = Math.scalb(1f + random.nextInt(16) * 0x1p-23f,
                    102 + random.nextInt(4) - Math.getExponent(a));
            assertFused(a, b, c);
            assertFused(-a, b, -c);
        }
    }

    /** The processor is believed nothing: few cases, in decimal. */
    @Test
    void exactSumRoundedOnce() {
        var random = new SplittableRandom(6);
        for (int i = 0; i < 20_000; i++) {
            float a = Math.scalb(random.nextFloat() + 0.5f, random.nextInt(-70, 60));
            float b = Math.scalb(random.nextFloat() - 0.5f, random.nextInt(-70, 20));
            float c = (float) Math.scalb(random.nextDouble() * a * b, random.nextInt(-45, 45));
            float expected = new BigDecimal(a).multiply(new BigDecimal(b))
                    .add(new BigDecimal(c))
                    .floatValue();
            if (b != 0f && expected != 0f) {
                assertThat(Fma.exact(a, b, c)).isEqualTo(expected);
            }
        }
    }

    /** The measurement agrees with the JVM's own flag. */
    @Test
    void hardwareIsFound() {
        String flag = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("UseFMA")
                .getValue();
        assertThat(Fma.isHardware()).isEqualTo(Boolean.parseBoolean(flag));
        assertThat(Capabilities.current().fma()).isEqualTo(Fma.isHardware());
    }
}
