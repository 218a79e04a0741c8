package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Activations;
import dev.lanewise.kernels.Philox;
import dev.lanewise.kernels.RandomStream;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What kernels beside GEMM refuse and {@link RefusalTest} cannot derive. */
@Tag("once")
class IllegalArgumentsTest {
    private final float[] out = new float[10];
    private final int[] words = new int[10];

    @Test
    @SuppressWarnings("NullAway") // a null argument is the subject
    void nullActivationIsNamed() {
        assertThatNullPointerException().isThrownBy(() -> Activations.activate(null, 0f, 4, out, 0, out, 0))
                .withMessage("activation: null");
    }

    /** An alpha that would be ignored is refused, and the message says why. */
    @Test
    void alphaOfAFunctionThatHasNone() {
        assertRefused("alpha: 0.01 (expected 0, as RELU has none)",
                () -> Activations.activate(Activation.RELU, 0.01f, 4, out, 0, out, 0));
    }

    /** The elements of a stream end at 2^63 - 1. */
    @Test
    void indicesBeyondTheLast() {
        long last = Long.MAX_VALUE;
        Philox.words(1, 2, last - 3, 4, words, 0);
        Arrays.fill(words, 0);
        assertStartsWith("first: " + last, () -> Philox.words(1, 2, last, 2, words, 0));
        assertStartsWith("first: " + (last - 2), () -> Philox.uniform(1, 2, last - 2, 0f, 1f, 4, out, 0));
        assertStartsWith("first: " + (last - 2), () -> Philox.normal(1, 2, last - 2, 0f, 1f, 4, out, 0));
    }

    @Test
    void emptyBound() {
        var stream = new RandomStream(1, 2);
        assertRefused("bound: 0 (expected >= 1)", () -> stream.nextInt(0));
    }

    private void assertRefused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
        assertUntouched();
    }

    private void assertStartsWith(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call)
                .withMessageStartingWith(message + " (expected ");
        assertUntouched();
    }

    private void assertUntouched() {
        assertThat(out).containsOnly(0f);
        assertThat(words).containsOnly(0);
    }
}
