package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link Gemm} refuses, what it says then, and that it has written nothing. */
@Tag("once")
class IllegalGemmTest {
    /** A legal 2 x 3 x 4 product, to be made illegal. */
    static final class Call {
        @Nullable
        Workers workers = Workers.shared();
        @Nullable
        Transpose transA = Transpose.N;
        @Nullable
        Transpose transB = Transpose.N;
        int m = 2;
        int n = 3;
        int k = 4;
        float @Nullable [] a = new float[1 + 8];
        int aOffset = 1;
        int lda = 4;
        float @Nullable [] b = new float[2 + 12];
        int bOffset = 2;
        int ldb = 3;
        float @Nullable [] c = new float[3 + 6];
        int cOffset = 3;
        int ldc = 3;

        @SuppressWarnings("NullAway") // null arguments are the subject
        void run() {
            Gemm.sgemm(workers, transA, transB, m, n, k, 1f, a, aOffset, lda, b, bOffset, ldb, 0f, c, cOffset,
                    ldc);
        }
    }

    record Fault(String message, Consumer<Call> make) {
        @Override
        public String toString() {
            return message;
        }
    }

    /** In the order of the BLAS. */
    private static final List<Fault> NULLS = List.of(
            new Fault("workers: null", x -> x.workers = null),
            new Fault("transA: null", x -> x.transA = null),
            new Fault("transB: null", x -> x.transB = null));

    private static final List<Fault> SIZES = List.of(
            new Fault("m: -1 (expected >= 0)", x -> x.m = -1),
            new Fault("n: -2147483648 (expected >= 0)", x -> x.n = Integer.MIN_VALUE),
            new Fault("k: -3 (expected >= 0)", x -> x.k = -3),
            new Fault("lda: 3 (expected >= max(1, k = 4))", x -> x.lda = 3),
            new Fault("ldb: 2 (expected >= max(1, n = 3))", x -> x.ldb = 2),
            new Fault("ldc: -1 (expected >= max(1, n = 3))", x -> x.ldc = -1));

    private static final List<Fault> ARRAYS = List.of(
            new Fault("aOffset: -1 (expected >= 0)", x -> x.aOffset = -1),
            new Fault("a: length 9 (expected >= aOffset + elements spanned = 2 + 8)", x -> x.aOffset = 2),
            new Fault("a: length 9 (expected >= aOffset + elements spanned = 2147483647 + 8)",
                    x -> x.aOffset = Integer.MAX_VALUE),
            new Fault("a: length 9 (expected >= aOffset + elements spanned = 1 + 2147483651)",
                    x -> x.lda = Integer.MAX_VALUE),
            new Fault("bOffset: -5 (expected >= 0)", x -> x.bOffset = -5),
            new Fault("b: length 14 (expected >= bOffset + elements spanned = 2 + 15)", x -> x.ldb = 4),
            new Fault("cOffset: -2147483648 (expected >= 0)", x -> x.cOffset = Integer.MIN_VALUE),
            new Fault("c: length 9 (expected >= cOffset + elements spanned = 3 + 7)", x -> x.ldc = 4),
            new Fault("c: length 8 (expected >= cOffset + elements spanned = 3 + 6)",
                    x -> x.c = new float[8]));

    private static final List<Fault> TRANSPOSED = List.of(
            new Fault("lda: 1 (expected >= max(1, m = 2))", x -> {
                x.transA = Transpose.T;
                x.lda = 1;
            }),
            new Fault("ldb: 3 (expected >= max(1, k = 4))", x -> {
                x.transB = Transpose.T;
                x.ldb = 3;
            }),
            new Fault("lda: 0 (expected >= max(1, k = 0))", x -> {
                x.k = 0;
                x.lda = 0;
            }));

    static Stream<Fault> faults() {
        return Stream.of(SIZES, ARRAYS, TRANSPOSED).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void eachFaultIsNamed(Fault fault) {
        var call = new Call();
        fault.make.accept(call);
        assertRefused(call, fault.message);
    }

    /** The illegal calls of the BLAS's own test: with each pair of transposes, each argument wrong in turn. */
    static Stream<Fault> illegalCalls() {
        List<Fault> calls = new ArrayList<>();
        for (Transpose other : Transpose.values()) {
            calls.add(new Fault("transA: null", x -> transposes(x, null, other)));
            calls.add(new Fault("transB: null", x -> transposes(x, other, null)));
        }
        for (Transpose ta : Transpose.values()) {
            for (Transpose tb : Transpose.values()) {
                String a = ta == Transpose.N ? "k = 4" : "m = 2";
                String b = tb == Transpose.N ? "n = 3" : "k = 4";
                int lda = ta == Transpose.N ? 4 : 2;
                int ldb = tb == Transpose.N ? 3 : 4;
                Stream.of(new Fault("m: -1 (expected >= 0)", x -> x.m = -1),
                        new Fault("n: -1 (expected >= 0)", x -> x.n = -1),
                        new Fault("k: -1 (expected >= 0)", x -> x.k = -1),
                        new Fault("lda: " + (lda - 1) + " (expected >= max(1, " + a + "))",
                                x -> x.lda = lda - 1),
                        new Fault("ldb: " + (ldb - 1) + " (expected >= max(1, " + b + "))",
                                x -> x.ldb = ldb - 1),
                        new Fault("ldc: 2 (expected >= max(1, n = 3))", x -> x.ldc = 2))
                        .map(fault -> new Fault(fault.message, x -> {
                            transposes(x, ta, tb);
                            x.lda = lda;
                            x.ldb = ldb;
                            fault.make.accept(x);
                        }))
                        .forEach(calls::add);
            }
        }
        return calls.stream();
    }

    private static void transposes(Call call, @Nullable Transpose transA, @Nullable Transpose transB) {
        call.transA = transA;
        call.transB = transB;
    }

    @ParameterizedTest
    @MethodSource("illegalCalls")
    void illegalCallOfTheBlasIsRefused(Fault fault) {
        var call = new Call();
        fault.make.accept(call);
        float[] c = Objects.requireNonNull(call.c);
        Arrays.fill(c, 42f);
        assertThatThrownBy(call::run).isExactlyInstanceOf(fault.message.endsWith(": null")
                ? NullPointerException.class
                : IllegalArgumentException.class).hasMessage(fault.message);
        assertThat(c).as("C after the refusal").containsOnly(42f);
    }

    @Test
    void illegalCallsAreAsManyAsThoseOfTheBlas() {
        assertThat(illegalCalls()).hasSize(28);
    }

    static IntStream positions() {
        return IntStream.range(0, SIZES.size());
    }

    /** This and every later argument is illegal: this one is named. */
    @ParameterizedTest
    @MethodSource("positions")
    void firstFaultInTheOrderOfTheBlasIsNamed(int first) {
        var call = new Call();
        SIZES.subList(first, SIZES.size()).forEach(fault -> fault.make.accept(call));
        call.aOffset = -1;
        call.c = call.b;
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
        assertNull("a: null", x -> x.a = null);
        assertNull("b: null", x -> x.b = null);
        assertNull("c: null", x -> x.c = null);
    }

    @Test
    void arrayFaultsAreNamedInTheOrderOfTheArguments() {
        var call = new Call();
        call.a = new float[1];
        call.b = null;
        call.c = new float[1];
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessageStartingWith("a: length 1 ");
    }

    @Test
    void resultMustNotOverlapAnOperand() {
        var c = new Call();
        c.a = new float[100];
        c.c = c.a;
        c.cOffset = c.aOffset + 7;
        assertRefused(c, "c: overlaps a (expected separate memory)");
        c.aOffset = c.cOffset + 5;
        assertRefused(c, "c: overlaps a (expected separate memory)");
        c.aOffset = c.cOffset + 6;
        c.run();
        c.b = c.c;
        c.bOffset = c.cOffset;
        assertRefused(c, "c: overlaps b (expected separate memory)");
    }

    @Test
    void operandsMayBeTheSameMemory() {
        float[] shared = {1f, 2f, 3f, 4f};
        float[] c = new float[4];
        Gemm.sgemm(Transpose.N, Transpose.N, 2, 2, 2, 1f, shared, 0, 2, shared, 0, 2, 0f, c, 0, 2);
        assertThat(c).containsExactly(7f, 10f, 15f, 22f);
    }

    @Test
    void emptyMatricesNeedNoElements() {
        var call = new Call();
        call.m = 0;
        call.a = new float[call.aOffset];
        call.c = new float[call.cOffset];
        call.run();
        assertThat(call.c).containsOnly(0f);
    }

    /** The last row of a matrix ends with its last element, not with its leading dimension. */
    @Test
    void arraysMayEndWithTheLastElement() {
        var call = new Call();
        call.ldc = 1000;
        call.c = new float[call.cOffset + 1000 + 3];
        call.run();
        assertThat(call.c).containsOnly(0f);
    }

    private static void assertNull(String message, Consumer<Call> fault) {
        var call = new Call();
        fault.accept(call);
        assertThatNullPointerException().isThrownBy(call::run).withMessage(message);
    }

    private static void assertRefused(Call call, String message) {
        float[] c = call.c == null ? new float[0] : call.c;
        Arrays.fill(c, 42f);
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
        assertThat(c).as("C after the refusal").containsOnly(42f);
    }
}
