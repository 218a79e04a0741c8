package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.lanewise.kernels.Philox;
import dev.lanewise.kernels.RandomStream;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@link Philox} and {@link RandomStream} refuse, what they say then, and that they have written nothing. */
@Tag("once")
class IllegalPhiloxTest {
    private final float[] out = new float[10];
    private final int[] words = new int[10];

    @Test
    void negativeCountsAndIndices() {
        assertRefused("n: -1 (expected >= 0)", () -> Philox.uniform(1, 2, 0, 0f, 1f, -1, out, 0));
        assertRefused("n: -1 (expected >= 0)", () -> Philox.normal(1, 2, 0, 0f, 1f, -1, out, 0));
        assertRefused("n: -1 (expected >= 0)", () -> Philox.words(1, 2, 0, -1, words, 0));
        assertRefused("first: -7 (expected >= 0)", () -> Philox.uniform(1, 2, -7, 0f, 1f, 4, out, 0));
        assertRefused("first: -7 (expected >= 0)", () -> Philox.normal(1, 2, -7, 0f, 1f, 4, out, 0));
        assertRefused("first: -7 (expected >= 0)", () -> Philox.words(1, 2, -7, 4, words, 0));
    }

    /** Element indices end at 2^63 - 1. */
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
    void parametersThatAreNotFinite() {
        assertRefused("low: NaN (expected a finite number)",
                () -> Philox.uniform(1, 2, 0, Float.NaN, 1f, 4, out, 0));
        assertRefused("high: Infinity (expected a finite number)",
                () -> Philox.uniform(1, 2, 0, 0f, Float.POSITIVE_INFINITY, 4, out, 0));
        assertRefused("mean: -Infinity (expected a finite number)",
                () -> Philox.normal(1, 2, 0, Float.NEGATIVE_INFINITY, 1f, 4, out, 0));
        assertRefused("deviation: NaN (expected a finite number)",
                () -> Philox.normal(1, 2, 0, 0f, Float.NaN, 4, out, 0));
    }

    @Test
    void outputTooShort() {
        String message = "out: length 10 (expected >= outOffset + elements spanned = 8 + 3)";
        assertRefused(message, () -> Philox.uniform(1, 2, 0, 0f, 1f, 3, out, 8));
        assertRefused(message, () -> Philox.normal(1, 2, 0, 0f, 1f, 3, out, 8));
        assertRefused(message, () -> Philox.words(1, 2, 0, 3, words, 8));
        assertRefused("outOffset: -1 (expected >= 0)", () -> Philox.words(1, 2, 0, 3, words, -1));
    }

    @Test
    @SuppressWarnings("NullAway") // null arguments are the subject
    void nullOutput() {
        assertThatNullPointerException().isThrownBy(() -> Philox.uniform(1, 2, 0, 0f, 1f, 3, null, 0))
                .withMessage("out: null");
        assertThatNullPointerException().isThrownBy(() -> Philox.normal(1, 2, 0, 0f, 1f, 3, null, 0))
                .withMessage("out: null");
        assertThatNullPointerException().isThrownBy(() -> Philox.words(1, 2, 0, 3, null, 0))
                .withMessage("out: null");
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
