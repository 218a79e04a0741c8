package dev.lanewise.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanewise.nn.OptimizerSamples;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hyper-parameter is checked, and none is ignored. */
class OptimizerParametersTest {
    static List<Optimizer> all() {
        return OptimizerSamples.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyHyperParameterChangesTheSteps(Optimizer optimizer) throws ReflectiveOperationException {
        RecordComponent[] components = optimizer.getClass().getRecordComponents();
        assertThat(components).isNotEmpty();
        float[] path = path(optimizer);
        for (int i = 0; i < components.length; i++) {
            if (!isWithoutVelocity(optimizer, components[i].getName())) {
                assertThat(path(with(optimizer, i)))
                        .as("%s with another %s", optimizer, components[i].getName())
                        .isNotEqualTo(path);
            }
        }
    }

    /** Documented: the learning rate is outside or inside a velocity that there is not. */
    private static boolean isWithoutVelocity(Optimizer optimizer, String name) {
        return optimizer instanceof RmsProp rms && rms.momentum() == 0 && name.equals("rateOutside");
    }

    /** The same optimizer with one hyper-parameter changed. */
    private static Optimizer with(Optimizer optimizer, int changed) throws ReflectiveOperationException {
        RecordComponent[] components = optimizer.getClass().getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < arguments.length; i++) {
            Object value = Objects.requireNonNull(components[i].getAccessor().invoke(optimizer));
            arguments[i] = i == changed ? other(value) : value;
        }
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return (Optimizer) optimizer.getClass().getConstructor(types).newInstance(arguments);
    }

    private static Object other(Object value) {
        return switch (value) {
            case Boolean flag -> !flag;
            case Adam adam -> new Adam(0.5f * adam.learningRate());
            case Float number -> number == 0 ? 0.5f : number < 1e-5f ? 0.01f : 0.5f * number;
            default -> throw new IllegalStateException(value.toString());
        };
    }

    private static float[] path(Optimizer optimizer) {
        return path(optimizer, optimizer.learningRate(), optimizer.momentum());
    }

    /** The rate falls; the first gradient is small beside epsilon, others change their sign. */
    private static float[] path(Optimizer optimizer, float learningRate, float momentum) {
        Steps steps = Steps.of(optimizer, 1f);
        float[] gradients = {1e-6f, 2f, 1f, -0.1f, 0.01f, -0.5f};
        float[] path = new float[gradients.length];
        for (int i = 0; i < path.length; i++) {
            path[i] = steps.step(gradients[i], learningRate / (1 + i), momentum);
        }
        return path;
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyOptimizerRegularisesWeightsOnly(Optimizer optimizer) {
        float[] plain = new Steps(optimizer, 1f, 0f, 0f, 0f, false).all(0.3f, -0.2f, 0.1f);
        assertThat(new Steps(optimizer, 1f, 0.5f, 0.5f, 0.5f, false).all(0.3f, -0.2f, 0.1f)).isEqualTo(plain);
        float[] weight = Steps.of(optimizer, 1f).all(0.3f, -0.2f, 0.1f);
        assertThat(new Steps(optimizer, 1f, 0.5f, 0f, 0f, true).all(0.3f, -0.2f, 0.1f)).isNotEqualTo(weight);
        assertThat(new Steps(optimizer, 1f, 0f, 0.5f, 0f, true).all(0.3f, -0.2f, 0.1f)).isNotEqualTo(weight);
        assertThat(new Steps(optimizer, 1f, 0f, 0f, 0.5f, true).all(0.3f, -0.2f, 0.1f)).isNotEqualTo(weight);
    }

    /** A scale of 1/2 is half the gradient. */
    @ParameterizedTest
    @MethodSource("all")
    void everyOptimizerScalesTheGradient(Optimizer optimizer) {
        assertThat(Steps.of(optimizer, 1f).scaled(0.5f).all(0.3f, -0.2f, 0.1f))
                .isEqualTo(Steps.of(optimizer, 1f).all(0.15f, -0.1f, 0.05f));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyOptimizerTakesTheRateAndMomentumOfTheStep(Optimizer optimizer) {
        float rate = optimizer.learningRate();
        float momentum = optimizer.momentum();
        assertThat(path(optimizer, 0.5f * rate, momentum)).isNotEqualTo(path(optimizer));
        if (momentum > 0) {
            assertThat(path(optimizer, rate, 0.5f * momentum)).isNotEqualTo(path(optimizer));
        }
    }

    @Test
    void namesAreUnique() {
        assertThat(all().stream()
                .collect(Collectors.toMap(Object::getClass, Optimizer::name, (a, b) -> a))
                .values())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "0", "NaN", "Infinity"})
    void refusesLearningRates(float value) throws ReflectiveOperationException {
        for (Optimizer optimizer : all()) {
            if (!(optimizer instanceof AdamW)) {
                assertRefused(optimizer, "learningRate", value, "> 0 and finite");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "1", "1.1", "NaN"})
    void refusesShares(float value) throws ReflectiveOperationException {
        for (Optimizer optimizer : all()) {
            for (String name : List.of("momentum", "dampening", "rho", "beta1", "beta2")) {
                assertRefused(optimizer, name, value, ">= 0 and < 1");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"-1", "NaN", "Infinity"})
    void refusesAmountsBelowZero(float value) throws ReflectiveOperationException {
        for (Optimizer optimizer : all()) {
            for (String name : List.of("initialAccumulator", "momentumDecay", "decay")) {
                assertRefused(optimizer, name, value, ">= 0 and finite");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"-1e-8", "0", "9e-17", "NaN", "Infinity"})
    void refusesEpsilons(float value) throws ReflectiveOperationException {
        for (Optimizer optimizer : all()) {
            assertRefused(optimizer, "epsilon", value, ">= 1e-16 and finite");
        }
    }

    /** With that value, if the optimizer has that hyper-parameter. */
    private static void assertRefused(Optimizer optimizer, String name, float value, String expected)
            throws ReflectiveOperationException {
        RecordComponent[] components = optimizer.getClass().getRecordComponents();
        Object[] arguments = new Object[components.length];
        boolean has = false;
        for (int i = 0; i < arguments.length; i++) {
            boolean named = components[i].getName().equals(name);
            arguments[i] = named
                    ? value
                    : Objects.requireNonNull(components[i].getAccessor().invoke(optimizer));
            has |= named;
        }
        if (has) {
            Constructor<?> constructor = optimizer.getClass()
                    .getConstructor(
                            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            assertThatIllegalArgumentException().isThrownBy(() -> make(constructor, arguments))
                    .withMessage(name + ": " + value + " (expected " + expected + ")");
        }
    }

    private static void make(Constructor<?> constructor, Object... arguments) throws Throwable {
        try {
            constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
