package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Activation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link ExhaustiveAccuracy} counts, where the count is known. */
@Tag("once")
class AccuracyScanTest {
    private static final int COUNT = 1 << 12;

    /** Upwards from 0, downwards from -0, and on both sides of 1. */
    @ParameterizedTest
    @ValueSource(ints = {0, 0x80000000, 0x3f7ff800, 0xbf7ff800})
    void theIdentityIsExactAndInOrder(int start) {
        float[] x = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            x[i] = Float.intBitsToFloat(start + i);
        }
        AccuracyScan scan = new AccuracyScan(Measured.value(Activation.IDENTITY, 0));
        scan.add(x);
        Finding found = scan.finding();
        assertThat(found.disorder()).isZero();
        assertThat(found.differences()).isZero();
        assertThat(found.used()).isZero();
    }
}
