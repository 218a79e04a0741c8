package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Loss;
import dev.lanewise.nn.LossParser;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Predictor;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.TargetScaling;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.CsvFile;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.io.ModelFile;
import dev.lanewise.nn.optim.Adam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** evaluate and predict with regression models. */
class RegressionUseTest {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path houses;
    private static Dataset table;
    private static Network priceNetwork;
    private static Path priceModel;
    private static Path pairModel;

    @BeforeAll
    static void train() throws IOException {
        houses = TestData.houses(shared.resolve("houses.csv"));
        // Features of the price: rooms, distance and rent; of both targets: rooms and distance.
        Path lean = Files.writeString(shared.resolve("lean.csv"), withoutRent(Files.readString(houses)));
        table = CsvFile.readTargets(lean, List.of("price"));
        priceNetwork = trained(table);
        priceModel = shared.resolve("price.safetensors");
        ModelFile.write(priceNetwork, priceModel);
        pairModel = shared.resolve("pair.safetensors");
        ModelFile.write(trained(CsvFile.readTargets(houses, List.of("price", "-1"))), pairModel);
    }

    private static Network trained(Dataset data) {
        Network network = Network.input(2)
                .scaling(Scaling.standardize(data))
                .targetScaling(TargetScaling.standardize(data))
                .schema(data.schema())
                .add("dense:24 tanh dense:" + data.targets())
                .build(3);
        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Adam(0.01f))
                .batchSize(32)
                .epochs(40)
                .fit(data);
        return network;
    }

    private static String withoutRent(String text) {
        return text.lines()
                .map(line -> line.replaceAll(",[^,]*$", ""))
                .map(line -> line.replace(",\"rent", ""))
                .collect(Collectors.joining("\n"));
    }

    private static Path lean() {
        return shared.resolve("lean.csv");
    }

    private static void assertFails(int code, Cli cli, String message) {
        assertThat(cli.err()).isEqualTo("lanewise: " + message + "\n"
                + (code == 2 ? cli.err().substring(cli.err().lastIndexOf("Try")) : ""));
        assertThat(cli.code()).isEqualTo(code);
        assertThat(cli.out()).isEmpty();
    }

    private static double[] column(Cli predictions, int column) {
        assertThat(predictions.err()).isEmpty();
        return predictions.out()
                .lines()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
                .toArray();
    }

    /** Such as {@code rmse 2.913  mae 2.101  R^2 0.9012} of predictions, by the formulas. */
    private static String score(double[] predictions, Dataset data, int output) {
        int n = data.size();
        double mean = IntStream.range(0, n).mapToDouble(i -> data.target(i, output)).average().orElseThrow();
        double squared = 0;
        double absolute = 0;
        double distances = 0;
        for (int i = 0; i < n; i++) {
            double error = predictions[i] - data.target(i, output);
            squared += error * error;
            absolute += Math.abs(error);
            distances += Math.pow(data.target(i, output) - mean, 2);
        }
        return String.format(Locale.ROOT, "rmse %.4g  mae %.4g  R^2 %.4f", Math.sqrt(squared / n),
                absolute / n, 1 - squared / distances);
    }

    @Test
    void evaluateTellsErrorsInTheUnitsOfTheTarget() {
        Cli predictions = Cli.run("predict", "--model", priceModel, "--data", lean());
        String score = score(column(predictions, 1), table, 0);
        for (int threads = 1; threads <= 2; threads++) {
            Cli cli = Cli.run("evaluate", "--model", priceModel, "--data", lean(), "--threads", threads);
            assertThat(cli.err()).isEmpty();
            assertThat(cli.out()).contains("data: lean: 600 rows x 2 features, regression (the whole file, ")
                    .contains("loss: mse of the targets as trained on, (target - mean) / deviation, with "
                            + priceNetwork.targetScaling() + "\n");
            assertThat(cli.lastLine()).startsWith(score + "  loss 0.").endsWith("  samples 600");
        }
        // What is left over is the noise: of such a width its deviation is NOISE / sqrt(3).
        assertThat(Double.parseDouble(score.split(" ", -1)[1])).isBetween(3.0, 5.0);
        assertThat(Double.parseDouble(score.substring(score.lastIndexOf(' ')))).isGreaterThan(0.99);
    }

    @Test
    void evaluateTellsEachOfSeveralTargets() throws IOException {
        Dataset both = CsvFile.readTargets(houses, List.of("price", "-1"));
        Cli predictions = Cli.run("predict", "--model", pairModel, "--data", houses);
        Cli cli = Cli.run("evaluate", "--model", pairModel, "--data", houses);
        assertThat(cli.out().lines().toList().subList(2, 4)).containsExactly(
                "price: " + score(column(predictions, 1), both, 0),
                "rent, net: " + score(column(predictions, 2), both, 1));
        assertThat(cli.lastLine()).matches("mean R\\^2 0\\.99\\d\\d  loss 0\\.\\d{4}  samples 600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"price", "1", "-2"})
    void theTargetMayBeNamedAgain(String target) {
        Cli silent = Cli.run("evaluate", "--model", priceModel, "--data", lean());
        assertThat(Cli.run("evaluate", "--model", priceModel, "--data", lean(), "--target", target))
                .isEqualTo(silent);
        assertThat(Cli.run("predict", "--model", priceModel, "--data", lean(), "--target", target))
                .isEqualTo(Cli.run("predict", "--model", priceModel, "--data", lean()));
    }

    @ParameterizedTest
    @CsvSource({"mae", "huber:0.5"})
    void evaluateTellsTheLossThatIsAskedFor(String loss) {
        Cli cli = Cli.run("evaluate", "--model", priceModel, "--data", lean(), "--loss", loss);
        double expected = Trainer.of(priceNetwork)
                .loss(LossParser.parse(loss))
                .evaluate(table)
                .loss();
        assertThat(cli.out()).contains("loss: " + loss + " of the targets as trained on");
        assertThat(cli.lastLine()).contains("  loss " + String.format(Locale.ROOT, "%.4f", expected) + "  ");
    }

    /** The bits of the network that was written, in a CSV or a JSON text. */
    @Test
    void predictWritesTargetsByNameInTheirOwnUnits() throws IOException {
        float[] rows = new float[2 * table.size()];
        table.gather(IntStream.range(0, table.size()).toArray(), 0, table.size(), rows);
        float[] expected = new float[table.size()];
        new Predictor(priceNetwork, table.size(), Workers.of(1)).outputs(table.size(), rows, expected);
        List<String> csv = Cli.run("predict", "--model", priceModel, "--data", lean()).out().lines().toList();
        Map<String, String> json = JsonValues.of(
                Cli.run("predict", "--model", priceModel, "--data", lean(), "--format", "json").out());
        assertThat(csv).hasSize(601);
        assertThat(csv.getFirst()).isEqualTo("row,price");
        assertThat(json).hasSize(1200);
        for (int i = 0; i < 600; i++) {
            assertThat(csv.get(i + 1)).isEqualTo(i + 1 + "," + expected[i]);
            assertThat(json).containsEntry("/" + i + "/row", Integer.toString(i + 1));
            assertThat(Float.parseFloat(json.get("/" + i + "/targets/price"))).isEqualTo(expected[i]);
        }
    }

    @Test
    void predictNeedsNoTargetsAndDoesNotLookAtThem() throws IOException {
        Cli expected = Cli.run("predict", "--model", pairModel, "--data", houses);
        assertThat(expected.out()).startsWith("row,price,\"rent, net\"\n1,");
        List<String> bare = new ArrayList<>();
        List<String> partly = new ArrayList<>(List.of("rooms,distance,price"));
        for (String line : Files.readAllLines(houses).subList(1, 601)) {
            String[] cells = line.split(",", -1);
            bare.add(cells[0] + "," + cells[2]);
            partly.add(cells[0] + "," + cells[2] + ",unknown");
        }
        for (List<String> lines : List.of(bare, partly)) {
            Path file = Files.write(folder.resolve("rows.csv"), lines);
            Cli cli = Cli.run("predict", "--model", pairModel, "--data", file);
            assertThat(cli.out()).isEqualTo(expected.out());
            assertThat(cli.err()).isEqualTo(lines.equals(partly)
                    ? ""
                    : "lanewise: " + file + ": no header, so columns are taken by position: features 0, 1\n");
        }
    }

    @Test
    void targetsWithoutNamesHaveNumbers() throws IOException {
        Path file = folder.resolve("nameless.safetensors");
        for (int targets = 1; targets <= 2; targets++) {
            ModelFile.write(Network.input(2).dense(targets).build(1), file);
            Path rows = Files.writeString(folder.resolve("rows.csv"), "1,2\n");
            assertThat(Cli.run("predict", "--model", file, "--data", rows).out())
                    .startsWith(targets == 1 ? "row,target\n1," : "row,target_0,target_1\n1,");
        }
        Path rows = Files.writeString(folder.resolve("rows.csv"), "1,2,3,4\n5,6,7,8\n");
        assertFails(1, Cli.run("evaluate", "--model", file, "--data", rows),
                "target: none (expected --target COLUMN, because " + file
                        + " does not know the names of its targets)");
        Cli cli = Cli.run("evaluate", "--model", file, "--data", rows, "--target", "2, -1");
        assertThat(cli.err()).isEqualTo("lanewise: " + rows
                + ": no header, so columns are taken by position: features 0, 1; target 2, 3\n");
        assertThat(cli.out()).contains("loss: mse of the targets as they are\ntarget_0: rmse ",
                "\ntarget_1: rmse ");
    }

    @Test
    void aModelWantsColumnsOfItsKind() throws IOException {
        Path flowers = TestData.flowers(folder.resolve("flowers.csv"));
        Path classifier = folder.resolve("classifier.safetensors");
        ModelFile.write(Network.input(4)
                .classNames(List.of("aster", "lily, white", "rose"))
                .dense(3)
                .build(1), classifier);
        for (String command : List.of("evaluate", "predict")) {
            assertFails(2, Cli.run(command, "--model", priceModel, "--data", lean(), "--label", "price"),
                    "label: price (expected none, because " + priceModel
                            + " is a regression model: --target names its columns)");
            assertFails(2, Cli.run(command, "--model", classifier, "--data", flowers, "--target", "a"),
                    "target: a (expected none, because " + classifier
                            + " is a classifier: --label names its column)");
        }
        for (String loss : List.of("cross-entropy", "binary-cross-entropy")) {
            assertFails(2, Cli.run("evaluate", "--model", priceModel, "--data", lean(), "--loss", loss),
                    "loss: " + loss + " (expected mse, mae or huber, because " + priceModel
                            + " is a regression model)");
        }
        assertFails(2, Cli.run("evaluate", "--model", priceModel, "--data", lean(), "--loss", "rms"),
                "loss: \"rms\" (expected one of: " + LossParser.KNOWN + ")");
    }

    @Test
    void refusesDataThatTheModelDoesNotFit() throws IOException {
        String pair = pairModel.toString();
        assertFails(1, Cli.run("evaluate", "--model", pair, "--data", lean()),
                "target column: rent, net (expected a name in the first row of " + lean()
                        + ": rooms, price, distance; or an index -3..2)");
        assertFails(1, Cli.run("evaluate", "--model", pair, "--data", houses, "--target", "-1,price"),
                "data houses: targets rent, net, price (expected price, rent, net, the targets of " + pair
                        + ")");
        Path other = Files.writeString(folder.resolve("other.csv"), "price,room,distance\n1,2,3\n");
        assertFails(1, Cli.run("predict", "--model", priceModel, "--data", other), other
                + ": no column rooms (expected all features of the model, whatever their order; the first row is price, "
                + "room, distance)");
        Path bare = Files.writeString(folder.resolve("bare.csv"), "1,2,3,4\n");
        assertFails(1, Cli.run("evaluate", "--model", priceModel, "--data", bare, "--target", "0,1"),
                bare + ": no header, so columns are taken by position: features 2, 3; target 0, 1\nlanewise: data bare: targets 2 (expected 1, the targets of "
                        + priceModel + ")");
        Path images = folder.resolve("images.safetensors");
        ModelFile.write(Network.input(784).dense(1).build(1), images);
        assertFails(1, Cli.run("evaluate", "--model", images),
                "data digits: classes 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 (expected 1, the targets of " + images
                        + ")");
    }

    @Test
    void aColumnThatTheModelDoesNotKnowIsIgnored() {
        for (String command : List.of("evaluate", "predict")) {
            Cli cli = Cli.run(command, "--model", priceModel, "--data", houses);
            assertThat(cli.err()).isEqualTo(
                    "lanewise: " + houses
                            + ": columns that the model does not know are ignored: rent, net\n");
            assertThat(cli.out().replace("data: houses", "data: lean"))
                    .isEqualTo(Cli.run(command, "--model", priceModel, "--data", lean()).out());
        }
    }

    @Test
    void namesTheCellOfATargetThatIsNoNumber() throws IOException {
        Path file = folder.resolve("table.csv");
        for (String cell : List.of("", "cheap", "NaN", "1e40")) {
            Files.writeString(file, "rooms,price,distance\n1,2,3\n4," + cell + ",6\n");
            Cli cli = Cli.run("evaluate", "--model", priceModel, "--data", file);
            assertThat(cli.code()).isEqualTo(1);
            assertThat(cli.err()).startsWith("lanewise: " + file + ": row 3, column 1 (price): ")
                    .hasLineCount(1);
            assertThat(cli.out()).isEmpty();
        }
    }
}
