package dev.lanewise.properties;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Backend;
import dev.lanewise.kernels.Capabilities;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.Workers;
import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Products and layers, plain and packed, around every size at which the kernels change their way on this machine: the
 * constants of {@code GemmBlocking}, each less one, itself and plus one. Transposes, factors and activations take turns.
 */
class GemmBoundaryTest {
    private static final int W = Capabilities.current().vectorBits() / Float.SIZE;
    private static final int MR = size("MR");
    private static final List<Integer> ROWS = around(1, size("STREAM_UP_TO"), MR, 2 * MR,
            size("SMALL_B_TILES") * MR);
    private static final List<Integer> COLUMNS = around(1, W, size("NR"), size("COPY_COLUMNS_FROM"));
    private static final List<Integer> STEPS = around(1, 8, size("KC_IN_PLACE"), size("KC_NEAR"), size("KC"),
            2 * size("KC_NEAR"));
    private static final List<Integer> LARGE = around(size("MC"), size("NC"));
    private static final List<Integer> SMALL_ROWS = List.of(1, 7, 25);
    private static final List<Integer> SMALL_COLUMNS = List.of(1, 2 * W + 1);
    private static final List<Integer> SMALL_STEPS = List.of(3, size("KC_NEAR") + 1);
    private static final List<Activation> ACTIVATIONS = List.of(Activation.values());
    private static final Workers ALONE = Workers.of(1);

    @AfterAll
    static void close() {
        ALONE.close();
    }

    static List<Integer> rows() {
        return ROWS;
    }

    static List<Integer> large() {
        return LARGE;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tilesAndBlocksOfSteps(int m) {
        checkAll(List.of(m), COLUMNS, STEPS);
    }

    @ParameterizedTest
    @MethodSource("large")
    void manyRows(int m) {
        checkAll(List.of(m), SMALL_COLUMNS, SMALL_STEPS);
        checkAll(List.of(m), List.of(193), List.of(3));
    }

    @ParameterizedTest
    @MethodSource("large")
    void manyColumns(int n) {
        checkAll(SMALL_ROWS, List.of(n), SMALL_STEPS);
    }

    @ParameterizedTest
    @MethodSource("large")
    void manySteps(int k) {
        checkAll(SMALL_ROWS, SMALL_COLUMNS, List.of(k));
    }

    @ParameterizedTest
    @MethodSource("large")
    void manyRowsAndColumns(int m) {
        checkAll(List.of(m), List.of(1025), List.of(2));
    }

    /** Each size, one less and one more, without 0. */
    private static List<Integer> around(int... sizes) {
        return IntStream.of(sizes)
                .flatMap(size -> IntStream.rangeClosed(size - 1, size + 1))
                .filter(size -> size > 0)
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }

    /** A constant of the kernels, or 1 where the definition computes. */
    private static int size(String constant) {
        if (Capabilities.current().backend() == Backend.REFERENCE) {
            return 1;
        }
        try {
            Field field = Class.forName("dev.lanewise.kernels.simd.GemmBlocking").getDeclaredField(constant);
            field.setAccessible(true);
            return field.getInt(null);
        } catch (ReflectiveOperationException missing) {
            throw new LinkageError(constant, missing);
        }
    }

    private static void checkAll(List<Integer> rows, List<Integer> columns, List<Integer> steps) {
        for (int m : rows) {
            for (int n : columns) {
                for (int k : steps) {
                    check(m, n, k);
                }
            }
        }
    }

    private static void check(int m, int n, int k) {
        check(Transpose.N, Transpose.N, m, n, k);
        int index = m + n + k;
        Transpose transA = index % 2 == 0 ? Transpose.N : Transpose.T;
        Transpose transB = index / 2 % 2 == 0 ? Transpose.N : Transpose.T;
        check(transA, transB, m, n, k);
    }

    private static void check(Transpose transA, Transpose transB, int m, int n, int k) {
        int index = m + n + k;
        Activation activation = ACTIVATIONS.get(index % ACTIVATIONS.size());
        GemmCase product = GemmCase.of(transA, transB, m, n, k, index);
        (index / 4 % 2 == 0 ? product : product.with(0.5f, -1f)).check(ALONE);
        LinearCase.of(transB, m, n, k, activation, index).check(ALONE);
    }
}
