package dev.lanewise.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetTest {
    private static final List<String> AB = List.of("a", "b");

    private static Dataset floats() {
        return Dataset.ofFloats("table", 2, new float[]{0, 1, 10, 11, 20, 21, 30, 31}, new int[]{0, 1, 1, 0},
                AB);
    }

    private static float[] features(Dataset dataset) {
        float[] all = new float[dataset.size() * dataset.features()];
        dataset.gather(IntStream.range(0, dataset.size()).toArray(), 0, dataset.size(), all);
        return all;
    }

    private static int[] labels(Dataset dataset) {
        return IntStream.range(0, dataset.size()).map(dataset::label).toArray();
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void tellsWhatItHolds() {
        Dataset table = floats();
        assertThat(table.name()).isEqualTo("table");
        assertThat(table.size()).isEqualTo(4);
        assertThat(table.features()).isEqualTo(2);
        assertThat(table.classes()).isEqualTo(2);
        assertThat(table.classNames()).containsExactly("a", "b");
        assertThat(table.shape()).containsExactly(2);
        assertThat(labels(table)).containsExactly(0, 1, 1, 0);
        assertThat(table).hasToString("table: 4 rows x 2 features, 2 classes");
    }

    @Test
    void readsBytesAsUnsigned() {
        Dataset bytes = Dataset.ofBytes("bytes", 3, new byte[]{0, 127, (byte) 128, (byte) 255, 1, 2},
                new int[]{1, 0}, AB);
        assertThat(features(bytes)).containsExactly(0, 127, 128, 255, 1, 2);
    }

    @Test
    void gathersAnyRowsAndLeavesTheRestAlone() {
        int[] order = {9, 3, 0, 3, 9};
        float[] batch = {-1, -1, -1, -1, -1, -1, -1};
        int[] classes = {-1, -1, -1, -1};
        floats().gather(order, 1, 3, batch);
        floats().gatherLabels(order, 1, 3, classes);
        assertThat(batch).containsExactly(30, 31, 0, 1, 30, 31, -1);
        assertThat(classes).containsExactly(0, 0, 0, -1);
    }

    @Test
    void holdsTargetsForRegression() {
        Dataset line = Dataset.ofTargets("line", 1, new float[]{1, 2, 3}, new float[]{2, 4, 6});
        float[] targets = new float[2];
        line.gatherTargets(new int[]{2, 0}, 0, 2, targets);
        assertThat(targets).containsExactly(6, 2);
        assertThat(line.target(1)).isEqualTo(4);
        assertThat(line.classes()).isZero();
        assertThat(line).hasToString("line: 3 rows x 1 features, regression");
        assertThatIllegalStateException().isThrownBy(() -> line.label(0))
                .withMessage("line has targets (regression), no class labels");
        assertThatIllegalStateException().isThrownBy(() -> line.gatherLabels(new int[1], 0, 1, new int[1]));
        assertThatIllegalStateException().isThrownBy(() -> floats().target(0))
                .withMessage("table has class labels, no targets (not regression)");
        assertThatIllegalStateException()
                .isThrownBy(() -> floats().gatherTargets(new int[1], 0, 1, new float[1]));
    }

    @Test
    void viewsOfViewsKeepTheirRowsTogether() {
        Dataset view = floats().subset(3, 1, 1, 0).take(3).subset(2, 0);
        assertThat(features(view)).containsExactly(10, 11, 30, 31);
        assertThat(labels(view)).containsExactly(1, 0);
        assertThat(floats().take(0).size()).isZero();
    }

    @Test
    void givesImagesAShape() {
        Dataset images = Dataset.ofBytes("images", 6, new byte[12], new int[2], AB).withShape(2, 3, 1);
        assertThat(images.features()).isEqualTo(6);
        assertThat(images.shape()).containsExactly(2, 3, 1);
        assertThat(images.take(1).shape()).containsExactly(2, 3, 1);
        images.shape()[0] = 99;
        assertThat(images.shape()).containsExactly(2, 3, 1);
        assertRefused(() -> images.withShape(2, 2),
                "shape: [2, 2] (expected positive extents with product 6)");
        assertRefused(() -> images.withShape(-2, -3),
                "shape: [-2, -3] (expected positive extents with product 6)");
        assertRefused(() -> images.withShape(0, 6),
                "shape: [0, 6] (expected positive extents with product 6)");
    }

    @Test
    void splitsEveryRowIntoOnePartBySeed() {
        int rows = 100;
        float[] values = new float[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = row;
        }
        Dataset all = Dataset.ofFloats("rows", 1, values, new int[rows], List.of("only"));
        Split split = all.split(0.25, 7);
        assertThat(split.train().size()).isEqualTo(75);
        assertThat(split.test().size()).isEqualTo(25);
        float[] together = new float[rows];
        System.arraycopy(features(split.train()), 0, together, 0, 75);
        System.arraycopy(features(split.test()), 0, together, 75, 25);
        assertThat(together).isNotEqualTo(values);
        Arrays.sort(together);
        assertThat(together).isEqualTo(values);
        assertThat(features(all.split(0.25, 7).test())).isEqualTo(features(split.test()));
        assertThat(features(all.split(0.25, 8).test())).isNotEqualTo(features(split.test()));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "-0.5", "1.5", "NaN"})
    void refusesFractionsOutsideZeroToOne(double fraction) {
        assertRefused(() -> floats().split(fraction, 1),
                "testFraction: " + fraction + " (expected > 0 and < 1)");
    }

    @Test
    void refusesSplitsWithAnEmptyPart() {
        assertRefused(() -> floats().split(0.1, 1),
                "testFraction: 0.1 of 4 rows leaves no test rows (expected at least one of each)");
        assertRefused(() -> floats().split(0.9, 1),
                "testFraction: 0.9 of 4 rows leaves no training rows (expected at least one of each)");
    }

    @Test
    void refusesPartsThatDoNotFit() {
        Dataset other = Dataset.ofFloats("other", 2, new float[2], new int[1], List.of("a", "c"));
        assertRefused(() -> new Split(floats(), other),
                "test.classNames: [a, c] (expected train.classNames = [a, b])");
        Dataset narrow = Dataset.ofFloats("narrow", 1, new float[1], new int[1], AB);
        assertRefused(() -> new Split(floats(), narrow), "test.features: 1 (expected train.features = 2)");
    }

    @Test
    void refusesBadConstruction() {
        assertRefused(() -> Dataset.ofFloats("x", 0, new float[0], new int[0], AB),
                "features: 0 (expected >= 1)");
        assertRefused(() -> Dataset.ofFloats("x", 2, new float[3], new int[2], AB),
                "values.length: 3 (expected rows x features = 2 x 2 = 4)");
        assertRefused(() -> Dataset.ofBytes("x", 1 << 20, new byte[0], new int[4096], AB),
                "values.length: 0 (expected rows x features = 4096 x 1048576 = 4294967296)");
        assertRefused(() -> Dataset.ofBytes("x", 1, new byte[2], new int[]{0, 2}, AB),
                "label of row 1: 2 (expected 0..1)");
        assertRefused(() -> Dataset.ofBytes("x", 1, new byte[2], new int[]{-1, 0}, AB),
                "label of row 0: -1 (expected 0..1)");
        assertRefused(() -> Dataset.ofBytes("x", 1, new byte[1], new int[1], List.of()),
                "classNames: none (expected >= 1)");
        assertRefused(() -> Dataset.ofBytes("x", 1, new byte[1], new int[1], List.of("a", "a")),
                "classNames: \"a\" occurs twice (expected distinct names)");
    }

    @Test
    void refusesNumbersThatAreNotFinite() {
        assertRefused(() -> Dataset.ofFloats("x", 3, new float[]{0, 0, 0, 0, 0, Float.NaN}, new int[2], AB),
                "feature at row 1, column 2: NaN (expected a finite number)");
        assertRefused(() -> Dataset.ofTargets("x", 2, new float[]{0, Float.NEGATIVE_INFINITY}, new float[1]),
                "feature at row 0, column 1: -Infinity (expected a finite number)");
        assertRefused(() -> Dataset.ofTargets("x", 1, new float[2], new float[]{0, Float.NaN}),
                "target of row 1: NaN (expected a finite number)");
    }

    @Test
    void refusesBadBatchesBeforeWriting() {
        float[] batch = {-1, -1, -1, -1};
        assertRefused(() -> floats().gather(new int[]{0, 4}, 0, 2, batch), "row: 4 (expected 0..3)");
        assertRefused(() -> floats().gather(new int[]{0, -1}, 0, 2, batch), "row: -1 (expected 0..3)");
        assertRefused(() -> floats().gather(new int[2], 1, 2, batch),
                "from, count: 1, 2 (expected a range of order, length 2)");
        assertRefused(() -> floats().gather(new int[2], -1, 1, batch),
                "from, count: -1, 1 (expected a range of order, length 2)");
        assertRefused(() -> floats().gather(new int[3], 0, 3, batch),
                "destination.length: 4 (expected >= 6)");
        assertThat(batch).containsOnly(-1);
        assertRefused(() -> floats().gatherLabels(new int[3], 0, 3, new int[2]),
                "destination.length: 2 (expected >= 3)");
        assertRefused(() -> floats().label(4), "row: 4 (expected 0..3)");
        assertRefused(() -> floats().take(5), "n: 5 (expected 0..4)");
        assertRefused(() -> floats().subset(0, 4), "row: 4 (expected 0..3)");
    }
}
