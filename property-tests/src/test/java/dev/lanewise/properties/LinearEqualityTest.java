package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.Workers;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AfterContainer;

/** {@link Gemm#linear} on one thread gives the bits of its definition, at every shape. */
@Domain(KernelDomain.class)
class LinearEqualityTest {
    private static final Workers ALONE = Workers.of(1);

    @AfterContainer
    static void close() {
        ALONE.close();
    }

    @KernelProperty
    void layerGivesTheBitsOfItsDefinition(@ForAll LinearCase any) {
        any.check(ALONE);
    }

    /** An empty sum is +0, so z is the bias, but +0 where that is -0. */
    @Example
    void emptySumIsPositiveZero() {
        float[] bias = {-0f, 2f, -3f};
        float[] z = new float[3];
        float[] y = new float[3];
        Gemm.linear(ALONE, Transpose.N, 1, 3, 0, new float[0], 0, 1, new float[0], 0, 3, bias, 0,
                Activation.RELU, 0f, z, 0, 3, y, 0, 3);
        assertThat(z).usingElementComparator(Float::compare).containsExactly(0f, 2f, -3f);
        assertThat(y).usingElementComparator(Float::compare).containsExactly(0f, 2f, 0f);
    }
}
