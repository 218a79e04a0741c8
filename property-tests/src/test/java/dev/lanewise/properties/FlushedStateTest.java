package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.AdamOptimizers;
import dev.lanewise.kernels.AdaptiveOptimizers;
import dev.lanewise.kernels.Optimizers;
import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;
import dev.lanewise.kernels.catalog.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Optimizers write no subnormal number, and what they set to zero would have moved no parameter. */
class FlushedStateTest {
    private static final int STEPS = 20_000;
    private static final int N = 67;
    private static final Set<Class<?>> OPTIMIZERS = Set.of(Optimizers.class, AdaptiveOptimizers.class,
            AdamOptimizers.class);
    private static final Set<String> SHARES = Set.of("momentum", "beta1", "beta2", "rho", "shrink");

    static Stream<Named<Kernel>> optimizers() {
        return KernelCatalog.all()
                .stream()
                .filter(kernel -> OPTIMIZERS.contains(kernel.owner()))
                .map(kernel -> Named.of(kernel.name(), kernel));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void noStepWritesASubnormalNumber(Kernel kernel) {
        for (Flavour flavour : new Flavour[]{Flavour.MODERATE, Flavour.WIDE}) {
            assertNoSubnormals(kernel, flavour, kernel.usual());
            assertNoSubnormals(kernel, flavour, fading(kernel));
        }
    }

    /** Half of everything is left after a step. */
    private static List<Number> fading(Kernel kernel) {
        List<Number> values = new ArrayList<>();
        for (Parameter parameter : kernel.parameters()) {
            values.add(SHARES.contains(parameter.name()) ? 0.5f : parameter.values().get(0));
        }
        return values;
    }

    private static void assertNoSubnormals(Kernel kernel, Flavour flavour, List<Number> values) {
        Case any = Case.of(1, N, 11);
        Frame frame = new Case(any.size(), any.offset(), any.pad(), flavour, 11).frame(kernel, values);
        Arrays.fill(frame.array(1), 0f);
        for (int step = 1; step <= STEPS; step++) {
            kernel.facade().run(frame);
            for (int operand = 0; operand < kernel.operands().size(); operand++) {
                if (kernel.operands().get(operand).isWritten()) {
                    assertNormal(kernel, frame, operand, step);
                }
            }
        }
    }

    private static void assertNormal(Kernel kernel, Frame frame, int operand, int step) {
        for (int i = 0; i < frame.n(); i++) {
            float x = frame.array(operand)[frame.at(operand) + i];
            if (x != 0 && Math.abs(x) < Float.MIN_NORMAL) {
                throw new AssertionError(
                        kernel.name() + ", " + kernel.operands().get(operand).name() + "[" + i
                                + "] after step " + step + ": " + x);
            }
        }
    }

    /** Gradients for a while and then none, so that the state fades away; a step that never flushes beside it. */
    @Test
    void momentumMovesParametersAsIfNothingWereFlushed() {
        float[] w = parameters();
        float[] v = new float[N];
        float[] plain = w.clone();
        float[] plainV = new float[N];
        for (int step = 1; step <= 3000; step++) {
            float[] g = gradients(step);
            Optimizers.momentum(N, 0.9f, -0.01f, 1f, 1f, 0f, 0f, 0f, w, 0, g, 0, v, 0);
            for (int i = 0; i < N; i++) {
                plainV[i] = Math.fma(-0.01f, g[i], 0.9f * plainV[i]);
                plain[i] = plain[i] + plainV[i];
            }
            assertThat(w).as("step %d", step).isEqualTo(plain);
        }
        assertThat(v).containsOnly(0f);
    }

    @Test
    void adamMovesParametersAsIfNothingWereFlushed() {
        float[] w = parameters();
        float[] m = new float[N];
        float[] v = new float[N];
        float[] plain = w.clone();
        float[] plainM = new float[N];
        float[] plainV = new float[N];
        for (int step = 1; step <= 3000; step++) {
            float[] g = gradients(step);
            double correction = AdamOptimizers.correction(0.95f, step);
            float rate = AdamOptimizers.rate(0.001f, AdamOptimizers.correction(0.9f, step), correction,
                    false);
            float root = AdamOptimizers.rootScale(correction, false);
            AdamOptimizers.adam(N, rate, root, 0.9f, 0.95f, 1e-8f, 1f, 0f, 0f, 0f, w, 0, g, 0, m, 0, v, 0);
            for (int i = 0; i < N; i++) {
                plainM[i] = Math.fma(1f - 0.9f, g[i], 0.9f * plainM[i]);
                plainV[i] = Math.fma((1f - 0.95f) * g[i], g[i], 0.95f * plainV[i]);
                float denominator = Math.fma((float) Math.sqrt(plainV[i]), root, 1e-8f);
                plain[i] = Math.fma(-rate, plainM[i] / denominator, plain[i]);
            }
            assertThat(w).as("step %d", step).isEqualTo(plain);
        }
        assertThat(m).containsOnly(0f);
        assertThat(v).containsOnly(0f);
    }

    private static float[] parameters() {
        return Flavour.MODERATE.array(3, N);
    }

    /** From 2^-8 to 2^8, then 2^-50 times that, then none. */
    private static float[] gradients(int step) {
        float[] g = step <= 200 ? Flavour.MODERATE.array(step, N) : new float[N];
        if (step > 100) {
            for (int i = 0; i < N; i++) {
                g[i] *= 0x1p-50f;
            }
        }
        return g;
    }
}
