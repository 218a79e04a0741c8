package dev.lanewise.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitsTest {
    private static final double FRACTION = 0.3;

    /** Feature, and weight less 1, of a row is its number; classes are of very different sizes, one has a single row. */
    private static Dataset rows(int size) {
        Random random = new Random(size);
        float[] numbers = new float[size];
        float[] weights = new float[size];
        int[] labels = new int[size];
        for (int row = 0; row < size; row++) {
            numbers[row] = row;
            weights[row] = row + 1;
            labels[row] = row == 0 ? 3 : (int) (3 * Math.pow(random.nextDouble(), 3));
        }
        return Dataset.ofFloats("rows", 1, numbers, labels, List.of("a", "b", "c", "single", "none"))
                .withSampleWeights(weights);
    }

    private static List<Integer> numbers(Dataset part) {
        List<Integer> numbers = new ArrayList<>();
        float[] row = new float[1];
        for (int i = 0; i < part.size(); i++) {
            part.gather(new int[]{i}, 0, 1, row);
            assertThat(part.weight(i)).isEqualTo(row[0] + 1);
            numbers.add((int) row[0]);
        }
        return numbers;
    }

    private static List<Integer> all(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    private static void assertPartition(Split split, int size) {
        List<Integer> together = new ArrayList<>(numbers(split.train()));
        together.addAll(numbers(split.test()));
        assertThat(together).hasSize(size)
                .containsExactlyInAnyOrderElementsOf(all(size))
                .isNotEqualTo(all(size));
    }

    @ParameterizedTest
    @CsvSource({"10", "11", "97", "1000"})
    void stratifiedSplitsKeepEveryClassesShare(int size) {
        Dataset data = rows(size);
        Split split = data.stratifiedSplit(FRACTION, 7);
        assertPartition(split, size);
        assertThat(split.test().size()).isEqualTo(data.split(FRACTION, 7).test().size());
        int[] all = Splits.classCounts(data);
        int[] test = Splits.classCounts(split.test());
        for (int k = 0; k < all.length; k++) {
            assertThat(Math.abs(test[k] - FRACTION * all[k])).as("class %d", k).isLessThan(1);
        }
    }

    /** 0.5 of 3 + 3 + 1 rows: 4 in all, 1.5 + 1.5 + 0.5 by class. */
    @Test
    void remaindersGoToTheLargestFirst() {
        Dataset data = Dataset.ofFloats("x", 1, new float[7], new int[]{0, 0, 0, 1, 1, 1, 2},
                List.of("a", "b", "c"));
        assertThat(Splits.classCounts(data.stratifiedSplit(0.5, 1).test())).containsExactly(2, 2, 0);
    }

    @ParameterizedTest
    @CsvSource({"10, 2", "10, 3", "97, 5", "97, 97", "1000, 10"})
    void foldsTestEveryRowOnce(int size, int k) {
        for (List<Split> folds : List.of(rows(size).folds(k, 3), rows(size).stratifiedFolds(k, 3))) {
            assertThat(folds).hasSize(k);
            List<Integer> tested = new ArrayList<>();
            for (Split fold : folds) {
                assertPartition(fold, size);
                assertThat(fold.test().size()).isBetween(size / k, (size + k - 1) / k);
                tested.addAll(numbers(fold.test()));
            }
            assertThat(tested).hasSize(size).containsExactlyInAnyOrderElementsOf(all(size));
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 2", "97, 5", "1000, 10"})
    void stratifiedFoldsKeepEveryClassesShare(int size, int k) {
        Dataset data = rows(size);
        int[] all = Splits.classCounts(data);
        for (Split fold : data.stratifiedFolds(k, 3)) {
            int[] test = Splits.classCounts(fold.test());
            for (int c = 0; c < all.length; c++) {
                assertThat(test[c]).as("class %d", c).isBetween(all[c] / k, (all[c] + k - 1) / k);
            }
        }
    }

    @Test
    void theSeedDecides() {
        Dataset data = rows(50);
        assertThat(numbers(data.stratifiedSplit(FRACTION, 1).test()))
                .isEqualTo(numbers(data.stratifiedSplit(FRACTION, 1).test()))
                .isNotEqualTo(numbers(data.stratifiedSplit(FRACTION, 2).test()));
        assertThat(numbers(data.folds(3, 1).getFirst().test()))
                .isEqualTo(numbers(data.folds(3, 1).getFirst().test()))
                .isNotEqualTo(numbers(data.folds(3, 2).getFirst().test()));
    }

    /** Parts of a view are parts of its rows alone. */
    @Test
    void viewsAreDivided() {
        Dataset view = rows(100).subset(90, 91, 92, 93, 94);
        List<Integer> tested = view.folds(5, 1)
                .stream()
                .flatMap(fold -> numbers(fold.test()).stream())
                .toList();
        assertThat(tested).containsExactlyInAnyOrder(90, 91, 92, 93, 94);
    }

    @ParameterizedTest
    @CsvSource({"1", "0", "-1", "11"})
    void refusesNumbersOfFoldsThatDoNotFit(int k) {
        for (boolean stratified : new boolean[]{false, true}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> {
                        Dataset data = rows(10);
                        var _ = stratified ? data.stratifiedFolds(k, 1) : data.folds(k, 1);
                    })
                    .withMessage("k: " + k + " (expected 2 to 10, the number of rows)");
        }
    }

    @Test
    void refusesStrataWithoutClasses() {
        Dataset line = Dataset.ofTargets("line", 1, new float[4], new float[4]);
        assertThatIllegalStateException().isThrownBy(() -> line.stratifiedSplit(0.5, 1))
                .withMessage("line has targets (regression), no class labels");
        assertThatIllegalStateException().isThrownBy(() -> line.stratifiedFolds(2, 1));
        assertThat(line.folds(2, 1)).hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> rows(10).stratifiedSplit(1, 1))
                .withMessage("testFraction: 1.0 (expected > 0 and < 1)");
    }
}
