package dev.lanewise.properties;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Capabilities;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.Workers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Products and layers, plain and packed, around every size at which the kernels change their way: rows of a register
 * tile (6, 12) and few of them, columns of one and two vectors, steps of k in a block (64, 256), and rows and columns of
 * a block (960, 1024). Transposes, factors and activations take turns over these sizes.
 */
class GemmBoundaryTest {
    private static final int W = Capabilities.current().vectorBits() / Float.SIZE;
    private static final List<Integer> ROWS = List.of(1, 5, 6, 7, 11, 12, 13, 23, 24, 25, 47, 48, 49);
    private static final List<Integer> COLUMNS = List.of(W - 1, W, W + 1, 2 * W - 1, 2 * W, 2 * W + 1, 191,
            192, 193);
    private static final List<Integer> STEPS = List.of(1, 2, 63, 64, 65, 255, 256, 257, 511, 512, 513);
    private static final List<Integer> LARGE = List.of(959, 960, 961, 1023, 1024, 1025);
    private static final List<Integer> SMALL_ROWS = List.of(1, 7, 25);
    private static final List<Integer> SMALL_COLUMNS = List.of(1, 2 * W + 1);
    private static final List<Integer> SMALL_STEPS = List.of(3, 257);
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
        int index = m + n + k;
        Transpose transA = index % 2 == 0 ? Transpose.N : Transpose.T;
        Transpose transB = index / 2 % 2 == 0 ? Transpose.N : Transpose.T;
        Activation activation = ACTIVATIONS.get(index % ACTIVATIONS.size());
        GemmCase product = GemmCase.of(transA, transB, m, n, k, index);
        (index / 4 % 2 == 0 ? product : product.with(0.5f, -1f)).check(ALONE);
        LinearCase.of(transB, m, n, k, activation, index).check(ALONE);
    }
}
