package dev.lanewise.nn;

import dev.lanewise.kernels.Activation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerParserTest {
    private static final String KNOWN = "dense:UNITS maxout:UNITSxPIECES dropout:RATE[:lecture] sigmoid tanh relu "
            + "leaky[:SLOPE] prelu[:shared|:feature] elu[:ALPHA] selu softplus gelu gelu_tanh silu identity";

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

    @ParameterizedTest
    @MethodSource
    void readsEveryWord(String word, Layer layer, String canonical) {
        assertThat(LayerParser.parse(word)).containsExactly(layer);
        assertThat(layer.spec()).isEqualTo(canonical);
        assertThat(LayerParser.parse(canonical)).containsExactly(layer);
    }

    static Stream<Arguments> readsEveryWord() {
        return Stream.of(
                arguments("maxout:240x5", new Maxout(240, 5), "maxout:240x5"),
                arguments("maxout:01x016", new Maxout(1, 16), "maxout:1x16"),
                arguments("dropout:0.5", new Dropout(0.5f), "dropout:0.5"),
                arguments("dropout:0", new Dropout(0f), "dropout:0"),
                arguments("dropout:.250:lecture", new Dropout(0.25f, Dropout.Form.LECTURE),
                        "dropout:0.25:lecture"),
                arguments("leaky", new ActivationLayer(Activation.LEAKY_RELU, 0.01f), "leaky:0.01"),
                arguments("leaky:-1e-10", new ActivationLayer(Activation.LEAKY_RELU, -1e-10f),
                        "leaky:-1.0E-10"),
                arguments("leaky:2", new ActivationLayer(Activation.LEAKY_RELU, 2f), "leaky:2"),
                arguments("elu", new ActivationLayer(Activation.ELU, 1f), "elu:1"),
                arguments("elu:1.", new ActivationLayer(Activation.ELU, 1f), "elu:1"),
                arguments("prelu", new Prelu(Prelu.Slopes.SHARED), "prelu:shared"),
                arguments("prelu:shared", new Prelu(Prelu.Slopes.SHARED), "prelu:shared"),
                arguments("prelu:feature", new Prelu(Prelu.Slopes.FEATURE), "prelu:feature"),
                arguments("gelu_tanh", new ActivationLayer(Activation.GELU_TANH), "gelu_tanh"));
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryActivation(Activation activation) {
        ActivationLayer layer = new ActivationLayer(activation);
        assertThat(LayerParser.parse(layer.spec())).containsExactly(layer);
        assertThat(LayerParser.KNOWN.split("[ :\\[]", -1)).contains(layer.spec().replaceAll(":.*", ""));
    }

    @ParameterizedTest
    @ValueSource(floats = {0f, -0f, 0.1f, 1f, 100f, 1e7f, 1e-20f, Float.MAX_VALUE, Float.MIN_VALUE,
            0.99999994f})
    void numbersReadBackAsTheSameFloat(float slope) {
        Layer layer = new ActivationLayer(Activation.LEAKY_RELU, slope);
        assertThat(LayerParser.parse(layer.spec())).containsExactly(layer);
    }

    @Test
    void pointsAtTheWordThatIsWrong() {
        assertThatIllegalArgumentException().isThrownBy(() -> LayerParser.parse("dense:512 relo dense:10"))
                .withMessage("""
                        layers: unknown layer "relo"
                          dense:512 relo dense:10
                                    ^^^^
                          known: %s""", KNOWN);
    }

    @Test
    void pointsRightAfterTabsAndLineEnds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LayerParser.parse("\tdense:5\n\nrelu:3 dense:1"))
                .withMessage("""
                        layers: relu takes no argument, got "3"
                           dense:5  relu:3 dense:1
                                    ^^^^^^
                          known: %s""", KNOWN);
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
            ":4 | unknown layer \"\"",
            "tanh: | tanh takes no argument, got \"\"",
            "gelu:tanh | gelu takes no argument, got \"tanh\"",
            "leaky_relu | unknown layer \"leaky_relu\"",
            "leaky: | slope: \"\" (expected a number such as 0.25)",
            "leaky:x | slope: \"x\" (expected a number such as 0.25)",
            "leaky:NaN | slope: \"NaN\" (expected a number such as 0.25)",
            "leaky:0.1f | slope: \"0.1f\" (expected a number such as 0.25)",
            "leaky:0x1p3 | slope: \"0x1p3\" (expected a number such as 0.25)",
            "leaky:1e50 | slope: \"1e50\" (expected at most 3.4028235E38 in magnitude)",
            "elu:0 | alpha: 0.0 (expected > 0 and finite)",
            "elu:-1 | alpha: -1.0 (expected > 0 and finite)",
            "elu:one | alpha: \"one\" (expected a number such as 0.25)",
            "prelu: | slopes: \"\" (expected shared or feature)",
            "prelu:0.25 | slopes: \"0.25\" (expected shared or feature)",
            "dropout | rate: \"\" (expected a number such as 0.25)",
            "dropout:half | rate: \"half\" (expected a number such as 0.25)",
            "dropout:1 | rate: 1 (expected >= 0 and at most 0.99999994)",
            "dropout:0.99999999999 | rate: 0.99999999999 (expected >= 0 and at most 0.99999994)",
            "dropout:1.5 | rate: 1.5 (expected >= 0 and < 1)",
            "dropout:-0.1 | rate: -0.1 (expected >= 0 and < 1)",
            "dropout:0.5: | form: \"\" (expected lecture, or none)",
            "dropout:0.5:inverted | form: \"inverted\" (expected lecture, or none)",
            "maxout | maxout: \"\" (expected UNITSxPIECES, such as 240x5)",
            "maxout:240 | maxout: \"240\" (expected UNITSxPIECES, such as 240x5)",
            "maxout:240x | maxout: \"240x\" (expected UNITSxPIECES, such as 240x5)",
            "maxout:240X5 | maxout: \"240X5\" (expected UNITSxPIECES, such as 240x5)",
            "maxout:240x5x2 | maxout: \"240x5x2\" (expected UNITSxPIECES, such as 240x5)",
            "maxout:0x5 | units: 0 (expected >= 1)",
            "maxout:-3x5 | units: -3 (expected >= 1)",
            "maxout:240x1 | pieces: 1 (expected 2 to 16)",
            "maxout:240x17 | pieces: 17 (expected 2 to 16)",
            "maxout:240x99999999999 | pieces: \"99999999999\" (expected a whole number >= 1)",
            "maxout:2000000000x2 | units: 2000000000 x 2 pieces (expected a product below 2^31)"})
    void saysWhatIsWrong(String word, String problem) {
        assertThatIllegalArgumentException().isThrownBy(() -> LayerParser.parse("relu " + word))
                .withMessage("layers: %s\n  relu %s\n       %s\n  known: %s", problem,
                        word,
                        "^".repeat(word.length()), KNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void refusesNothing(String specs) {
        assertThatIllegalArgumentException().isThrownBy(() -> LayerParser.parse(specs))
                .withMessage("layers: none (expected some of: %s)", KNOWN);
    }
}
