package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Activations;
import dev.lanewise.kernels.Dropout;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What dropout keeps is the activation's float, or its gradient's, times one float, rounded once: at any magnitude. */
class DropoutAccuracyTest {
    private static final int N = 20_000;
    private static final float RATE = 0.3f;
    private static final float FACTOR = 1.4285715f;

    private static float[] numbers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] x = new float[N];
        for (int i = 0; i < N; i++) {
            float any = Float.intBitsToFloat(random.nextInt());
            x[i] = i % 2 == 0 && Float.isFinite(any) ? any : (float) random.nextDouble(-9, 9);
        }
        return x;
    }

    @ParameterizedTest
    @EnumSource
    void forward(Activation f) {
        float[] x = numbers(1);
        float[] kept = new float[N];
        float[] actual = new float[N];
        Activations.activate(f, f.usualAlpha(), N, x, 0, kept, 0);
        Dropout.forward(f, f.usualAlpha(), RATE, true, 7, 8, 9, N, x, 0, actual, 0);
        assertKeptOrDropped(kept, actual);
    }

    @ParameterizedTest
    @EnumSource
    void backward(Activation f) {
        float[] x = numbers(2);
        float[] dy = numbers(3);
        float[] saved = x.clone();
        if (f.backwardFrom() == Activation.Saved.OUTPUT) {
            Activations.activate(f, f.usualAlpha(), N, x, 0, saved, 0);
        }
        float[] kept = new float[N];
        float[] actual = new float[N];
        Activations.activateBackward(f, f.usualAlpha(), N, saved, 0, dy, 0, kept, 0);
        Dropout.backward(f, f.usualAlpha(), RATE, true, 7, 8, 9, N, x, 0, dy, 0, actual, 0);
        assertKeptOrDropped(kept, actual);
    }

    private static void assertKeptOrDropped(float[] kept, float[] actual) {
        int dropped = 0;
        int zeros = 0;
        for (int i = 0; i < N; i++) {
            float exact = (float) ((double) kept[i] * FACTOR);
            if (exact == 0) {
                zeros++;
                assertThat(actual[i]).isZero();
            } else if (Float.floatToRawIntBits(actual[i]) == 0) {
                dropped++;
            } else {
                assertThat(actual[i]).as("element %d", i).isEqualTo(exact);
            }
        }
        assertThat(dropped / (double) (N - zeros)).isBetween(0.27, 0.33);
    }
}
