package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Capabilities;
import dev.lanewise.kernels.PackedMatrix;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A {@link PackedMatrix} by itself: its memory, packing again, reading by many, and what it refuses. */
class PackedMatrixTest {
    private static final int LANES = Capabilities.current().vectorBits() / Float.SIZE;
    private static final int WIDTH = 2 * LANES;

    @ParameterizedTest
    @CsvSource({"1, 1", "784, 128", "3, 129", "512, 10", "7, 0", "0, 7", "0, 2147483647", "0, 0"})
    void memoryIsColumnsRoundedUp(int rows, int columns) {
        PackedMatrix packed = PackedMatrix.of(Transpose.N, rows, columns, new float[rows * columns], 0,
                Math.max(1, columns));
        assertThat(packed.rows()).isEqualTo(rows);
        assertThat(packed.columns()).isEqualTo(columns);
        assertThat(packed.bytes()).isEqualTo(4L * rows * Math.ceilDiv(columns, LANES) * LANES);
        assertThat(packed).hasToString("PackedMatrix[" + rows + " x " + columns + "]");
    }

    /** What the memory held before does not show, and it holds a copy. */
    @ParameterizedTest
    @EnumSource
    void packingAgainReplacesEveryElement(Transpose trans) {
        LinearCase layer = LinearCase.of(trans, 13, 2 * WIDTH + 3, 29, Activation.IDENTITY, 5);
        LinearCase.Operands expected = layer.operands();
        layer.reference(expected);
        float[] before = new float[29 * (2 * WIDTH + 3)];
        Arrays.fill(before, Float.NaN);
        PackedMatrix packed = PackedMatrix.of(Transpose.N, 29, 2 * WIDTH + 3, before, 0, 2 * WIDTH + 3);
        LinearCase.Operands actual = layer.operands();
        packed.set(trans, actual.w().array(), actual.w().offset(), actual.w().ld());
        Arrays.fill(actual.w().array(), Float.NaN);
        layer.packed(Workers.shared(), actual, packed);
        actual.y().assertSameElements("y", expected.y());
    }

    @Test
    void manyThreadsReadOneMatrix() {
        LinearCase layer = LinearCase.of(Transpose.N, 37, 67, 129, Activation.RELU, 6);
        LinearCase.Operands expected = layer.operands();
        layer.reference(expected);
        Guarded w = expected.w();
        PackedMatrix packed = PackedMatrix.of(Transpose.N, 129, 67, w.array(), w.offset(), w.ld());
        try (Workers workers = Workers.of(3)) {
            IntStream.range(0, 64).parallel().forEach(call -> {
                LinearCase.Operands actual = layer.operands();
                layer.packed(workers, actual, packed);
                actual.y().assertSameElements("y of call " + call, expected.y());
            });
        }
    }

    @Test
    void faultsAreNamed() {
        float[] b = new float[14];
        assertRefused("rows: -1 (expected >= 0)", () -> PackedMatrix.of(Transpose.N, -1, 3, b, 0, 3));
        assertRefused("columns: -1 (expected >= 0)", () -> PackedMatrix.of(Transpose.N, 4, -1, b, 0, 3));
        assertRefused("ldb: 2 (expected >= max(1, columns = 3))",
                () -> PackedMatrix.of(Transpose.N, 4, 3, b, 0, 2));
        assertRefused("ldb: 3 (expected >= max(1, rows = 4))",
                () -> PackedMatrix.of(Transpose.T, 4, 3, b, 0, 3));
        assertRefused("bOffset: -1 (expected >= 0)", () -> PackedMatrix.of(Transpose.N, 4, 3, b, -1, 3));
        assertRefused("b: length 14 (expected >= bOffset + elements spanned = 3 + 12)",
                () -> PackedMatrix.of(Transpose.N, 4, 3, b, 3, 3));
        assertRefused("b: length 14 (expected >= bOffset + elements spanned = 0 + 19)",
                () -> PackedMatrix.of(Transpose.T, 5, 3, b, 0, 7));
    }

    @Test
    void faultsOfPackingAgainAreNamed() {
        float[] b = new float[14];
        PackedMatrix packed = PackedMatrix.of(Transpose.N, 4, 3, b, 2, 3);
        assertRefused("ldb: 2 (expected >= max(1, columns = 3))", () -> packed.set(Transpose.N, b, 0, 2));
        assertRefused("ldb: 0 (expected >= max(1, rows = 4))", () -> packed.set(Transpose.T, b, 0, 0));
        assertRefused("b: length 14 (expected >= bOffset + elements spanned = 3 + 12)",
                () -> packed.set(Transpose.N, b, 3, 3));
    }

    @Test
    void matrixBeyondItsArrayIsRefusedBeforeItsMemoryIsTaken() {
        assertRefused("b: length 1 (expected >= bOffset + elements spanned = 0 + 4294967296)",
                () -> PackedMatrix.of(Transpose.N, 65536, 65536, new float[1], 0, 65536));
    }

    @Test
    @SuppressWarnings("NullAway") // null arguments are the subject
    void nullsAreNamed() {
        PackedMatrix packed = PackedMatrix.of(Transpose.N, 1, 1, new float[1], 0, 1);
        assertThatNullPointerException().isThrownBy(() -> PackedMatrix.of(null, -1, 1, new float[1], 0, 1))
                .withMessage("trans: null");
        assertThatNullPointerException().isThrownBy(() -> PackedMatrix.of(Transpose.N, 1, 1, null, 0, 1))
                .withMessage("b: null");
        assertThatNullPointerException().isThrownBy(() -> packed.set(null, new float[1], 0, 1))
                .withMessage("trans: null");
        assertThatNullPointerException().isThrownBy(() -> packed.set(Transpose.T, null, 0, 1))
                .withMessage("b: null");
    }

    private static void assertRefused(String message, Runnable call) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
    }
}
