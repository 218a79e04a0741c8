package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.data.CsvFile;
import dev.lanewise.nn.io.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns by name, labels as text and formats of CSV files, from the command line. */
class ColumnsTest {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path xy;
    private static Path model;

    /** 60 points around three corners. */
    private static String points(String header, String row) {
        return header + "\n" + IntStream.range(0, 60)
                .mapToObj(i -> row.replace("X", Float.toString(i % 3 + i * 0.005f))
                        .replace("Y", Float.toString(5 - i % 3 + i % 7 * 0.03f))
                        .replace("K", List.of("a", "b", "c").get(i % 3)))
                .collect(Collectors.joining("\n")) + "\n";
    }

    @BeforeAll
    static void train() throws IOException {
        xy = Files.writeString(shared.resolve("xy.csv"), points("x,y,label", "X,Y,K"));
        model = trained(xy, shared.resolve("xy"));
    }

    private static Path trained(Path data, Path out, Object... options) {
        List<Object> words = new ArrayList<>(
                List.of("train", "--data", data, "--optimizer", "adam", "--learning-rate", "0.01",
                        "--epochs", 20, "--batch-size", 8, "--quiet", "--out", out));
        words.addAll(List.of(options));
        Cli cli = Cli.run(words.toArray());
        assertThat(cli.code()).describedAs(cli.err()).isZero();
        return out.resolve("model.safetensors");
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    private static void assertRefused(int code, Cli cli, String message) {
        assertThat(cli.err().lines().findFirst()).hasValue("lanewise: " + message);
        assertThat(cli.code()).isEqualTo(code);
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void reorderedColumnsGiveTheSameResult() throws IOException {
        Cli expected = Cli.run("evaluate", "--model", model, "--data", xy);
        assertThat(expected.lastLine()).startsWith("accuracy 100.00 %");
        Path reordered = csv(points("y,label,x", "Y,K,X"));
        Cli cli = Cli.run("evaluate", "--model", model, "--data", reordered);
        assertThat(cli.err()).isEmpty();
        assertThat(cli.lastLine()).isEqualTo(expected.lastLine());
        assertThat(Cli.run("predict", "--model", model, "--data", reordered).out())
                .isEqualTo(Cli.run("predict", "--model", model, "--data", xy).out());
        assertRefused(1, Cli.run("evaluate", "--model", model, "--data", csv(points("y,label,z", "Y,K,X"))),
                folder.resolve("table.csv")
                        + ": no column x (expected all features of the model, whatever their order; the "
                        + "first row is y, label, z)");
    }

    /** The same table in another country. */
    @Test
    void theFormatBelongsToTheFile() throws IOException {
        String german = points("y;x;label", "Y;X;K").replace('.', ',');
        Cli cli = Cli.run("predict", "--model", model, "--data", csv(german));
        assertThat(cli.err()).isEqualTo("lanewise: " + folder.resolve("table.csv")
                + ": recognised separator semicolon, decimal comma\n");
        assertThat(cli.out()).isEqualTo(Cli.run("predict", "--model", model, "--data", xy).out());
        assertThat(Cli.run("predict", "--model", model, "--data", folder.resolve("table.csv"), "--separator",
                "semicolon",
                "--decimal", "comma").err()).isEmpty();
    }

    @Test
    void theModelKnowsItsLabel() throws IOException {
        Path first = csv(points("label,x,y", "K,X,Y").replace('a', '0')
                .replace("b", "1")
                .replace('c', '2')
                .replaceFirst(".*", "label,x,y"));
        Path file = trained(first, folder.resolve("first"), "--label", "label");
        Cli labelled = Cli.run("predict", "--model", file, "--data", first);
        assertThat(labelled.err()).isEmpty();
        Path bare = Files.writeString(folder.resolve("bare.csv"), points("x,y", "X,Y"));
        assertThat(Cli.run("predict", "--model", file, "--data", bare)).isEqualTo(labelled);
        assertThat(Cli.run("evaluate", "--model", file, "--data", first).lastLine())
                .startsWith("accuracy 100.00 %");
        Path headless = Files.writeString(folder.resolve("headless.csv"),
                Files.readString(first).substring("label,x,y\n".length()));
        Cli cli = Cli.run("predict", "--model", file, "--data", headless);
        assertThat(cli.out()).isEqualTo(labelled.out());
        assertThat(cli.err()).isEqualTo("lanewise: " + headless
                + ": no header, so columns are taken by position: features 1, 2; label 0\n");
    }

    /** As model files were before they knew names. */
    @Test
    void anOldModelGoesByPositionAndSaysSo() throws IOException {
        Path old = folder.resolve("old.safetensors");
        ModelFile.write(Network.input(2)
                .classNames(List.of("0", "1"))
                .scaling(Scaling.standardize(CsvFile.read(xy, null)))
                .dense(2)
                .build(1), old);
        Path file = csv("label,x,y\n0,1,2.5\n1,2,3.5\n");
        Cli cli = Cli.run("predict", "--model", old, "--data", file);
        assertThat(cli.code()).isEqualTo(1);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).contains(": row 2, column 2 (y): 2.5 is no class of the model");
        Cli named = Cli.run("predict", "--model", old, "--data", file, "--label", "label");
        assertThat(named.code()).isZero();
        assertThat(named.err())
                .isEqualTo("lanewise: " + file + ": the model does not know the names of its columns, so "
                        + "columns are taken by position: features 1 (x), 2 (y); label 0 (label)\n");
        assertThat(named.out())
                .isEqualTo(Cli.run("predict", "--model", old, "--data", csv("1,2.5\n2,3.5\n")).out());
    }

    @Test
    void anInitialModelWantsItsColumns() throws IOException {
        Path reordered = csv(points("y,x,label", "Y,X,K"));
        Path out = folder.resolve("run");
        assertRefused(2, Cli.run("train", "--data", reordered, "--initial-model", model, "--out", out),
                "training data: feature 0 is y (expected x, as the network knows it; the names are the same in another "
                        + "order)");
        assertThat(out).doesNotExist();
    }

    /** Every label is in ten rows, as it is in the file; classes in the order of their values, or of their texts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1234567890123456789 1234567890123456790 1234567890123456791",
            "9007199254740992 9007199254740993 9007199254740994 9007199254740995",
            "-1e999 1 1e400 2e400", "3.1 3.10 3.11 3.2", "02134 2134 10001", "DE FR NA US",
            "Inf NULL Nan None Null",
            "größe \u2603 \uD83D\uDE00", "0.0 1.0", "+1 1 1.0"})
    void labelsAreText(String labels) throws IOException {
        List<String> classes = List.of(labels.split(" "));
        StringBuilder text = new StringBuilder("x,größe,y\n");
        for (int i = 0; i < 10 * classes.size(); i++) {
            text.append(i % classes.size())
                    .append(',')
                    .append(classes.get(i % classes.size()))
                    .append(",1.5\n");
        }
        Path file = trained(csv(text.toString()), folder.resolve("run"), "--label", "größe");
        Network network = ModelFile.read(file);
        assertThat(network.classNames()).hasSameElementsAs(classes);
        assertThat(network.labelName()).isEqualTo("größe");
        assertThat(network.featureNames()).containsExactly("x", "y");
        Cli predictions = Cli.run("predict", "--model", file, "--data", folder.resolve("table.csv"),
                "--format", "json");
        assertThat(JsonValues.of(predictions.out())).containsKeys(
                classes.stream().map(name -> "/0/probabilities/" + name).toArray(String[]::new));
    }

    @Test
    void optionsOfTheFormatAreSettings() throws IOException {
        Path file = csv(points("1;2;k", "X;Y;K").replace('.', ',').replace(";c", ";?"));
        Path first = folder.resolve("first");
        trained(file, first, "--header", "yes", "--separator", "semicolon", "--decimal", "comma", "--missing",
                "NA,-,");
        Map<String, String> settings = JsonValues.of(Files.readString(first.resolve("config.json")));
        assertThat(settings).containsEntry("/header", "yes")
                .containsEntry("/separator", "semicolon")
                .containsEntry("/decimal", "comma")
                .containsEntry("/missing", "NA,-,");
        Cli again = Cli.run("train", "--config", first.resolve("config.json"), "--out",
                folder.resolve("again"), "--quiet");
        assertThat(again.code()).isZero();
        assertThat(ModelFile.read(folder.resolve("again/model.safetensors")).featureNames())
                .containsExactly("1", "2");
        assertThat(Files.readAllBytes(folder.resolve("again/model.safetensors")))
                .isEqualTo(Files.readAllBytes(first.resolve("model.safetensors")));
    }

    @Test
    void recipeTakesThemToo() throws IOException {
        Path file = csv(points("x;y;k", "X;Y;K").replace('.', ','));
        Path out = folder.resolve("recipe");
        Cli cli = Cli.run("recipe", "--data", file, "--decimal", "comma", "--separator", "semicolon",
                "--label", "k",
                "--header", "yes", "--seed", 7, "--budget", "0.0001", "--out", out);
        assertThat(cli.code()).describedAs(cli.err()).isBetween(0, 1);
        assertThat(JsonValues.of(Files.readString(out.resolve("config.json"))))
                .containsEntry("/decimal", "comma")
                .containsEntry("/separator", "semicolon")
                .containsEntry("/header", "yes")
                .containsEntry("/label", "k")
                .containsEntry("/seed", "7")
                .containsEntry("/data", file.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--header|maybe|header: maybe (expected auto, yes or no)",
            "--separator|xx|separator: xx (expected auto, comma, semicolon, tab, pipe, space or one character)",
            "--decimal|;|decimal: ; (expected auto, point or comma)"})
    void refusesFormatsThatAreNone(String option, String value, String message) {
        assertRefused(2, Cli.run("train", "--data", xy, option, value), message);
    }

    @Test
    void onlyCsvFilesHaveAFormat() {
        assertRefused(2, Cli.run("train", "--header", "yes"),
                "header: yes (expected none for digits, only a CSV file has it)");
        assertRefused(2, Cli.run("evaluate", "--model", model, "--missing", "NA"),
                "missing: NA (expected none for digits, only a CSV file has it)");
        assertRefused(2, Cli.run("train", "--label", "k"),
                "label: k (expected none for digits, only a CSV file has a label column)");
    }

    @Test
    void timesInMillisecondsAreRefusedByName() throws IOException {
        Path file = csv("t_ms,label\n" + IntStream.range(0, 100)
                .mapToObj(i -> 1_700_000_000_000L + 300L * i + "," + (i < 50 ? "early" : "late") + "\n")
                .collect(Collectors.joining()));
        for (String check : List.of("--preflight", "--quiet")) {
            Cli cli = Cli.run("train", "--data", file, check, "--out", folder.resolve("run"));
            assertThat(cli.code()).isEqualTo(1);
            assertThat(cli.err())
                    .startsWith("lanewise: " + file + ": column 0 (t_ms): values from 1.7E12 to ")
                    .contains("subtract a number such as 1700000000000 from the column");
        }
    }
}
