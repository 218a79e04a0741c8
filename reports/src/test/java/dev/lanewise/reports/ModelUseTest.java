package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** evaluate and predict with models that train wrote. */
class ModelUseTest {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path digits;
    private static Path digitsModel;
    private static Path flowers;
    private static Path flowersModel;
    private static String digitsResult;

    @BeforeAll
    static void train() throws IOException {
        digits = TestData.digits(shared.resolve("digits-small"));
        digitsResult = Cli
                .run("train", "--data", digits, "--layers", "dense:16 relu dense:10", "--epochs", 2, "--out",
                        shared.resolve("d"))
                .lastLine();
        digitsModel = shared.resolve("d/model.safetensors");
        flowers = TestData.flowers(shared.resolve("flowers.csv"));
        Cli.run("train", "--data", flowers, "--epochs", 30, "--batch-size", 8, "--out", shared.resolve("f"));
        flowersModel = shared.resolve("f/model.safetensors");
    }

    private static void assertFails(Cli cli, String message) {
        assertThat(cli.err()).isEqualTo("lanewise: " + message + "\n");
        assertThat(cli.code()).isEqualTo(1);
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void evaluateRepeatsTheResultOfTheTraining() {
        for (int threads = 1; threads <= 3; threads++) {
            Cli cli = Cli.run("evaluate", "--model", digitsModel, "--data", digits, "--threads", threads);
            assertThat(cli.err()).isEmpty();
            assertThat(cli.code()).isZero();
            String accuracyAndLoss = digitsResult.substring(0, digitsResult.indexOf("  weights"));
            assertThat(cli.lastLine()).isEqualTo(accuracyAndLoss + "  samples 100");
        }
    }

    @Test
    void evaluateTakesAllRowsOfACsvFileAndDoesNotCallThemATest() {
        Cli cli = Cli.run("evaluate", "--model", flowersModel, "--data", flowers, "--label", "kind");
        assertThat(cli.out()).contains("the whole file");
        assertThat(cli.lastLine()).matches("accuracy 100\\.00 %  loss 0\\.\\d{4}  samples 120");
    }

    @Test
    void predictWritesALineForEachRow() throws IOException {
        Cli cli = Cli.run("predict", "--model", digitsModel, "--data", digits);
        assertThat(cli.err()).isEmpty();
        List<String> lines = cli.out().lines().toList();
        assertThat(lines).hasSize(101);
        assertThat(lines.getFirst()).isEqualTo("row,class,p_0,p_1,p_2,p_3,p_4,p_5,p_6,p_7,p_8,p_9");
        for (int row = 1; row <= 100; row++) {
            String[] cells = lines.get(row).split(",");
            assertThat(cells).hasSize(12);
            assertThat(cells[0]).isEqualTo(Integer.toString(row));
            double[] p = Arrays.stream(cells).skip(2).mapToDouble(Double::parseDouble).toArray();
            // Ten roundings of numbers below 1, in the denominator and the quotients.
            assertThat(Arrays.stream(p).sum()).isBetween(1 - 1e-6, 1 + 1e-6);
            assertThat(p[Integer.parseInt(cells[1])]).isEqualTo(Arrays.stream(p).max().orElseThrow());
        }
        Path file = folder.resolve("predictions.csv");
        assertThat(Cli.run("predict", "--model", digitsModel, "--data", digits, "--out", file, "--threads", 3)
                .out())
                .isEmpty();
        assertThat(file).hasContent(cli.out());
    }

    @Test
    void predictNeedsNoLabels() throws IOException {
        String withLabels = Cli.run("predict", "--model", flowersModel, "--data", flowers).out();
        assertThat(withLabels.lines()).hasSize(121).startsWith("row,class,p_aster,\"p_lily, white\",p_rose");
        assertThat(withLabels.lines().skip(3).findFirst().orElseThrow()).startsWith("3,\"lily, white\",");
        String features = Files.readAllLines(flowers)
                .stream()
                .map(line -> line.substring(0, line.startsWith("a") ? line.lastIndexOf(',') : at(line, 4)))
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("features.csv"), features);
        assertThat(Cli.run("predict", "--model", flowersModel, "--data", file).out()).isEqualTo(withLabels);
        Path bare = Files.writeString(folder.resolve("bare.csv"),
                features.substring(features.indexOf('\n') + 1));
        assertThat(Cli.run("predict", "--model", flowersModel, "--data", bare).out()).isEqualTo(withLabels);
    }

    /** Where the given comma, from 1, stands. */
    private static int at(String line, int comma) {
        int at = -1;
        for (int i = 0; i < comma; i++) {
            at = line.indexOf(',', at + 1);
        }
        return at;
    }

    @Test
    void jsonHoldsTheSameNumbers() throws IOException {
        String json = Cli.run("predict", "--model", flowersModel, "--data", flowers, "--format", "json")
                .out();
        Map<String, String> values = JsonValues.of(json);
        List<String> csv = Cli.run("predict", "--model", flowersModel, "--data", flowers)
                .out()
                .lines()
                .toList();
        assertThat(values).hasSize(120 * 5)
                .containsEntry("/0/class", "rose")
                .containsEntry("/119/row", "120");
        assertThat(json.lines()).hasSize(122);
        assertThat(csv.get(1)).isEqualTo("1,rose," + values.get("/0/probabilities/aster") + ","
                + values.get("/0/probabilities/lily, white") + "," + values.get("/0/probabilities/rose"));
    }

    @Test
    void refusesDataThatTheModelDoesNotFit() throws IOException {
        for (String command : List.of("evaluate", "predict")) {
            assertFails(Cli.run(command, "--model", flowersModel, "--data", digits),
                    "data digits-small: 784 features (expected 4, the inputs of " + flowersModel + ")");
        }
        Path nine = TestData.digits(folder.resolve("fashion-mnist"));
        assertFails(Cli.run("evaluate", "--model", digitsModel, "--data", nine),
                "data fashion-mnist: classes T-shirt/top, Trouser, Pullover, Dress, Coat, Sandal, Shirt, Sneaker, Bag, "
                        + "Ankle boot (expected 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, the classes of " + digitsModel
                        + ")");
        Path tulip = Files.writeString(folder.resolve("tulip.csv"), "a,b,c,d,kind\n1,2,3,4,tulip\n");
        assertFails(Cli.run("evaluate", "--model", flowersModel, "--data", tulip), tulip
                + ": row 2, column 4 (kind): unknown class \"tulip\" (expected one of aster, lily, white, rose)");
        Path narrow = Files.writeString(folder.resolve("narrow.csv"), "1,2,3\n");
        assertFails(Cli.run("predict", "--model", flowersModel, "--data", narrow),
                narrow + ": 3 columns (expected 4 features, or 5 columns with a label)");
    }

    @Test
    void refusesBadModelFiles() throws IOException {
        byte[] good = Files.readAllBytes(flowersModel);
        Path file = folder.resolve("bad.safetensors");
        for (String command : List.of("evaluate", "predict")) {
            assertFails(Cli.run(command, "--model", file, "--data", flowers), file + ": no such file");
            Files.write(file, Arrays.copyOf(good, good.length - 5));
            assertFails(Cli.run(command, "--model", file, "--data", flowers), file + ": truncated: "
                    + (good.length - 5) + " bytes (expected " + good.length + ")");
            Files.writeString(file, "this is no model");
            assertThat(Cli.run(command, "--model", file, "--data", flowers).err())
                    .startsWith("lanewise: " + file + ": not a safetensors file: header length ");
            byte[] corrupt = good.clone();
            corrupt[8] = '[';
            Files.write(file, corrupt);
            assertThat(Cli.run(command, "--model", file, "--data", flowers).err())
                    .startsWith("lanewise: " + file + ": corrupt header: ");
            Files.delete(file);
        }
    }

    @Test
    void anUnwritablePredictionFileIsToldBeforehand() throws IOException {
        Path out = folder.resolve("none/predictions.csv");
        assertFails(Cli.run("predict", "--model", digitsModel, "--data", digits, "--out", out),
                out + ": cannot be written to (expected a file in a folder that exists)");
        assertFails(Cli.run("predict", "--model", digitsModel, "--data", digits, "--out", folder),
                folder + ": cannot be written to (expected a file in a folder that exists)");
    }
}
