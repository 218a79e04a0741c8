package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Activations;
import dev.lanewise.kernels.ElementMath;
import dev.lanewise.kernels.Losses;
import dev.lanewise.kernels.Optimizers;
import dev.lanewise.kernels.Reductions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the kernels beside GEMM and Philox refuse, what they say then, and that they have written nothing. */
@Tag("once")
class IllegalArgumentsTest {
    private static final float FILL = 42f;
    private final float[] x = new float[20];
    private final float[] y = new float[20];
    private final float[] z = new float[20];

    /** A call on n elements of the first two or three arrays from an offset of the first. */
    @FunctionalInterface
    private interface Vector {
        void run(int n, float[] x, int xAt, float[] y, float[] z);
    }

    /** A call on a rows x columns matrix. */
    @FunctionalInterface
    private interface Matrix {
        void run(int rows, int columns, float[] x, int xAt, int ldx, float[] y);
    }

    private static final int[] LABELS = {0, 1, 2, 3};

    private static final Map<String, Vector> VECTORS = Map.ofEntries(
            Map.entry("relu x", (n, x, xAt, y, z) -> Activations.relu(n, x, xAt, y, 0)),
            Map.entry("relu y", (n, y, yAt, x, z) -> Activations.relu(n, x, 0, y, yAt)),
            Map.entry("sigmoid x", (n, x, xAt, y, z) -> Activations.sigmoid(n, x, xAt, y, 0)),
            Map.entry("sigmoid y", (n, y, yAt, x, z) -> Activations.sigmoid(n, x, 0, y, yAt)),
            Map.entry("tanh x", (n, x, xAt, y, z) -> Activations.tanh(n, x, xAt, y, 0)),
            Map.entry("tanh y", (n, y, yAt, x, z) -> Activations.tanh(n, x, 0, y, yAt)),
            Map.entry("leakyRelu x", (n, x, xAt, y, z) -> Activations.leakyRelu(n, x, xAt, 0.1f, y, 0)),
            Map.entry("leakyRelu y", (n, y, yAt, x, z) -> Activations.leakyRelu(n, x, 0, 0.1f, y, yAt)),
            Map.entry("activate x",
                    (n, x, xAt, y, z) -> Activations.activate(Activation.IDENTITY, 0f, n, x, xAt, y, 0)),
            Map.entry("activate y",
                    (n, y, yAt, x, z) -> Activations.activate(Activation.TANH, 0f, n, x, 0, y, yAt)),
            Map.entry("exp x", (n, x, xAt, y, z) -> ElementMath.exp(n, x, xAt, y, 0)),
            Map.entry("exp y", (n, y, yAt, x, z) -> ElementMath.exp(n, x, 0, y, yAt)),
            Map.entry("log x", (n, x, xAt, y, z) -> ElementMath.log(n, x, xAt, y, 0)),
            Map.entry("log y", (n, y, yAt, x, z) -> ElementMath.log(n, x, 0, y, yAt)),
            Map.entry("reluBackward x",
                    (n, x, xAt, dy, dx) -> Activations.reluBackward(n, x, xAt, dy, 0, dx, 0)),
            Map.entry("reluBackward dy",
                    (n, dy, dyAt, x, dx) -> Activations.reluBackward(n, x, 0, dy, dyAt, dx, 0)),
            Map.entry("reluBackward dx",
                    (n, dx, dxAt, x, dy) -> Activations.reluBackward(n, x, 0, dy, 0, dx, dxAt)),
            Map.entry("sigmoidBackward y",
                    (n, y, yAt, dy, dx) -> Activations.sigmoidBackward(n, y, yAt, dy, 0, dx, 0)),
            Map.entry("sigmoidBackward dy",
                    (n, dy, dyAt, y, dx) -> Activations.sigmoidBackward(n, y, 0, dy, dyAt, dx, 0)),
            Map.entry("sigmoidBackward dx",
                    (n, dx, dxAt, y, dy) -> Activations.sigmoidBackward(n, y, 0, dy, 0, dx, dxAt)),
            Map.entry("leakyReluBackward x",
                    (n, x, xAt, dy, dx) -> Activations.leakyReluBackward(n, x, xAt, dy, 0, 0.1f, dx, 0)),
            Map.entry("leakyReluBackward dy",
                    (n, dy, dyAt, x, dx) -> Activations.leakyReluBackward(n, x, 0, dy, dyAt, 0.1f, dx, 0)),
            Map.entry("leakyReluBackward dx",
                    (n, dx, dxAt, x, dy) -> Activations.leakyReluBackward(n, x, 0, dy, 0, 0.1f, dx, dxAt)),
            Map.entry("tanhBackward y",
                    (n, y, yAt, dy, dx) -> Activations.tanhBackward(n, y, yAt, dy, 0, dx, 0)),
            Map.entry("tanhBackward dy",
                    (n, dy, dyAt, y, dx) -> Activations.tanhBackward(n, y, 0, dy, dyAt, dx, 0)),
            Map.entry("tanhBackward dx",
                    (n, dx, dxAt, y, dy) -> Activations.tanhBackward(n, y, 0, dy, 0, dx, dxAt)),
            Map.entry("squaredErrorBackward x",
                    (n, x, xAt, t, dx) -> Losses.squaredErrorBackward(n, x, xAt, t, 0, 1f, dx, 0)),
            Map.entry("squaredErrorBackward t",
                    (n, t, tAt, x, dx) -> Losses.squaredErrorBackward(n, x, 0, t, tAt, 1f, dx, 0)),
            Map.entry("squaredErrorBackward dx",
                    (n, dx, dxAt, x, t) -> Losses.squaredErrorBackward(n, x, 0, t, 0, 1f, dx, dxAt)),
            Map.entry("sum x", (n, x, xAt, y, z) -> Reductions.sum(n, x, xAt)),
            Map.entry("dot x", (n, x, xAt, y, z) -> Reductions.dot(n, x, xAt, y, 0)),
            Map.entry("dot y", (n, y, yAt, x, z) -> Reductions.dot(n, x, 0, y, yAt)),
            Map.entry("squaredDistance x", (n, x, xAt, y, z) -> Reductions.squaredDistance(n, x, xAt, y, 0)),
            Map.entry("squaredDistance y", (n, y, yAt, x, z) -> Reductions.squaredDistance(n, x, 0, y, yAt)),
            Map.entry("sgd w", (n, w, wAt, g, z) -> Optimizers.sgd(n, 1f, w, wAt, g, 0)),
            Map.entry("sgd g", (n, g, gAt, w, z) -> Optimizers.sgd(n, 1f, w, 0, g, gAt)));

    private static final Map<String, Matrix> MATRICES = Map.of(
            "addBias z", (m, n, z, at, ld, y) -> Activations.addBias(m, n, z, at, ld, y, 0),
            "columnSums x", (m, n, x, at, ld, y) -> Reductions.columnSums(m, n, x, at, ld, y, 0),
            "softmax x", (m, n, x, at, ld, y) -> Losses.softmax(m, n, x, at, ld, y, 0, 4),
            "softmax y", (m, n, y, at, ld, x) -> Losses.softmax(m, n, x, 0, 4, y, at, ld),
            "softmaxCrossEntropy x",
            (m, n, x, at, ld, y) -> Losses.softmaxCrossEntropy(m, n, x, at, ld, LABELS, 0, y,
                    0, 4, new float[4], 0),
            "softmaxCrossEntropy y",
            (m, n, y, at, ld, x) -> Losses.softmaxCrossEntropy(m, n, x, 0, 4, LABELS, 0, y,
                    at, ld, new float[4], 0),
            "softmaxCrossEntropyBackward y",
            (m, n, y, at, ld, dx) -> Losses.softmaxCrossEntropyBackward(m, n, y, at,
                    ld, LABELS, 0, 1f, dx, 0, 4),
            "softmaxCrossEntropyBackward dx",
            (m, n, dx, at, ld, y) -> Losses.softmaxCrossEntropyBackward(m, n, y, 0, 4,
                    LABELS, 0, 1f, dx, at, ld));

    static Stream<String> vectors() {
        return VECTORS.keySet().stream().sorted();
    }

    static Stream<String> matrices() {
        return MATRICES.keySet().stream().sorted();
    }

    @BeforeEach
    void fill() {
        Stream.of(x, y, z).forEach(array -> Arrays.fill(array, FILL));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void vectorKernelsNameTheFault(String key) {
        Vector kernel = find(VECTORS, key);
        String operand = operand(key);
        assertRefused("n: -1 (expected >= 0)", () -> kernel.run(-1, x, 0, y, z));
        assertRefused(operand + "Offset: -3 (expected >= 0)", () -> kernel.run(4, x, -3, y, z));
        assertRefused(operand + ": length 20 (expected >= " + operand + "Offset + elements spanned = 17 + 4)",
                () -> kernel.run(4, x, 17, y, z));
        assertRefused(operand + ": length 3 (expected >= " + operand + "Offset + elements spanned = 0 + 4)",
                () -> kernel.run(4, new float[3], 0, y, z));
        assertThatNullPointerException().isThrownBy(() -> runOnNull(kernel)).withMessage(operand + ": null");
        kernel.run(0, new float[0], 0, y, z);
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void matrixKernelsNameTheFault(String key) {
        Matrix kernel = find(MATRICES, key);
        String operand = operand(key);
        assertRefused("rows: -1 (expected >= 0)", () -> kernel.run(-1, 4, x, 0, 4, y));
        assertRefused("columns: -2 (expected >= 0)", () -> kernel.run(2, -2, x, 0, 4, y));
        assertRefused("ld" + operand + ": 3 (expected >= max(1, columns = 4))",
                () -> kernel.run(2, 4, x, 0, 3, y));
        assertRefused(operand + "Offset: -1 (expected >= 0)", () -> kernel.run(2, 4, x, -1, 4, y));
        assertRefused(operand + ": length 20 (expected >= " + operand + "Offset + elements spanned = 13 + 8)",
                () -> kernel.run(2, 4, x, 13, 4, y));
        assertRefused(
                operand + ": length 20 (expected >= " + operand
                        + "Offset + elements spanned = 0 + 2147483651)",
                () -> kernel.run(2, 4, x, 0, Integer.MAX_VALUE, y));
        kernel.run(0, 4, new float[0], 0, 4, y);
    }

    /** A slope that would be ignored is refused like one that is no number. */
    @Test
    void slopesOutOfPlaceAreRefused() {
        assertRefused("slope: NaN (expected a finite number)",
                () -> Activations.leakyRelu(4, x, 0, Float.NaN, y, 0));
        assertRefused("slope: Infinity (expected a finite number)",
                () -> Activations.leakyReluBackward(4, x, 0, y, 0, Float.POSITIVE_INFINITY, z, 0));
        assertRefused("slope: -Infinity (expected a finite number)",
                () -> Activations.activate(Activation.LEAKY_RELU, Float.NEGATIVE_INFINITY, 4, x, 0, y, 0));
        for (Activation any : EnumSet.complementOf(EnumSet.of(Activation.LEAKY_RELU))) {
            assertRefused("slope: 0.01 (expected 0, as " + any + " has none)",
                    () -> Activations.activate(any, 0.01f, 4, x, 0, y, 0));
            assertRefused("slope: NaN (expected 0, as " + any + " has none)",
                    () -> Activations.activate(any, Float.NaN, 4, x, 0, y, 0));
        }
    }

    @Test
    @SuppressWarnings("NullAway") // a null argument is the subject
    void nullActivationIsNamed() {
        assertThatNullPointerException().isThrownBy(() -> Activations.activate(null, 0f, 4, x, 0, y, 0))
                .withMessage("activation: null");
    }

    @Test
    void partialOverlapIsRefused() {
        assertRefused("y: overlaps x in part (expected separate memory)",
                () -> Activations.relu(4, x, 0, x, 3));
        assertRefused("y: overlaps x in part (expected separate memory)",
                () -> ElementMath.log(4, x, 3, x, 0));
        assertRefused("dx: overlaps dy in part (expected separate memory)",
                () -> Activations.reluBackward(4, x, 0, y, 1, y, 0));
        assertRefused("dx: overlaps t in part (expected separate memory)",
                () -> Losses.squaredErrorBackward(4, x, 0, y, 1, 1f, y, 0));
        assertRefused("w: overlaps g (expected separate memory)", () -> Optimizers.sgd(4, 1f, x, 0, x, 0));
        assertRefused("w: overlaps g (expected separate memory)", () -> Optimizers.sgd(4, 1f, x, 3, x, 0));
        Activations.relu(4, x, 0, x, 4);
        Optimizers.sgd(4, 1f, x, 4, x, 0);
    }

    @Test
    void partialOverlapOfMatricesIsRefused() {
        assertRefused("y: overlaps x in part (expected separate memory)",
                () -> Losses.softmax(2, 4, x, 0, 4, x, 0, 5));
        assertRefused("z: overlaps bias (expected separate memory)",
                () -> Activations.addBias(2, 4, x, 0, 4, x, 7));
        assertRefused("out: overlaps x (expected separate memory)",
                () -> Reductions.columnSums(2, 4, x, 0, 4, x, 0));
        assertRefused("losses: overlaps x (expected separate memory)",
                () -> Losses.softmaxCrossEntropy(2, 4, x, 0, 4, LABELS, 0, y, 0, 4, x, 7));
        assertRefused("losses: overlaps y (expected separate memory)",
                () -> Losses.softmaxCrossEntropy(2, 4, x, 0, 4, LABELS, 0, y, 0, 4, y, 0));
    }

    @Test
    void labelsOutOfRangeAreNamed() {
        int[] labels = {9, 3, 4, -1};
        assertRefused("labels[1]: 4 (expected 0 to columns - 1 = 3)",
                () -> Losses.softmaxCrossEntropy(2, 4, x, 0, 4, labels, 1, y, 0, 4, z, 0));
        assertRefused("labels[0]: -1 (expected 0 to columns - 1 = 3)",
                () -> Losses.softmaxCrossEntropyBackward(1, 4, x, 0, 4, labels, 3, 1f, y, 0, 4));
        assertRefused("labels: length 4 (expected >= labelsOffset + elements spanned = 3 + 2)",
                () -> Losses.softmaxCrossEntropyBackward(2, 4, x, 0, 4, labels, 3, 1f, y, 0, 4));
        assertRefused("labelsOffset: -1 (expected >= 0)",
                () -> Losses.softmaxCrossEntropy(2, 4, x, 0, 4, labels, -1, y, 0, 4, z, 0));
    }

    @Test
    void shortVectorsBesideMatricesAreNamed() {
        float[] three = new float[3];
        assertRefused("bias: length 3 (expected >= biasOffset + elements spanned = 0 + 4)",
                () -> Activations.addBias(2, 4, x, 0, 4, three, 0));
        assertRefused("out: length 3 (expected >= outOffset + elements spanned = 0 + 4)",
                () -> Reductions.columnSums(2, 4, x, 0, 4, three, 0));
        assertRefused("losses: length 3 (expected >= lossesOffset + elements spanned = 2 + 2)",
                () -> Losses.softmaxCrossEntropy(2, 4, x, 0, 4, LABELS, 0, y, 0, 4, three, 2));
    }

    private static <T> T find(Map<String, T> table, String key) {
        return Objects.requireNonNull(table.get(key));
    }

    private static String operand(String key) {
        return key.substring(key.indexOf(' ') + 1);
    }

    @SuppressWarnings("NullAway") // a null argument is the subject
    private void runOnNull(Vector kernel) {
        kernel.run(4, null, 0, y, z);
    }

    private void assertRefused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
        Stream.of(x, y, z)
                .forEach(array -> assertThat(array).as("arrays after the refusal").containsOnly(FILL));
    }
}
