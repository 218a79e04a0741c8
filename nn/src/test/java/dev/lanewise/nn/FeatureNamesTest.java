package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A network and its data agree on what features are called, if both know. */
class FeatureNamesTest {
    private static final Dataset DATA = Dataset.ofFloats("points", 2, new float[]{1, 2, 3, 4},
            new int[]{0, 1},
            List.of("a", "b"));

    private static Network network(String... names) {
        return Network.input(2).featureNames(List.of(names)).dense(2).build(1);
    }

    private static void fit(Network network, Dataset data) {
        Trainer.of(network).epochs(1).fit(data);
    }

    @Test
    void theSameNamesOrNoneFit() {
        fit(network("x", "y"), DATA.withFeatureNames(List.of("x", "y")));
        fit(network("x", "y"), DATA);
        fit(network(), DATA.withFeatureNames(List.of("x", "y")));
        assertThat(network("x", "y").copy().featureNames()).containsExactly("x", "y");
        assertThat(DATA.withFeatureNames(List.of("x", "y")).subset(1).featureNames()).containsExactly("x",
                "y");
    }

    @Test
    void otherNamesOrAnotherOrderDoNot() {
        Network network = network("x", "y");
        float[] before = network.parameters().clone();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(network, DATA.withFeatureNames(List.of("y", "x"))))
                .withMessage(
                        "training data: feature 0 is y (expected x, as the network knows it; the names are the same in "
                                + "another order)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(network, DATA.withFeatureNames(List.of("x", "z"))))
                .withMessage("training data: feature 1 is z (expected y, as the network knows it)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainer.of(network).evaluate(DATA.withFeatureNames(List.of("y", "x"))));
        assertThat(network.parameters()).isEqualTo(before);
    }

    @Test
    void namesMustFit() {
        assertThatIllegalArgumentException().isThrownBy(() -> network("x"))
                .withMessage("feature names: 1 (expected one for each of 2 inputs)");
        assertThatIllegalArgumentException().isThrownBy(() -> network("x", "x"))
                .withMessage("featureNames: \"x\" occurs twice (expected distinct names)");
        assertThatIllegalArgumentException().isThrownBy(() -> DATA.withFeatureNames(List.of("x", "y", "z")))
                .withMessage("featureNames: 3 (expected one for each of 2 features, or none)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schema(List.of("x", "y"), "y", List.of(), List.of()))
                .withMessage("featureNames: x, y (expected none of y)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.input(2)
                        .schema(new Schema(List.of(), "k", List.of(), List.of(3)))
                        .dense(2)
                        .build(1))
                .withMessage(
                        "answer columns: [3] (expected one, or one for each of 2 outputs, of 3 columns)");
    }
}
