package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.PackedMatrix;
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

/** What the products with a {@link PackedMatrix} refuse, what they say then, and that they have written nothing. */
@Tag("once")
class IllegalPackedTest {
    /** A legal product of 2 x 4 by packed 4 x 3, and a legal layer of it, to be made illegal. */
    static final class Call {
        @Nullable
        Workers workers = Workers.shared();
        @Nullable
        Transpose transA = Transpose.N;
        int m = 2;
        float @Nullable [] x = new float[1 + 8];
        int xOffset = 1;
        int ldx = 4;
        @Nullable
        PackedMatrix packed = PackedMatrix.of(Transpose.N, 4, 3, new float[12], 0, 3);
        float @Nullable [] bias = new float[1 + 3];
        int biasOffset = 1;
        @Nullable
        Activation activation = Activation.TANH;
        float alpha;
        float @Nullable [] z = new float[3 + 6];
        int zOffset = 3;
        int ldz = 3;
        float @Nullable [] y = new float[4 + 6];
        int yOffset = 4;
        int ldy = 3;

        @SuppressWarnings("NullAway") // null arguments are the subject
        void product() {
            Gemm.sgemm(workers, transA, m, 1f, x, xOffset, ldx, packed, 0f, y, yOffset, ldy);
        }

        @SuppressWarnings("NullAway") // null arguments are the subject
        void layer() {
            Gemm.linear(workers, m, x, xOffset, ldx, packed, bias, biasOffset, activation, alpha, z, zOffset,
                    ldz, y, yOffset, ldy);
        }
    }

    record Fault(String message, Consumer<Call> make) {
        @Override
        public String toString() {
            return message;
        }
    }

    private static final List<Fault> PRODUCT_NULLS = List.of(
            new Fault("workers: null", c -> c.workers = null),
            new Fault("transA: null", c -> c.transA = null),
            new Fault("b: null", c -> c.packed = null),
            new Fault("a: null", c -> c.x = null),
            new Fault("c: null", c -> c.y = null));

    private static final List<Fault> PRODUCT = List.of(
            new Fault("m: -1 (expected >= 0)", c -> c.m = -1),
            new Fault("lda: 3 (expected >= max(1, b.rows() = 4))", c -> c.ldx = 3),
            new Fault("ldc: 2 (expected >= max(1, b.columns() = 3))", c -> c.ldy = 2),
            new Fault("aOffset: -1 (expected >= 0)", c -> c.xOffset = -1),
            new Fault("cOffset: -1 (expected >= 0)", c -> c.yOffset = -1));

    private static final List<Fault> PRODUCT_OTHERS = List.of(
            new Fault("lda: 1 (expected >= max(1, m = 2))", c -> {
                c.transA = Transpose.T;
                c.ldx = 1;
            }),
            new Fault("a: length 9 (expected >= aOffset + elements spanned = 2 + 8)", c -> c.xOffset = 2),
            new Fault("c: length 10 (expected >= cOffset + elements spanned = 4 + 7)", c -> c.ldy = 4),
            new Fault("c: overlaps a (expected separate memory)", c -> c.y = c.x = new float[20]));

    private static final List<Fault> LAYER_NULLS = List.of(
            new Fault("workers: null", c -> c.workers = null),
            new Fault("w: null", c -> c.packed = null),
            new Fault("activation: null", c -> c.activation = null),
            new Fault("x: null", c -> c.x = null),
            new Fault("bias: null", c -> c.bias = null),
            new Fault("z: null", c -> c.z = null),
            new Fault("y: null", c -> c.y = null));

    private static final List<Fault> LAYER = List.of(
            new Fault("m: -2147483648 (expected >= 0)", c -> c.m = Integer.MIN_VALUE),
            new Fault("ldx: 3 (expected >= max(1, w.rows() = 4))", c -> c.ldx = 3),
            new Fault("alpha: 1.0 (expected 0, as TANH has none)", c -> c.alpha = 1f),
            new Fault("ldz: 2 (expected >= max(1, w.columns() = 3))", c -> c.ldz = 2),
            new Fault("ldy: 0 (expected >= max(1, w.columns() = 3))", c -> c.ldy = 0),
            new Fault("xOffset: -1 (expected >= 0)", c -> c.xOffset = -1),
            new Fault("biasOffset: -1 (expected >= 0)", c -> c.biasOffset = -1),
            new Fault("zOffset: -1 (expected >= 0)", c -> c.zOffset = -1),
            new Fault("yOffset: -1 (expected >= 0)", c -> c.yOffset = -1));

    private static final List<Fault> LAYER_OTHERS = List.of(
            new Fault("alpha: Infinity (expected a finite number)", c -> {
                c.activation = Activation.LEAKY_RELU;
                c.alpha = Float.POSITIVE_INFINITY;
            }),
            new Fault("x: length 9 (expected >= xOffset + elements spanned = 1 + 9)", c -> c.ldx = 5),
            new Fault("bias: length 4 (expected >= biasOffset + elements spanned = 2 + 3)",
                    c -> c.biasOffset = 2),
            new Fault("z: length 9 (expected >= zOffset + elements spanned = 4 + 6)", c -> c.zOffset = 4),
            new Fault("y: length 10 (expected >= yOffset + elements spanned = 4 + 7)", c -> c.ldy = 4),
            new Fault("z: overlaps x (expected separate memory)", c -> c.z = c.x = new float[20]),
            new Fault("z: overlaps bias (expected separate memory)", c -> c.z = c.bias = new float[20]),
            new Fault("y: overlaps x (expected separate memory)", c -> c.y = c.x = new float[20]),
            new Fault("y: overlaps bias (expected separate memory)", c -> {
                c.y = c.bias = new float[20];
                c.biasOffset = c.yOffset + 5;
            }),
            new Fault("y: overlaps z in part (expected separate memory)",
                    c -> c.y = c.z = new float[20]));

    static Stream<Fault> productFaults() {
        return Stream.of(PRODUCT, PRODUCT_OTHERS).flatMap(List::stream);
    }

    static Stream<Fault> layerFaults() {
        return Stream.of(LAYER, LAYER_OTHERS).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("productFaults")
    void eachFaultOfAProductIsNamed(Fault fault) {
        var call = new Call();
        fault.make.accept(call);
        assertRefused(call, fault.message, call::product);
    }

    @ParameterizedTest
    @MethodSource("layerFaults")
    void eachFaultOfALayerIsNamed(Fault fault) {
        var call = new Call();
        fault.make.accept(call);
        assertRefused(call, fault.message, call::layer);
    }

    static IntStream productPositions() {
        return IntStream.range(0, PRODUCT.size());
    }

    static IntStream layerPositions() {
        return IntStream.range(0, LAYER.size());
    }

    /** This and every later argument is illegal: this one is named. */
    @ParameterizedTest
    @MethodSource("productPositions")
    void firstFaultOfAProductIsNamed(int first) {
        var call = new Call();
        PRODUCT.subList(first, PRODUCT.size()).forEach(fault -> fault.make.accept(call));
        assertRefused(call, PRODUCT.get(first).message, call::product);
    }

    /** This and every later argument is illegal: this one is named. */
    @ParameterizedTest
    @MethodSource("layerPositions")
    void firstFaultOfALayerIsNamed(int first) {
        var call = new Call();
        LAYER.subList(first, LAYER.size()).forEach(fault -> fault.make.accept(call));
        assertRefused(call, LAYER.get(first).message, call::layer);
    }

    @Test
    void firstNullIsNamed() {
        for (int first = 0; first < PRODUCT_NULLS.size(); first++) {
            var call = new Call();
            PRODUCT_NULLS.subList(first, PRODUCT_NULLS.size()).forEach(fault -> fault.make.accept(call));
            assertThatNullPointerException().isThrownBy(call::product)
                    .withMessage(PRODUCT_NULLS.get(first).message);
        }
        for (int first = 0; first < LAYER_NULLS.size(); first++) {
            var call = new Call();
            LAYER_NULLS.subList(first, LAYER_NULLS.size()).forEach(fault -> fault.make.accept(call));
            assertThatNullPointerException().isThrownBy(call::layer)
                    .withMessage(LAYER_NULLS.get(first).message);
        }
    }

    @Test
    void emptyMatricesNeedNoElements() {
        var call = new Call();
        call.m = 0;
        call.x = new float[call.xOffset];
        call.z = new float[call.zOffset];
        call.y = new float[call.yOffset];
        call.product();
        call.layer();
        assertThat(call.y).containsOnly(0f);
    }

    private static void assertRefused(Call call, String message, Runnable run) {
        fill(call.z);
        fill(call.y);
        assertThatIllegalArgumentException().isThrownBy(run::run).withMessage(message);
        assertThat(call.z).as("z after the refusal").containsOnly(42f);
        assertThat(call.y).as("y after the refusal").containsOnly(42f);
    }

    private static void fill(float @Nullable [] array) {
        if (array != null) {
            Arrays.fill(array, 42f);
        }
    }
}
