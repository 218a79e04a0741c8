package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tables are trained with when nothing is said: they learn. */
class TableDefaultsTest {
    /** Physical measures and exercises of 20 men (Linnerud): the last three columns are the targets. */
    private static final String LINNERUD = """
            Chins,Situps,Jumps,Weight,Waist,Pulse
            5,162,60,191,36,50
            2,110,60,189,37,52
            12,101,101,193,38,58
            12,105,37,162,35,62
            13,155,58,189,35,46
            4,101,42,182,36,56
            8,101,38,211,38,56
            6,125,40,167,34,60
            15,200,40,176,31,74
            17,251,250,154,33,56
            17,120,38,169,34,50
            13,210,115,166,33,52
            14,215,105,154,34,64
            1,50,50,247,46,50
            6,70,31,193,36,46
            12,210,120,202,37,62
            4,60,25,176,37,54
            11,230,80,157,32,52
            15,225,73,156,33,54
            2,110,43,138,33,68
            """;

    @TempDir
    Path folder;

    private Cli train(Path data, Object... more) {
        Object[] words = new Object[more.length + 6];
        Object[] begin = {"train", "--data", data, "--out", folder.resolve("run"), "--quiet"};
        System.arraycopy(begin, 0, words, 0, begin.length);
        System.arraycopy(more, 0, words, begin.length, more.length);
        return Cli.run(words);
    }

    private Path line(int rows, double slope, double intercept) throws IOException {
        return Files.writeString(folder.resolve("line.csv"), IntStream.range(0, rows)
                .mapToObj(i -> i + "," + (slope * i + intercept))
                .collect(Collectors.joining("\n", "x,y\n", "\n")));
    }

    private static double r2(Cli cli) {
        assertThat(cli.err()).isEmpty();
        assertThat(cli.code()).isZero();
        return Double.parseDouble(cli.lastLine().replaceAll(".*R\\^2 (\\S+).*", "$1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100, 1000})
    void aLineIsLearnt(int rows) throws IOException {
        assertThat(r2(train(line(rows, 2, 1), "--target", "y"))).isGreaterThan(0.99);
        assertThat(Files.readString(folder.resolve("run").resolve("config.json")))
                .contains("\"optimizer\" : \"adam\"", "\"learning-rate\" : 0.001");
    }

    @Test
    void housesAreLearntBothByTheirPriceAndTheirRent() throws IOException {
        Path houses = TestData.houses(folder.resolve("houses.csv"));
        assertThat(r2(train(houses, "--target", "price,-1"))).isGreaterThan(0.9);
    }

    @Test
    void unitsDoNotMatter() throws IOException {
        assertThat(r2(train(line(100, -3e6, 4e9), "--target", "y"))).isGreaterThan(0.99);
    }

    /** Twenty rows of three targets teach little, but nothing may run away. */
    @Test
    void linnerudIsFittedInTraining() throws IOException {
        Path file = Files.writeString(folder.resolve("linnerud.csv"), LINNERUD);
        Cli cli = train(file, "--target", "Weight,Waist,Pulse");
        assertThat(cli.code()).isZero();
        Path model = folder.resolve("run").resolve("model.safetensors");
        assertThat(r2(Cli.run("evaluate", "--model", model, "--data", file))).isGreaterThan(0.3);
    }

    @Test
    void epochsAreMoreOnlyWhereStepsWouldBeFew() throws IOException {
        train(line(1000, 2, 1), "--target", "y", "--layers", "dense:4 relu dense:1");
        // 720 rows to train on are 23 steps an epoch: 500 steps are 22 epochs.
        assertThat(Files.readString(folder.resolve("run").resolve("config.json")))
                .contains("\"epochs\" : 22");
    }

    @Test
    void whatIsGivenIsTaken() throws IOException {
        train(line(100, 2, 1), "--target", "y", "--optimizer", "momentum", "--epochs", 3);
        assertThat(Files.readString(folder.resolve("run").resolve("config.json")))
                .contains("\"optimizer\" : \"momentum\"", "\"learning-rate\" : 0.01", "\"epochs\" : 3");
    }

    @Test
    void preflightTakesRealSteps() throws IOException {
        Path file = line(100, 2, 1);
        Cli sound = train(file, "--target", "y", "--preflight");
        assertThat(sound.out()).contains("ok    first steps: 200 steps lead from loss ");
        Cli sgd = train(file, "--target", "y", "--preflight", "--optimizer", "sgd");
        assertThat(sgd.code()).isOne();
        assertThat(sgd.out())
                .containsPattern("WRONG first steps: the loss stops being finite in step \\d+: ");
        Cli huber = train(file, "--target", "y", "--preflight", "--optimizer", "sgd", "--loss", "huber");
        assertThat(huber.code()).isOne();
        assertThat(huber.out()).contains("WRONG first steps: 200 steps lead from loss ");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    /** Three rows are left to train on, and a tenth of them is none: then nothing is held out. */
    @Test
    void fourRowsAreEnough() throws IOException {
        Path file = Files.writeString(folder.resolve("country.csv"),
                "lat,lon,country\n1,2,NA\n-22,17,\"NA\"\n48,11,DE\n52,13,DE\n");
        Cli cli = train(file);
        assertThat(cli.err()).isEmpty();
        assertThat(cli.code()).isZero();
        assertThat(Files.readString(folder.resolve("run").resolve("config.json")))
                .contains("\"validation\" : 0.0");
    }

    /** More rows in a batch than there are: all of them. */
    @ParameterizedTest
    @ValueSource(ints = {1000, 1_000_000, Integer.MAX_VALUE})
    void aBatchOfMoreThanAllRowsIsAllRows(int batchSize) throws IOException {
        Path flowers = TestData.flowers(folder.resolve("flowers.csv"));
        Cli cli = train(flowers, "--batch-size", batchSize, "--epochs", 3, "--learning-rate", "1e-6");
        assertThat(cli.err()).isEmpty();
        assertThat(cli.code()).isZero();
        assertThat(folder.resolve("run").resolve("diagnosis.json")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reg_target_row.csv|-1", "diabetes200.csv|target"})
    void sharedCasesAreLearnt(String nameAndTarget) throws IOException {
        String[] words = nameAndTarget.split("\\|", -1);
        Path file = Path.of("..", "..", "shared", "cases", words[0]);
        if (!Files.exists(file)) {
            String message = "NOT TESTED, missing: " + file.toAbsolutePath().normalize()
                    + " (the tables above are tested)";
            System.out.println(message);
            Assumptions.abort(message);
        }
        assertThat(r2(train(file, "--target", words[1]))).isPositive();
    }
}
