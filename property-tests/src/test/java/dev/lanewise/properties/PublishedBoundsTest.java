package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Activations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every error that the catalogue publishes as a number holds: at the worst arguments that are known, around places where
 * a formula changes, and at random ones, with gradients of all magnitudes. {@link ExhaustiveAccuracy} takes all floats.
 */
class PublishedBoundsTest {
    private static final int BAND = 200;
    private static final int DRAWS = 50_000;
    /** Where errors were found to be largest, of some function each. */
    private static final float[] WORST = {-0.7505336f, -0.7517916f, -0.7524609f, 5.061387f, 4.703539f,
            -1.3549011f, -1.8615726f, -2.1925669f, -2.4867358f, -3.40223f, -9.795034f, 17.328684f, 17.328629f,
            -1.2784653f, -1.2771205f, -103.97201f, -103.96867f, 0.4125291f, 1.249495f, -5.363606f, 5.0791097f,
            -7.689382f, 0.912461f, -0.82142603f, -0.72790664f, -0.744265f, -0.28868046f, -0.29442373f,
            -16.923239f, -7.434384f, 1.8266319f, 2.4254754f, 11.8192835f, 2.7730908f, -8.807716f,
            -0.18861575f,
            3.4215904e-4f, -101.77473f, -1.4097274e-5f, -1.1592234f, -150f, 150f};
    private static final float[] GRADIENTS = {1f, 100f, -1e-3f, 3e30f, 0x1.fffffep0f, -0x1.fffffep-1f,
            Float.MIN_VALUE, -Float.MIN_NORMAL, 1e-40f, Float.MAX_VALUE, -2e38f, 1e10f, 0f};
    private static final float[] ALPHAS = {1f, 0.3f, 0x1.fffffep0f, 0x1.000002p0f, Float.MIN_NORMAL, 7e20f,
            3e38f};

    /** What {@link ExhaustiveAccuracy} measures, and other parameters. */
    static Stream<Named<Measured>> functions() {
        return Stream.concat(Measured.all().stream(),
                Stream.of(Activation.ELU, Activation.LEAKY_RELU)
                        .flatMap(f -> Stream.of(0, 1, 2, 3, 4, 5, 6)
                                .map(i -> ALPHAS[i])
                                .flatMap(
                                        alpha -> Stream.of(Measured.value(f, alpha),
                                                Measured.derivative(f, alpha)))))
                .map(m -> Named.of(m.name(), m));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void worstArguments(Measured measured) throws IOException {
        List<Float> all = new ArrayList<>();
        for (float x : WORST) {
            addBand(all, Float.floatToRawIntBits(x));
            addBand(all, Float.floatToRawIntBits(-x));
        }
        for (float x : MathAccuracyTest.BREAKPOINTS) {
            addBand(all, Float.floatToRawIntBits(x));
        }
        AccuracyReport.of(Path.of("..", "reports", "accuracy.md"))
                .worst(measured.name())
                .ifPresent(bits -> addBand(all, bits));
        check(measured, all, new SplittableRandom(1));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void randomArguments(Measured measured) {
        SplittableRandom random = new SplittableRandom(20261129);
        List<Float> all = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            all.add(Float.intBitsToFloat(random.nextInt()));
            all.add((float) random.nextDouble(-20, 20));
            all.add((float) random.nextDouble(-2, 2));
        }
        check(measured, all, random);
    }

    private static void addBand(List<Float> all, int middle) {
        for (int bits = middle - BAND; bits <= middle + BAND; bits++) {
            all.add(Float.intBitsToFloat(bits));
        }
    }

    private static void check(Measured measured, List<Float> arguments, SplittableRandom random) {
        float[] x = new float[arguments.size()];
        float[] dy = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = arguments.get(i);
            float any = Float.intBitsToFloat(random.nextInt());
            dy[i] = i % 2 == 0 && Float.isFinite(any) ? any : GRADIENTS[random.nextInt(GRADIENTS.length)];
        }
        AccuracyScan scan = new AccuracyScan(measured);
        scan.add(x, dy);
        Finding found = scan.finding();
        assertThat(found.used()).as("%s: part of %s at %s = %a", measured.name(), measured.published().text(),
                found.worst(), found.worst()).isLessThanOrEqualTo(1);
        assertThat(found.differences()).as("%s: bits that are not the definition's", measured.name())
                .isZero();
    }

    /** The bounds that were published once, and do not hold. */
    @Test
    void aBoundThatIsExceededShows() {
        Measured derivative = Measured.derivative(Activation.GELU_TANH, 0);
        float[] x = {5.061387f};
        double exact = derivative.exact().applyAsDouble(x[0]);
        float dx = new FunctionCall(derivative.kernel(), derivative.parameters(), x, new float[]{100f})
                .definition()[0];
        double error = Deviation.of(dx, 100 * exact);
        assertThat(error).isGreaterThan(0x1p-21 * 100 * exact + 0x1p-21)
                .isLessThan(derivative.bound(100 * exact, 100));
    }

    @ParameterizedTest
    @EnumSource
    void notANumberStaysAndSoDoesTheSignOfZero(Activation f) {
        float[] y = {Float.NaN, -0f};
        Activations.activate(f, f.usualAlpha(), 2, y, 0, y, 0);
        assertThat(y[0]).isNaN();
        if (f != Activation.SIGMOID && f != Activation.SOFTPLUS) {
            assertThat(Float.floatToRawIntBits(y[1])).isEqualTo(Float.floatToRawIntBits(-0f));
        }
    }

    /** Products beyond the floats are infinite, infinite gradients too, but for derivatives that are 0. */
    @ParameterizedTest
    @EnumSource(names = {"SIGMOID", "TANH", "SOFTPLUS", "GELU", "GELU_TANH", "SILU", "SELU"})
    void infiniteGradients(Activation f) {
        float[] x = {0f, 0f, -200f};
        float[] dy = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY};
        Measured derivative = Measured.derivative(f, 0);
        float[] dx = new FunctionCall(derivative.kernel(), derivative.parameters(), derivative.saved(x), dy)
                .facade();
        assertThat(dx).containsExactly(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN);
    }
}
