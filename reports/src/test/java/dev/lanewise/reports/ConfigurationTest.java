package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path digits;

    @BeforeAll
    static void draw() throws IOException {
        digits = TestData.digits(shared.resolve("digits"));
    }

    private Map<String, String> json(Path file) throws IOException {
        return JsonValues.of(Files.readString(file));
    }

    private Path config(String text) throws IOException {
        return Files.writeString(folder.resolve("settings.json"), text);
    }

    /** Everything that has an influence on the weights. */
    private Object[] everything(Path out) {
        return new Object[]{"train", "--data", digits, "--layers", "dense:12 relu maxout:6x2 dense:10",
                "--dropout", 0.25, "--input-dropout", 0.1, "--initializer", "normal:0.05", "--loss",
                "cross-entropy:0.05", "--optimizer", "adamw", "--learning-rate", "2e-3", "--beta1", 0.8,
                "--amsgrad", "--epsilon-hat", "--weight-decay", 0.02, "--schedule", "warmup:5+cosine:0.1",
                "--momentum-schedule", "ramp:0.5:0.9:2", "--epochs", 3, "--batch-size", 17, "--validation",
                0.2, "--stratified", "--early-stopping", "patience=2,monitor=val-accuracy,warmup=1", "--l1",
                "1e-5", "--l2", "1e-4", "--max-norm", 3, "--clip-norm", 1, "--clip-value", 0.5,
                "--class-weights", "balanced", "--augmentation", "shift:1 noise:0.1", "--seed", -7,
                "--threads", 2, "--log", "csv,jsonl,tensorboard", "--histograms", "--statistics", 3, "--out",
                out};
    }

    @Test
    void theEffectiveConfigurationRepeatsTheRunBitForBit() throws IOException {
        Path first = folder.resolve("first");
        Cli cli = Cli.run(everything(first));
        assertThat(cli.err()).isEmpty();
        assertThat(json(first.resolve("config.json"))).containsEntry("/layers",
                "dropout:0.1 dense:12 relu dropout:0.25 maxout:6x2 dropout:0.25 dense:10")
                .containsEntry("/beta2", "0.999")
                .containsEntry("/amsgrad", "true")
                .containsEntry("/seed", "-7")
                .doesNotContainKeys("/dropout", "/input-dropout", "/quiet", "/out", "/config", "/rho");
        Path second = folder.resolve("second");
        Cli again = Cli.run("train", "--config", first.resolve("config.json"), "--out", second, "--quiet");
        assertThat(again.err()).isEmpty();
        assertThat(Files.readString(second.resolve("config.json")))
                .isEqualTo(Files.readString(first.resolve("config.json")));
        assertThat(json(second.resolve("run.json")).get("/weightsSha256"))
                .isEqualTo(json(first.resolve("run.json")).get("/weightsSha256"));
        assertThat(second.resolve("tensorboard")).isNotEmptyDirectory();
    }

    @Test
    void theCommandLineComesFirst() throws IOException {
        Path file = config("{\"epochs\": 3, \"layers\": \"dense:10\", \"data\": \"" + digits + "\"}");
        Path out = folder.resolve("out");
        Cli cli = Cli.run("train", "--config", file, "--epochs", 1, "--out", out);
        assertThat(cli.err()).isEmpty();
        assertThat(json(out.resolve("config.json"))).containsEntry("/epochs", "1")
                .containsEntry("/layers", "dense:10");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"epoch": 3}                | : unknown setting "epoch" (expected one of: data
            {"out": "x"}                | : unknown setting "out" (expected one of:
            {"epochs": [3]}             | : epochs: expected a text, a number, true or false
            {"epochs": null}            | : epochs: expected a text, a number, true or false
            {"epochs": 3, "epochs": 4}  | : epochs: given twice
            [3]                         | : expected a JSON object of settings
            {"epochs": 3} 4             | : text behind the JSON object
            {"epochs": 3                | : no JSON:
            """)
    void aFileThatSaysSomethingElseIsWrongUsage(String text, String message) throws IOException {
        Path file = config(text);
        Cli cli = Cli.run("train", "--config", file, "--out", folder.resolve("out"));
        assertThat(cli.err()).startsWith("lanewise: " + file + message)
                .endsWith("Try 'lanewise train --help'.\n");
        assertThat(cli.code()).isEqualTo(2);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    /** What the library refuses is said of the file if the setting stands there, and of none if the command line has it. */
    @Test
    void aSettingThatIsRefusedLaterIsSaidOfItsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("layers.json"), "{\"layers\": \"foo\"}");
        Path out = folder.resolve("out");
        Cli cli = Cli.run("train", "--data", digits, "--config", file, "--out", out);
        assertThat(cli.err()).startsWith("lanewise: " + file + ": layers: ");
        assertThat(cli.code()).isEqualTo(2);
        Cli own = Cli.run("train", "--data", digits, "--config", file, "--layers", "bar", "--out", out);
        assertThat(own.err()).startsWith("lanewise: layers: ");
        assertThat(out).doesNotExist();
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        Path none = folder.resolve("none.json");
        Cli missing = Cli.run("train", "--config", none);
        assertThat(missing.err()).isEqualTo("lanewise: " + none + ": no such file or folder\n");
        assertThat(missing.code()).isEqualTo(1);
    }

    @Test
    void resumeTakesNoOtherSettingAndNoCompleteRun() throws IOException {
        Path out = folder.resolve("out");
        assertThat(Cli.run("train", "--data", digits, "--layers", "dense:10", "--epochs", 1, "--out", out)
                .code())
                .isZero();
        Cli complete = Cli.run("train", "--resume", out);
        assertThat(complete.err()).isEqualTo("lanewise: " + out
                + ": complete, it has a run.json (expected the folder of a run that was interrupted)\n");
        assertThat(complete.code()).isEqualTo(1);
        Cli other = Cli.run("train", "--resume", out, "--epochs", 2);
        assertThat(other.err()).startsWith("lanewise: epochs: 2 (expected none beside --resume, ");
        assertThat(other.code()).isEqualTo(2);
        Cli none = Cli.run("train", "--resume", folder);
        assertThat(none.err()).isEqualTo("lanewise: " + folder
                + ": no config.json (expected the folder of a run that was interrupted)\n");
        assertThat(none.code()).isEqualTo(1);
    }

    @Test
    void anInitialModelGoesOnFromItsWeights() throws IOException {
        Path first = folder.resolve("first");
        Cli.run("train", "--data", digits, "--layers", "dense:10", "--epochs", 5, "--out", first);
        Path model = first.resolve("model.safetensors");
        Path second = folder.resolve("second");
        Cli cli = Cli.run("train", "--data", digits, "--initial-model", model, "--epochs", 1,
                "--learning-rate", "1e-6", "--out", second);
        assertThat(cli.err()).isEmpty();
        Map<String, String> before = json(first.resolve("run.json"));
        Map<String, String> after = json(second.resolve("run.json"));
        assertThat(Double.parseDouble(after.get("/epochs/0/trainLoss")))
                .isLessThan(Double.parseDouble(before.get("/epochs/0/trainLoss")));
        assertThat(after.get("/test/accuracy")).isEqualTo(before.get("/test/accuracy"));
        Cli both = Cli.run("train", "--data", digits, "--initial-model", model, "--layers", "dense:10");
        assertThat(both.err())
                .startsWith("lanewise: initial-model: " + model + " (expected none of --layers");
        assertThat(both.code()).isEqualTo(2);
    }
}
