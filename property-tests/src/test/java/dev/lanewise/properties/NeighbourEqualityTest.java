package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.catalog.Element;
import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;
import dev.lanewise.kernels.catalog.Operands;
import dev.lanewise.kernels.catalog.Role;
import dev.lanewise.kernels.catalog.Size;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Functions of one array on hundreds of thousands of neighbouring floats: vectors give the bits of the definition,
 * and both give those that they gave when they were last meant to change.
 */
class NeighbourEqualityTest {
    /**
     * A checksum of all that the functions give. A coefficient that is changed in the definition and in the vectors alike
     * shows here alone; the number changes when a definition is meant to change, which the changelog says.
     */
    private static final String PINNED = "ae654a0d";

    private static final float[] X = Neighbours.arguments();

    /** One array read, one written. */
    private static final class Pair implements Operands {
        private final Kernel kernel;
        private final float[] y = new float[X.length];

        Pair(Kernel kernel) {
            this.kernel = kernel;
        }

        @Override
        public Size size() {
            return new Size(1, X.length, 1);
        }

        @Override
        public float[] array(int operand) {
            return operand == 0 ? X : y;
        }

        @Override
        public int[] ints(int operand) {
            throw new IllegalStateException("operand " + operand + " of " + kernel.name() + " is of floats");
        }

        @Override
        public int at(int operand) {
            return 0;
        }

        @Override
        public int ld(int operand) {
            return X.length;
        }

        @Override
        public Number value(int parameter) {
            return kernel.usual().get(parameter);
        }
    }

    static Stream<Named<Kernel>> functions() {
        return KernelCatalog.all()
                .stream()
                .filter(NeighbourEqualityTest::isFunction)
                .map(kernel -> Named.of(kernel.name(), kernel));
    }

    private static boolean isFunction(Kernel kernel) {
        return kernel.isElementwise()
                && kernel.operands().stream().allMatch(o -> o.element() == Element.FLOAT)
                && kernel.operands().stream().map(o -> o.role()).toList().equals(List.of(Role.IN, Role.OUT));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void neighboursGiveTheBitsOfTheDefinition(Kernel kernel) {
        Pair actual = new Pair(kernel);
        kernel.facade().run(actual);
        Pair expected = new Pair(kernel);
        kernel.definition().run(expected);
        for (int i = 0; i < X.length; i++) {
            if (Float.floatToIntBits(actual.y[i]) != Float.floatToIntBits(expected.y[i])) {
                assertThat(actual.y[i]).as("%s(%s), bits %08x", kernel.name(), X[i],
                        Float.floatToRawIntBits(X[i])).isEqualTo(expected.y[i]);
            }
        }
    }

    @Test
    void functionsGiveTheBitsThatTheyGaveBefore() {
        CRC32C checksum = new CRC32C();
        for (Kernel kernel : functions().map(Named::getPayload).toList()) {
            Pair pair = new Pair(kernel);
            kernel.facade().run(pair);
            for (float value : pair.y) {
                int bits = Float.floatToIntBits(value);
                for (int shift = 0; shift < 32; shift += 8) {
                    checksum.update(bits >>> shift);
                }
            }
        }
        assertThat(Long.toHexString(checksum.getValue())).isEqualTo(PINNED);
    }
}
