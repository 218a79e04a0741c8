package dev.lanewise.nn.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Real data sets, which are not part of the project: looked for in LANEWISE_DATA or beside the repository. Where they
 * are missing a line says so, and the tests of the readers on small files of the same form stand in for them.
 */
class PublicDataTest {
    private static final Path DATA = Path
            .of(System.getenv().getOrDefault("LANEWISE_DATA", "../../shared/data"));

    private static Path require(String path) {
        Path file = DATA.resolve(path);
        if (!Files.exists(file)) {
            String message = "NOT TESTED, missing data: " + file.toAbsolutePath().normalize()
                    + " (LANEWISE_DATA names another place)";
            System.out.println(message);
            Assumptions.abort(message);
        }
        return file;
    }

    private static int[] counts(Dataset dataset) {
        int[] counts = new int[dataset.classes()];
        IntStream.range(0, dataset.size()).forEach(i -> counts[dataset.label(i)]++);
        return counts;
    }

    @Test
    void iris() throws IOException {
        Dataset iris = CsvFile.read(require("iris/iris.csv.gz"), "species");
        assertThat(iris).hasToString("iris: 150 rows x 4 features, 3 classes");
        assertThat(iris.classNames()).containsExactly("0", "1", "2");
        assertThat(counts(iris)).containsOnly(50);
        float[] first = new float[4];
        iris.gather(new int[]{0}, 0, 1, first);
        assertThat(first).containsExactly(5.1f, 3.5f, 1.4f, 0.2f);
    }

    @Test
    void mnist() throws IOException {
        require("mnist");
        Split mnist = NamedData.load("mnist", NamedData.find("mnist", DATA));
        assertThat(mnist.train()).hasToString("mnist: 60000 rows x 784 features, 10 classes");
        assertThat(counts(mnist.train())).containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265,
                5851, 5949);
        assertThat(counts(mnist.test())).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974,
                1009);
        assertThat(mnist.test().shape()).containsExactly(28, 28, 1);
    }

    @Test
    void fashionMnist() throws IOException {
        require("fashion-mnist");
        Split fashion = NamedData.load("fashion-mnist", NamedData.find("fashion-mnist", DATA));
        assertThat(fashion.train()).hasToString("fashion-mnist: 60000 rows x 784 features, 10 classes");
        assertThat(counts(fashion.train())).containsOnly(6_000);
        assertThat(counts(fashion.test())).containsOnly(1_000);
        // The first training image is known to be an ankle boot.
        assertThat(fashion.train().classNames().get(fashion.train().label(0))).isEqualTo("Ankle boot");
    }
}
