package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.lanewise.kernels.Backend;
import dev.lanewise.kernels.Capabilities;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.api.Test;

/** The width that was asked for is the width in use; otherwise the other tests would prove nothing about it. */
class VectorWidthTest {
    /** Set by the build for each of its runs; without it (in an IDE) the preferred width is due. */
    private static final int EXPECTED = Integer.getInteger("lanewise.expectedVectorBits",
            Integer.getInteger("lanewise.vectorBits",
                    Math.clamp(Capabilities.current().preferredBits(), 128, 512)));

    @Test
    void simdBackendIsInUse() {
        assertThat(Capabilities.current().backend()).isEqualTo(Backend.SIMD);
    }

    @Test
    void reportedWidthIsTheWidthAskedFor() {
        assertThat(Capabilities.current().vectorBits()).isEqualTo(EXPECTED);
    }

    @Test
    void everyFloatSpeciesOfTheKernelsHasThatWidth() throws ReflectiveOperationException {
        List<Integer> widths = new ArrayList<>();
        for (VectorSpecies<?> species : species()) {
            if (species.elementType() == float.class) {
                widths.add(species.vectorBitSize());
            }
        }
        assertThat(widths).isNotEmpty().containsOnly(EXPECTED);
    }

    private static List<VectorSpecies<?>> species() throws ReflectiveOperationException {
        List<VectorSpecies<?>> found = new ArrayList<>();
        for (var type : new ClassFileImporter().importPackages("dev.lanewise.kernels.simd")) {
            for (JavaField field : type.getFields()) {
                if (field.getRawType().isEquivalentTo(VectorSpecies.class)) {
                    Field reflected = field.reflect();
                    reflected.setAccessible(true);
                    found.add((VectorSpecies<?>) reflected.get(null));
                }
            }
        }
        return found;
    }
}
