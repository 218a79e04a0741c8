package dev.lanewise.nn;

import dev.lanewise.kernels.Activation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerParserTest {
    @Test
    void readsLayersBetweenAnyWhiteSpace() {
        assertThat(LayerParser.parse("  dense:512\trelu\n dense:3   sigmoid ")).containsExactly(
                new Dense(512),
                new ActivationLayer(Activation.RELU), new Dense(3), new ActivationLayer(Activation.SIGMOID));
    }

    @Test
    void readsWhatLayersSayOfThemselves() {
        String specs = "dense:512 relu dense:10 sigmoid";
        assertThat(Network.input(4).add(specs).build(1).spec()).isEqualTo(specs);
    }

    @Test
    void pointsAtTheWordThatIsWrong() {
        assertThatIllegalArgumentException().isThrownBy(() -> LayerParser.parse("dense:512 relo dense:10"))
                .withMessage("""
                        layers: unknown layer "relo"
                          dense:512 relo dense:10
                                    ^^^^
                          known: dense:UNITS relu sigmoid""");
    }

    @Test
    void pointsRightAfterTabsAndLineEnds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LayerParser.parse("\tdense:5\n\nrelu:3 dense:1"))
                .withMessage("""
                        layers: relu takes no argument, got "3"
                           dense:5  relu:3 dense:1
                                    ^^^^^^
                          known: dense:UNITS relu sigmoid""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "dense | units: \"\" (expected a whole number >= 1)",
            "dense: | units: \"\" (expected a whole number >= 1)",
            "dense:x | units: \"x\" (expected a whole number >= 1)",
            "dense:1.5 | units: \"1.5\" (expected a whole number >= 1)",
            "dense:99999999999 | units: \"99999999999\" (expected a whole number >= 1)",
            "dense:0 | units: 0 (expected >= 1)",
            "dense:-4 | units: -4 (expected >= 1)",
            "sigmoid:2 | sigmoid takes no argument, got \"2\"",
            "Dense:4 | unknown layer \"Dense\"",
            "relu, | unknown layer \"relu,\"",
            ":4 | unknown layer \"\""})
    void saysWhatIsWrong(String word, String problem) {
        assertThatIllegalArgumentException().isThrownBy(() -> LayerParser.parse("relu " + word))
                .withMessage("layers: %s\n  relu %s\n       %s\n  known: dense:UNITS relu sigmoid", problem,
                        word,
                        "^".repeat(word.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void refusesNothing(String specs) {
        assertThatIllegalArgumentException().isThrownBy(() -> LayerParser.parse(specs))
                .withMessage("layers: none (expected some of: dense:UNITS relu sigmoid)");
    }
}
