package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kernels on matrices allocate nothing either where nothing else has run before. What C2 inlines depends on the
 * counts that it saw, and these on the shape; a JVM that has run other kernels would hide it.
 */
@Tag("once")
class FreshAllocationTest {

    @TempDir
    private Path folder;

    static Stream<String> kernels() {
        return KernelCatalog.all().stream().filter(Kernel::isMatrix).map(Kernel::name);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void allocatesNothingInAFreshJvm(String kernel) throws Exception {
        assertNoAllocation(kernel, 4, 251);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("kernels")
    void allocatesNothingOnManyOrLongRows(String kernel) throws Exception {
        assertNoAllocation(kernel, 1024, 10);
        assertNoAllocation(kernel, 64, 1000);
    }

    private void assertNoAllocation(String kernel, int rows, int columns) throws Exception {
        String bytes = ChildJvm.run(folder, List.of("--add-modules=jdk.incubator.vector", "-Xmx512m",
                "-Dlanewise.backend=simd", AllocationProbe.class.getName(), kernel, Integer.toString(rows),
                Integer.toString(columns))).output();
        assertThat(bytes.strip()).as("bytes allocated by the last %d calls", AllocationWindows.CALLS)
                .isEqualTo("0");
    }
}
