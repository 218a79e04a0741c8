package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link Gemm#linear} refuses, what it says then, and that it has written nothing. */
@Tag("once")
class IllegalLinearTest {
    /** A legal layer of 2 x 4 inputs and 3 outputs, to be made illegal; x, z and y have a column to spare. */
    static final class Call {
        @Nullable
        Workers workers = Workers.shared();
        @Nullable
        Transpose transW = Transpose.N;
        int m = 2;
        int n = 3;
        int k = 4;
        float @Nullable [] x = new float[1 + 9];
        int xOffset = 1;
        int ldx = 5;
        float @Nullable [] w = new float[2 + 12];
        int wOffset = 2;
        int ldw = 3;
        float @Nullable [] bias = new float[1 + 3];
        int biasOffset = 1;
        @Nullable
        Activation activation = Activation.RELU;
        float alpha;
        float @Nullable [] z = new float[3 + 7];
        int zOffset = 3;
        int ldz = 4;
        float @Nullable [] y = new float[4 + 7];
        int yOffset = 4;
        int ldy = 4;

        @SuppressWarnings("NullAway") // null arguments are the subject
        void run() {
            Gemm.linear(workers, transW, m, n, k, x, xOffset, ldx, w, wOffset, ldw, bias, biasOffset,
                    activation, alpha, z, zOffset, ldz, y, yOffset, ldy);
        }
    }

    record Fault(String message, Consumer<Call> make) {
        @Override
        public String toString() {
            return message;
        }
    }

    private static final List<Fault> NULLS = List.of(
            new Fault("workers: null", c -> c.workers = null),
            new Fault("transW: null", c -> c.transW = null),
            new Fault("activation: null", c -> c.activation = null));

    /** In the order in which they are looked at. */
    private static final List<Fault> SIZES = List.of(
            new Fault("m: -1 (expected >= 0)", c -> c.m = -1),
            new Fault("n: -2147483648 (expected >= 0)", c -> c.n = Integer.MIN_VALUE),
            new Fault("k: -3 (expected >= 0)", c -> c.k = -3),
            new Fault("ldx: 3 (expected >= max(1, k = 4))", c -> c.ldx = 3),
            new Fault("ldw: 2 (expected >= max(1, n = 3))", c -> c.ldw = 2),
            new Fault("alpha: 0.5 (expected 0, as RELU has none)", c -> c.alpha = 0.5f),
            new Fault("ldz: 0 (expected >= max(1, n = 3))", c -> c.ldz = 0),
            new Fault("ldy: -1 (expected >= max(1, n = 3))", c -> c.ldy = -1));

    private static final List<Fault> ARRAYS = List.of(
            new Fault("xOffset: -1 (expected >= 0)", c -> c.xOffset = -1),
            new Fault("x: length 10 (expected >= xOffset + elements spanned = 2 + 9)", c -> c.xOffset = 2),
            new Fault("x: length 10 (expected >= xOffset + elements spanned = 1 + 2147483651)",
                    c -> c.ldx = Integer.MAX_VALUE),
            new Fault("wOffset: -5 (expected >= 0)", c -> c.wOffset = -5),
            new Fault("w: length 14 (expected >= wOffset + elements spanned = 2 + 15)", c -> c.ldw = 4),
            new Fault("biasOffset: -1 (expected >= 0)", c -> c.biasOffset = -1),
            new Fault("bias: length 4 (expected >= biasOffset + elements spanned = 2 + 3)",
                    c -> c.biasOffset = 2),
            new Fault("zOffset: -2147483648 (expected >= 0)", c -> c.zOffset = Integer.MIN_VALUE),
            new Fault("z: length 10 (expected >= zOffset + elements spanned = 3 + 8)", c -> c.ldz = 5),
            new Fault("yOffset: -1 (expected >= 0)", c -> c.yOffset = -1),
            new Fault("y: length 11 (expected >= yOffset + elements spanned = 2147483647 + 7)",
                    c -> c.yOffset = Integer.MAX_VALUE));

    private static final List<Fault> OTHERS = List.of(
            new Fault("ldw: 3 (expected >= max(1, k = 4))", c -> c.transW = Transpose.T),
            new Fault("w: length 14 (expected >= wOffset + elements spanned = 2 + 14)", c -> {
                c.transW = Transpose.T;
                c.ldw = 5;
            }),
            new Fault("ldx: 0 (expected >= max(1, k = 0))", c -> {
                c.k = 0;
                c.ldx = 0;
            }),
            new Fault("alpha: NaN (expected a finite number)", c -> {
                c.activation = Activation.LEAKY_RELU;
                c.alpha = Float.NaN;
            }));

    private static final List<Fault> OVERLAPS = List.of(
            new Fault("z: overlaps x (expected separate memory)", c -> share(s -> c.z = c.x = s)),
            new Fault("z: overlaps w (expected separate memory)", c -> share(s -> c.z = c.w = s)),
            new Fault("z: overlaps bias (expected separate memory)", c -> share(s -> c.z = c.bias = s)),
            new Fault("y: overlaps x (expected separate memory)", c -> share(s -> c.y = c.x = s)),
            new Fault("y: overlaps w (expected separate memory)", c -> share(s -> c.y = c.w = s)),
            new Fault("y: overlaps bias (expected separate memory)", c -> {
                share(s -> c.y = c.bias = s);
                c.biasOffset = c.yOffset + 6;
            }),
            new Fault("y: overlaps z in part (expected separate memory)",
                    c -> share(s -> c.y = c.z = s)),
            new Fault("y: overlaps z in part (expected separate memory)", c -> {
                share(s -> c.y = c.z = s);
                c.yOffset = c.zOffset;
                c.ldy = c.ldz + 1;
            }));

    /** An array long enough for every operand. */
    private static void share(Consumer<float[]> operands) {
        operands.accept(new float[20]);
    }

    static Stream<Fault> faults() {
        return Stream.of(SIZES, ARRAYS, OTHERS, OVERLAPS).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void eachFaultIsNamed(Fault fault) {
        var call = new Call();
        fault.make.accept(call);
        fill(call.z);
        fill(call.y);
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(fault.message);
        assertThat(call.z).as("z after the refusal").containsOnly(42f);
        assertThat(call.y).as("y after the refusal").containsOnly(42f);
    }

    static IntStream positions() {
        return IntStream.range(0, SIZES.size());
    }

    /** This and every later argument is illegal: this one is named. */
    @ParameterizedTest
    @MethodSource("positions")
    void firstFaultIsNamed(int first) {
        var call = new Call();
        SIZES.subList(first, SIZES.size()).forEach(fault -> fault.make.accept(call));
        call.xOffset = -1;
        call.y = call.w;
        assertThatIllegalArgumentException().isThrownBy(call::run)
                .withMessageStartingWith(SIZES.get(first).message.split(":", 2)[0] + ": ");
    }

    @Test
    void nullsAreNamedFirst() {
        for (int first = 0; first < NULLS.size(); first++) {
            var call = new Call();
            NULLS.subList(first, NULLS.size()).forEach(fault -> fault.make.accept(call));
            call.m = -1;
            assertThatNullPointerException().isThrownBy(call::run).withMessage(NULLS.get(first).message);
        }
    }

    @Test
    void nullArraysAreNamed() {
        assertNull("x: null", c -> c.x = null);
        assertNull("w: null", c -> c.w = null);
        assertNull("bias: null", c -> c.bias = null);
        assertNull("z: null", c -> c.z = null);
        assertNull("y: null", c -> c.y = null);
    }

    @Test
    void emptyLayersNeedNoElements() {
        var call = new Call();
        call.m = 0;
        call.x = new float[call.xOffset];
        call.z = new float[call.zOffset];
        call.y = new float[call.yOffset];
        call.run();
        assertThat(call.z).containsOnly(0f);
    }

    /** Neighbours in one array are no overlap. */
    @Test
    void operandsMayLieSideBySide() {
        float[] memory = {1f, 2f, 3f, 4f, 10f, 20f, 0f, 0f, 0f, 0f};
        Gemm.linear(Workers.shared(), Transpose.N, 1, 2, 1, memory, 0, 1, memory, 1, 2, memory, 4,
                Activation.IDENTITY, 0f, memory, 6, 2, memory, 8, 2);
        assertThat(memory).containsExactly(1f, 2f, 3f, 4f, 10f, 20f, 12f, 23f, 12f, 23f);
    }

    private static void assertNull(String message, Consumer<Call> fault) {
        var call = new Call();
        fault.accept(call);
        assertThatNullPointerException().isThrownBy(call::run).withMessage(message);
    }

    private static void fill(float @Nullable [] array) {
        if (array != null) {
            Arrays.fill(array, 42f);
        }
    }
}
