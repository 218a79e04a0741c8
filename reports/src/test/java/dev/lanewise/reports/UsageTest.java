package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.LayerParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @TempDir
    Path folder;

    private void assertRefused(String message, Object... options) {
        Path out = folder.resolve("run");
        Object[] all = new Object[options.length + 3];
        all[0] = "train";
        System.arraycopy(options, 0, all, 1, options.length);
        all[options.length + 1] = "--out";
        all[options.length + 2] = out;
        Cli cli = Cli.run(all);
        assertThat(cli.err()).isEqualTo("lanewise: " + message + "\nTry 'lanewise train --help'.\n");
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --epochs        | 0    | epochs: 0 (expected >= 1)
            --epochs        | -3   | epochs: -3 (expected >= 1)
            --batch-size    | 0    | batchSize: 0 (expected >= 1)
            --batch-size    | -64  | batchSize: -64 (expected >= 1)
            --threads       | 0    | threads: 0 (expected 1 to 65535)
            --threads       | -1   | threads: -1 (expected 1 to 65535)
            --threads       | 70000 | threads: 70000 (expected 1 to 65535)
            --learning-rate | 0    | learningRate: 0.0 (expected > 0 and finite)
            --learning-rate | -1   | learningRate: -1.0 (expected > 0 and finite)
            --learning-rate | NaN  | learningRate: NaN (expected > 0 and finite)
            --validation    | 1    | validation: 1.0 (expected >= 0 and < 1)
            --validation    | -0.1 | validation: -0.1 (expected >= 0 and < 1)
            --optimizer     | sdg  | optimizer: sdg (expected sgd)
            --label         | 3    | label: 3 (expected none for digits, only a CSV file has a label column)
            --target        | 3    | target: 3 (expected none for digits, only a CSV file has a target column)
            --target        | a,   | target: "a," (expected columns, separated by commas)
            --epochs        | many | Invalid value for option '--epochs': 'many' is not an int
            --layers        | dense:5 | layers: the last has 5 units (expected 10, one for each class)
            --validation    | 0.00001 | validation: 1.0E-5 of 12000 training rows is 0 rows (expected 1 to 11999, or validation 0)
            """)
    void namesTheWrongValueAndWhatIsExpected(String option, String value, String message) {
        assertRefused(message, option, value);
    }

    @Test
    void refusesALabelBesideTargets() {
        assertRefused("label: kind, target: a,b (expected one of them)", "--label", "kind", "--target",
                "a,b");
    }

    @Test
    void pointsAtATypoInLayersAndListsWhatExists() {
        assertRefused("""
                layers: unknown layer "dens"
                  relu dens:512 relu
                       ^^^^^^^^
                  known: \
                """ + LayerParser.KNOWN, "--layers", "relu dens:512 relu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3"})
    void refusesLayersWithoutUnits(String units) {
        Cli cli = Cli.run("train", "--layers", "dense:" + units, "--out", folder.resolve("run"));
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err())
                .startsWith("lanewise: layers: units: " + units + " (expected >= 1)\n  dense:" + units
                        + "\n  ^^^^^^^");
    }

    @Test
    void refusesUnknownOptionsCommandsAndFormats() {
        assertRefused("Unknown option: '--epoch'\nPossible solutions: --epochs", "--epoch");
        Cli command = Cli.run("trian");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err()).startsWith("lanewise: Unmatched argument at index 0: 'trian'\n");
        Cli format = Cli.run("predict", "--model", "m", "--format", "xml");
        assertThat(format.code()).isEqualTo(2);
        assertThat(format.err()).contains("--format").contains("csv, json").contains("xml");
    }

    @Test
    void withoutACommandItShowsHowToUseIt() {
        Cli cli = Cli.run();
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).startsWith(
                "lanewise: no command (expected train, evaluate, predict, info or kernels)\n")
                .contains("Usage: lanewise", "train", "evaluate", "predict", "info", "kernels");
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        Cli help = Cli.run("train", "--help");
        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).contains("--data", "--data-dir", "--label", "--target", "--layers",
                "--optimizer",
                "--learning-rate", "--epochs", "--batch-size", "--validation", "--seed", "--threads", "--out",
                "--quiet", "--verbose");
        assertThat(Cli.run("--version").out()).matches("lanewise \\d+\\.\\d+\\.\\d+.*\n");
    }

    @Test
    void verboseShowsTheStackTrace() {
        Cli cli = Cli.run("train", "--data", folder.resolve("none.csv"), "--verbose");
        assertThat(cli.code()).isEqualTo(1);
        assertThat(cli.err()).contains("DataException").contains("\tat ");
        assertThat(Cli.run("train", "--data", folder.resolve("none.csv")).err()).doesNotContain("\tat ");
    }

    @Test
    void layersBeyondTheLargestArrayAreRefused() {
        Cli cli = Cli.run("train", "--layers", "dense:1000000 relu dense:10000 relu dense:10", "--out",
                folder.resolve("run"));
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).startsWith("lanewise: layers: ").contains("expected below 2^31");
        assertThat(Files.exists(folder.resolve("run"))).isFalse();
    }
}
