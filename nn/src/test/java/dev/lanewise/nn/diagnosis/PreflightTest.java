package dev.lanewise.nn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.InitializerParser;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.NetworkBuilder;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreflightTest {
    private static final Dataset DIGITS = Digits.generate(400, 3);

    private static Preflight check(NetworkBuilder builder, Dataset train, Dataset test) {
        Network network = builder.build(1);
        return Examination.begin(network, Trainer.of(network), train, null).preflight(test);
    }

    private static NetworkBuilder digits(Scaling scaling, String layers) {
        return Network.input(784).scaling(scaling).classNames(DIGITS.classNames()).add(layers);
    }

    private static List<String> failed(Preflight preflight) {
        return preflight.checks()
                .stream()
                .filter(check -> !check.passed())
                .map(Preflight.Check::name)
                .toList();
    }

    @Test
    void aSoundTrainingPasses() {
        Preflight preflight = check(digits(Scaling.bytes(), "dense:32 relu dense:10"), DIGITS,
                Digits.generate(100, 4));
        assertThat(failed(preflight)).isEmpty();
        assertThat(preflight.passed()).isTrue();
        assertThat(preflight.checks()).extracting(Preflight.Check::name)
                .containsExactly("input scale", "initial loss", "gradients reach every layer",
                        "first steps", "one batch by heart",
                        "label balance", "test rows new");
    }

    @Test
    void testRowsThatWereTrainedOnAreCounted() {
        Preflight preflight = check(digits(Scaling.bytes(), "dense:32 relu dense:10"), DIGITS,
                DIGITS.take(50));
        assertThat(failed(preflight)).containsExactly("test rows new");
        assertThat(preflight.checks().getLast().numbers())
                .isEqualTo("50 of 50 test rows are training rows, too");
    }

    @Test
    void unscaledBytesAreFound() {
        assertThat(failed(
                check(digits(Scaling.none(), "dense:32 relu dense:10"), DIGITS, Digits.generate(100, 4))))
                .contains("input scale");
    }

    @Test
    void aBottleneckIsFound() {
        assertThat(failed(
                check(digits(Scaling.bytes(), "dense:1 relu dense:10"), DIGITS, Digits.generate(100, 4))))
                .containsExactly("one batch by heart");
    }

    @Test
    void gradientsThatVanishAreFound() {
        assertThat(failed(check(digits(Scaling.bytes(), "dense:32 sigmoid ".repeat(6) + "dense:10"), DIGITS,
                Digits.generate(100, 4)))).contains("gradients reach every layer");
    }

    @Test
    void zeroWeightsPassNoGradient() {
        NetworkBuilder zero = digits(Scaling.bytes(), "dense:32 relu dense:10")
                .initializer(InitializerParser.parse("normal:1e-30"));
        assertThat(failed(check(zero, DIGITS, Digits.generate(100, 4))))
                .contains("gradients reach every layer");
    }

    @Test
    void unequalClassesAreFound() {
        int[] mostlyOnes = IntStream.range(0, 400).filter(i -> DIGITS.label(i) == 1 || i % 10 == 0).toArray();
        assertThat(failed(check(digits(Scaling.bytes(), "dense:32 relu dense:10"), DIGITS.subset(mostlyOnes),
                Digits.generate(100, 4)))).containsExactly("label balance");
    }
}
