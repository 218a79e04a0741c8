package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.io.ModelFile;
import dev.lanewise.nn.io.WeightsDigest;
import dev.lanewise.reports.page.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

class TrainCommandTest {
    private static final String LAYERS = "dense:16 relu dense:10";

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path digits;
    private static Path run;
    private static Cli result;

    @BeforeAll
    static void trainOnce() throws IOException {
        digits = TestData.digits(shared.resolve("my <digits>"));
        run = shared.resolve("run");
        result = Cli.run("train", "--data", digits, "--layers", LAYERS, "--epochs", 3, "--batch-size", 20,
                "--out",
                run, "--threads", 2);
    }

    private static Map<String, String> json(Path runFolder) throws IOException {
        return JsonValues.of(Files.readString(runFolder.resolve("run.json")));
    }

    @Test
    void printsDataNetworkEpochsAndResult() {
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        List<String> lines = result.out().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("data: my <digits>: 300 rows x 784 features, 10 classes; test: 100 rows");
        assertThat(result.out()).contains("dense:16         (batch, 16)            12,560")
                .contains(", 2 threads\n");
        assertThat(result.out())
                .containsPattern("\ndiagnosis: [a-z -]+ \\(confidence 0\\.\\d\\d\\)\n  .*\\d.*\n");
        assertThat(lines.stream().filter(line -> line.startsWith("epoch 3/3")).findFirst().orElseThrow())
                .matches("epoch 3/3  train loss \\d\\.\\d{4}  accuracy \\d+\\.\\d\\d %  "
                        + "validation loss \\d\\.\\d{4}  accuracy \\d+\\.\\d\\d %  [\\d,]+ samples/s");
        assertThat(result.lastLine())
                .matches(
                        "test accuracy \\d+\\.\\d\\d %  loss \\d\\.\\d{4}  weights sha256 [0-9a-f]{64}  run .*")
                .endsWith("  run " + run + "  report " + run.resolve("report.html"));
    }

    @Test
    void writesACompleteFolderAndNothingElse() throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(
                    "config.json", "epochs.csv", "log.jsonl", "run.json", "model.safetensors",
                    "learning-curve.svg", "report.html", "diagnosis.json");
        }
    }

    @Test
    void runJsonHasAllKeys() throws IOException {
        Map<String, String> json = json(run);
        List<String> epochKeys = List.of("epoch", "trainLoss", "trainAccuracy", "penalty",
                "validationLoss", "validationAccuracy", "learningRate", "seconds", "samplesPerSecond");
        List<String> settings = List.of("data", "layers", "loss", "optimizer", "learning-rate", "epochs",
                "batch-size", "validation", "l1", "l2", "seed", "threads", "log", "statistics",
                "checkpoint-minutes");
        List<String> keys = Stream.of(
                Stream.of("/dataset", "/trainSamples", "/validationSamples", "/testSamples", "/scaling",
                        "/layers",
                        "/threads", "/backend", "/vectorBits", "/java", "/test/loss", "/test/accuracy",
                        "/verdict", "/ending",
                        "/restoredEpoch", "/parameters", "/weightsSha256"),
                settings.stream().map(key -> "/config/" + key),
                IntStream.range(0, 3)
                        .boxed()
                        .flatMap(epoch -> epochKeys.stream().map(key -> "/epochs/" + epoch + "/" + key)))
                .flatMap(group -> group)
                .toList();
        assertThat(json.keySet()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(json).containsEntry("/dataset", "my <digits>")
                .containsEntry("/trainSamples", "270")
                .containsEntry("/testSamples", "100")
                .containsEntry("/layers", LAYERS)
                .containsEntry("/config/optimizer", "sgd")
                .containsEntry("/config/learning-rate", "0.1")
                .containsEntry("/config/batch-size", "20")
                .containsEntry("/config/validation", "0.1")
                .containsEntry("/config/seed", "42")
                .containsEntry("/threads", "2")
                .containsEntry("/parameters", "12730")
                .containsEntry("/epochs/2/epoch", "3");
        assertThat(result.lastLine()).contains(json.get("/weightsSha256"))
                .startsWith(
                        "test accuracy " + Figures.percent(Double.parseDouble(json.get("/test/accuracy"))));
    }

    @Test
    void theModelHasTheWeightsOfTheRun() throws IOException {
        Network model = ModelFile.read(run.resolve("model.safetensors"));
        assertThat(WeightsDigest.sha256(model)).isEqualTo(json(run).get("/weightsSha256"));
        assertThat(model.spec()).isEqualTo(LAYERS);
        assertThat(model.classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void theNumberOfThreadsDoesNotShow() throws IOException {
        for (int threads : new int[]{1, 3}) {
            Path out = folder.resolve("threads" + threads);
            Cli.run("train", "--data", digits, "--layers", LAYERS, "--epochs", 3, "--batch-size", 20, "--out",
                    out,
                    "--threads", threads);
            assertThat(json(out).get("/weightsSha256")).isEqualTo(json(run).get("/weightsSha256"));
            assertThat(json(out).get("/test/loss")).isEqualTo(json(run).get("/test/loss"));
        }
        Path other = folder.resolve("seed");
        Cli.run("train", "--data", digits, "--layers", LAYERS, "--epochs", 3, "--batch-size", 20, "--out",
                other,
                "--seed", 43);
        assertThat(json(other).get("/weightsSha256")).isNotEqualTo(json(run).get("/weightsSha256"));
    }

    @Test
    void theReportIsSelfContainedAndEscaped() throws IOException {
        String html = Files.readString(run.resolve("report.html"));
        assertThat(html).contains("<h1>my &lt;digits&gt;</h1>")
                .doesNotContain("<digits>")
                .contains(json(run).get("/weightsSha256"))
                .contains("12,730")
                .contains("prefers-color-scheme:dark")
                .contains(
                        "--layers &#39;dense:16 relu dense:10&#39; --loss cross-entropy --optimizer sgd "
                                + "--learning-rate 0.1 --epochs 3 --batch-size 20 --validation 0.1");
        assertThat(Pages.faults(html)).isEmpty();
    }

    @Test
    void theCurveIsWellFormedAndTheSameInTheReport() throws Exception {
        Path file = run.resolve("learning-curve.svg");
        assertThat(elements(file, "svg")).isEqualTo(3);
        String svg = Files.readString(file);
        List<String> plots = Pattern.compile("<svg class=\"plot\".*?</svg>", Pattern.DOTALL)
                .matcher(svg)
                .results()
                .map(MatchResult::group)
                .toList();
        // A dot in the legend and one for each of 3 epochs.
        assertThat(plots).hasSize(2).allSatisfy(plot -> assertThat(plot.split("h0", -1)).hasSize(3 + 1 + 1));
        assertThat(Files.readString(run.resolve("report.html"))).contains(plots);
    }

    private static int elements(Path file, String name)
            throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getElementsByTagName(name)
                .getLength();
    }

    @Test
    void quietPrintsTheLastLineOnly() throws IOException {
        Path flowers = TestData.flowers(folder.resolve("flowers.csv"));
        Cli cli = Cli.run("train", "--data", flowers, "--label", "kind", "--epochs", 30, "--batch-size", 8,
                "--out",
                folder.resolve("out"), "--quiet");
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out().lines()).hasSize(1);
        // Three kinds that are far apart, and 24 of 120 rows held out.
        assertThat(cli.lastLine()).startsWith("test accuracy 100.00 %");
        assertThat(json(folder.resolve("out"))).containsEntry("/testSamples", "24")
                .containsEntry("/layers", "dense:512 relu dense:3")
                .containsEntry("/scaling", "per feature (4)");
    }

    @Test
    void withoutValidationTheFiguresAreNull() throws IOException {
        Cli cli = Cli.run("train", "--data", digits, "--layers", "dense:10", "--epochs", 1, "--validation", 0,
                "--out",
                folder.resolve("out"));
        assertThat(cli.code()).isZero();
        assertThat(cli.out()).doesNotContain("validation");
        assertThat(json(folder.resolve("out"))).containsEntry("/epochs/0/validationLoss", "null")
                .containsEntry("/epochs/0/validationAccuracy", "null")
                .containsEntry("/trainSamples", "300");
    }

    @Test
    void aDivergedTrainingFailsWithItsCauseAndKeepsTheLogs() throws IOException {
        Cli cli = Cli.run("train", "--data", digits, "--layers", "dense:16 relu dense:16 relu dense:10",
                "--epochs", 2, "--learning-rate", "1e20", "--out", folder.resolve("out"));
        assertThat(cli.code()).isEqualTo(1);
        assertThat(cli.err()).startsWith("lanewise: training diverged: loss NaN in epoch 1, step 2; layer 2 "
                + "(dense:16): ")
                .contains("the learning rate 1.0E20 is too high")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("out/config.json")).exists();
        assertThat(folder.resolve("out/run.json")).doesNotExist();
        assertThat(folder.resolve("out/model.safetensors")).doesNotExist();
    }

    @Test
    void regressionTellsEachTargetInItsOwnUnits() throws Exception {
        StringBuilder rows = new StringBuilder("x,y,far,near\n");
        for (int i = 0; i < 200; i++) {
            double x = i % 20 / 10.0 - 1;
            double y = Math.floorDiv(i, 20) / 5.0 - 1;
            rows.append(x + "," + y + "," + (5000 + 1000 * x) + "," + (x - y) + "\n");
        }
        Path table = Files.writeString(folder.resolve("plane.csv"), rows);
        Path out = folder.resolve("out");
        Cli cli = Cli.run("train", "--data", table, "--target", "far,near", "--layers", "dense:2",
                "--learning-rate", 0.1, "--epochs", 60, "--l2", "1e-6", "--out", out);
        assertThat(cli.err()).isEmpty();
        assertThat(cli.lastLine()).startsWith("test mean R^2 1.0000  loss 0.0000  weights sha256 ");
        Map<String, String> json = json(out);
        assertThat(json).containsEntry("/config/loss", "mse").doesNotContainKey("/test/accuracy");
        assertThat(Double.parseDouble(json.get("/test/targets/0/rmse"))).isBetween(1e-6, 1.0);
        assertThat(Double.parseDouble(json.get("/test/targets/1/rmse"))).isBetween(1e-9, 1e-3);
        assertThat(Double.parseDouble(json.get("/epochs/0/penalty"))).isPositive();
        assertThat(Files.readString(out.resolve("report.html"))).contains("test RMSE of far", "with penalty")
                .doesNotContain("accuracy");
        assertThat(elements(out.resolve("learning-curve.svg"), "svg")).isEqualTo(2);
        Cli logits = Cli.run("train", "--data", table, "--target", "near", "--loss", "binary-cross-entropy");
        assertThat(logits.err())
                .startsWith("lanewise: loss: binary-cross-entropy (expected mse, mae or huber ");
        assertThat(logits.code()).isEqualTo(2);
    }
}
