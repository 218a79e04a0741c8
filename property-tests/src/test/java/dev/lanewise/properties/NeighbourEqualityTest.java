package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;
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

    static Stream<Named<Kernel>> functions() {
        return KernelCatalog.all()
                .stream()
                .filter(FunctionCall::isFunction)
                .map(kernel -> Named.of(kernel.name(), kernel));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void neighboursGiveTheBitsOfTheDefinition(Kernel kernel) {
        float[] actual = new FunctionCall(kernel, X).facade();
        float[] expected = new FunctionCall(kernel, X).definition();
        for (int i = 0; i < X.length; i++) {
            if (Float.floatToIntBits(actual[i]) != Float.floatToIntBits(expected[i])) {
                assertThat(actual[i]).as("%s(%s), bits %08x", kernel.name(), X[i],
                        Float.floatToRawIntBits(X[i])).isEqualTo(expected[i]);
            }
        }
    }

    @Test
    void functionsGiveTheBitsThatTheyGaveBefore() {
        CRC32C checksum = new CRC32C();
        for (Kernel kernel : functions().map(Named::getPayload).toList()) {
            for (float value : new FunctionCall(kernel, X).facade()) {
                int bits = Float.floatToIntBits(value);
                for (int shift = 0; shift < 32; shift += 8) {
                    checksum.update(bits >>> shift);
                }
            }
        }
        assertThat(Long.toHexString(checksum.getValue())).isEqualTo(PINNED);
    }
}
