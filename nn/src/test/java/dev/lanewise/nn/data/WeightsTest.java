package dev.lanewise.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsTest {
    private static Dataset table(int... labels) {
        return Dataset.ofFloats("table", 1, new float[labels.length], labels, List.of("a", "b", "c"));
    }

    @Test
    void weightsGoWithTheirRows() {
        Dataset plain = table(0, 1, 2, 0);
        Dataset data = plain.withSampleWeights(new float[]{1, 2, 3, 4});
        assertThat(plain.weighted()).isFalse();
        assertThat(plain.weight(3)).isEqualTo(1);
        assertThat(data.weighted()).isTrue();
        float[] weights = {-1, -1, -1, -1};
        data.subset(3, 1, 1).take(2).withShape(1, 1).gatherWeights(new int[]{0, 1, 0}, 1, 2, weights);
        assertThat(weights).containsExactly(2, 4, -1, -1);
        plain.gatherWeights(new int[]{0, 1, 2}, 0, 3, weights);
        assertThat(weights).containsExactly(1, 1, 1, -1);
    }

    /** A row that is in a view twice has two weights. */
    @Test
    void viewsHaveWeightsOfTheirOwn() {
        Dataset view = table(0, 1, 2).subset(1, 1, 0).withSampleWeights(new float[]{5, 6, 7});
        assertThat(view.subset(2, 1, 0).weight(0)).isEqualTo(7);
        assertThat(view.subset(2, 1, 0).weight(1)).isEqualTo(6);
        assertThat(view.weight(0)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, Float.NaN, Float.POSITIVE_INFINITY})
    void refusesNumbersThatAreNoWeights(float weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(0, 1).withSampleWeights(new float[]{1, weight}))
                .withMessage("weight of row 1: " + weight + " (expected a finite number >= 0)");
        assertThatIllegalArgumentException().isThrownBy(() -> ClassWeights.of(1, weight))
                .withMessage("class weights: " + weight + " for class 1 (expected a finite number >= 0)");
    }

    @Test
    void refusesWeightsThatDoNotFit() {
        assertThatIllegalArgumentException().isThrownBy(() -> table(0, 1).withSampleWeights(new float[3]))
                .withMessage("weights: 3 (expected one for each of 2 rows)");
        assertThatIllegalArgumentException().isThrownBy(() -> table(0, 1).withSampleWeights(new float[2]))
                .withMessage("weights: all 0 (expected one above 0 at least)");
        for (float[] none : new float[][]{{}, {0, 0}}) {
            assertThatIllegalArgumentException().isThrownBy(() -> ClassWeights.of(none))
                    .withMessage("class weights: " + Arrays.toString(none)
                            + " (expected one for each class, and one above 0 at least)");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(0, 1).gatherWeights(new int[2], 0, 2, new float[1]))
                .withMessage("destination.length: 1 (expected >= 2)");
    }

    @Test
    void balancedClassesCountAlike() {
        ClassWeights balanced = ClassWeights.balanced(table(0, 1, 1, 2, 2, 2, 2, 2));
        assertThat(balanced).isEqualTo(ClassWeights.of(8f / 3, 8f / 6, 8f / 15))
                .isEqualTo(ClassWeights.parse("balanced", table(0, 1, 1, 2, 2, 2, 2, 2)));
        assertThat(balanced.weight(1)).isEqualTo(8f / 6);
        assertThat(ClassWeights.NONE.weight(1)).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> ClassWeights.balanced(table(0, 1, 1)))
                .withMessage("class weights: no rows of class c in table (expected >= 1 of each to balance)");
        assertThatIllegalStateException().isThrownBy(
                () -> ClassWeights.balanced(Dataset.ofTargets("line", 1, new float[1], new float[1])));
    }

    @Test
    void readsWeights() {
        assertThat(ClassWeights.parse("1,2.5,0", table(0))).isEqualTo(ClassWeights.of(1, 2.5f, 0))
                .hasToString("[1.0, 2.5, 0.0]");
        assertThat(ClassWeights.NONE).hasToString("none");
        for (String wrong : List.of("", "1,", "1;2", "balance", "NaN", "1f")) {
            assertThatIllegalArgumentException().isThrownBy(() -> ClassWeights.parse(wrong, table(0)))
                    .withMessage("class weights: \"" + wrong
                            + "\" (expected balanced, or numbers such as 1,2.5,1 in the order of the classes)");
        }
    }

    @Test
    void severalTargetsStayTogether() {
        Dataset plane = Dataset.ofTargets("plane", 1, new float[]{0, 1, 2}, 2, new float[]{1, 2, 3, 4, 5, 6});
        assertThat(plane.targets()).isEqualTo(2);
        assertThat(plane.size()).isEqualTo(3);
        assertThat(plane).hasToString("plane: 3 rows x 1 features, regression, 2 targets");
        float[] targets = new float[5];
        plane.subset(2, 0).gatherTargets(new int[]{1, 0}, 0, 2, targets);
        assertThat(targets).containsExactly(1, 2, 5, 6, 0);
        assertThat(plane.target(1)).isEqualTo(3);
        assertThat(plane.target(1, 1)).isEqualTo(4);
        assertThat(table(0).targets()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> plane.target(1, 2))
                .withMessage("output: 2 (expected 0..1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.ofTargets("x", 1, new float[1], 2, new float[3]))
                .withMessage("targets.length: 3 (expected a multiple of outputs = 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.ofTargets("x", 1, new float[1], 0, new float[1]))
                .withMessage("outputs: 0 (expected >= 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.ofTargets("x", 1, new float[1], 2, new float[]{0, Float.NaN}))
                .withMessage("target of row 0, output 1: NaN (expected a finite number)");
    }
}
