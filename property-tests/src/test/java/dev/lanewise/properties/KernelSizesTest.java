package dev.lanewise.properties;

import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;
import dev.lanewise.kernels.catalog.Size;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes beyond those of {@link KernelDomain}, where kernels that work in blocks begin a new one. */
class KernelSizesTest {
    @ParameterizedTest
    @CsvSource({"2, 2047", "1, 2049", "3, 4096", "1, 4097", "1, 16385"})
    void longRows(int rows, int columns) {
        everyKernel(rows, columns);
    }

    @ParameterizedTest
    @CsvSource({"64, 10", "65, 10", "130, 3", "129, 16", "70, 17", "65, 63"})
    void manyRows(int rows, int columns) {
        everyKernel(rows, columns);
    }

    private static void everyKernel(int rows, int columns) {
        for (Flavour flavour : List.of(Flavour.MODERATE, Flavour.WIDE, Flavour.SPECIAL)) {
            Case any = new Case(new Size(rows, columns, 2), 5, 1, flavour, rows + columns);
            for (Kernel kernel : KernelCatalog.all()) {
                any.check(kernel);
            }
        }
    }
}
