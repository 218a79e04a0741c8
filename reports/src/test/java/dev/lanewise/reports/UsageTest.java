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
            --optimizer     | sdg  | optimizer: sdg (expected one of: sgd momentum nesterov adagrad rmsprop adadelta adam adamw nadam lion)
            --beta1         | 0.9  | beta1: 0.9 (expected none for sgd; it belongs to adam, adamw, nadam, lion)
            --dropout       | 1    | rate: 1.0 (expected >= 0 and < 1)
            --initializer   | he   | initializer: "he" (expected one of: he_normal he_uniform glorot_normal glorot_uniform lecun_normal lecun_uniform normal:DEVIATION uniform:LIMIT)
            --loss          | mse2 | loss: "mse2" (expected one of: cross-entropy[:SMOOTHING] binary-cross-entropy mse mae huber[:DELTA])
            --l2            | -1   | l2: -1 (expected >= 0 and finite)
            --max-norm      | 0    | maxNorm: 0 (expected > 0; Infinity for none)
            --clip-norm     | -1   | clip norm: -1 (expected > 0; Infinity for none)
            --class-weights | 1,2  | class weights: 2 (expected one for each of 10 classes)
            --augmentation  | flip | augmentation: "flip": unknown word; known: shift:PIXELS rotate:DEGREES noise:DEVIATION
            --target-scaling | none | target-scaling: none (expected none for data with classes, only regression has targets to scale)
            --momentum-schedule | ramp:0:0.9:5 | momentum schedule: ramp:0:0.9:5 (expected none for sgd without momentum)
            --log           | xml  | log: "xml" (expected some of csv, jsonl and tensorboard with commas between, or none)
            --statistics    | -1   | statistics: -1 (expected >= 0)
            --checkpoint-steps | 0 | checkpoint-steps: 0 (expected >= 1)
            --checkpoint-minutes | 0 | checkpoint-minutes: 0.0 (expected > 0 and at most 1000000)
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
        assertRefused(
                "Unknown option: '--epoch'\nPossible solutions: --epsilon, --epsilon-inside, --epsilon-hat, --epochs",
                "--epoch");
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
                "lanewise: no command (expected train, diagnose, recipe, experiments, evaluate, predict, info, kernels or benchmark)\n")
                .contains("Usage: lanewise", "train", "evaluate", "predict", "info", "kernels",
                        "  benchmark    Measure kernels");
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        Cli help = Cli.run("train", "--help");
        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).contains("--data", "--data-dir", "--label", "--target", "--layers",
                "--optimizer",
                "--learning-rate", "--epochs", "--batch-size", "--validation", "--seed", "--threads", "--out",
                "--quiet", "--verbose", "--schedule", "--early-stopping", "--l1", "--l2", "--max-norm",
                "--clip-norm", "--dropout", "--config", "--resume", "Exit codes:");
        assertThat(Cli.run("--version").out()).matches("lanewise \\d+\\.\\d+\\.\\d+.*\n");
    }

    @Test
    void benchmarksBelongToTheLauncher() {
        Cli cli = Cli.run("benchmark", "gemm", "-p", "threads=2");
        assertThat(cli.err()).startsWith("lanewise: benchmark gemm -p threads=2: not in this program "
                + "(expected a call through the launcher: ./lanewise benchmark)\n");
        assertThat(cli.code()).isEqualTo(2);
    }

    @Test
    void namesAreTakenInAnyCase() {
        for (Object[] options : new Object[][]{{"--optimizer", "AdamW", "--weight-decay", 0.02},
                {"--loss", "Cross-Entropy:0.1"}, {"--layers", "Dense:16 ReLU Maxout:4X2 DENSE:10"},
                {"--initializer", "He_Normal"}, {"--schedule", "Warmup:5+COSINE"}, {"--scaling", "BYTES"},
                {"--early-stopping", "Patience=2,Monitor=VAL-LOSS"}, {"--class-weights", "Balanced"},
                {"--augmentation", "Shift:1"}, {"--log", "None"}}) {
            Object[] all = new Object[options.length + 4];
            System.arraycopy(new Object[]{"train", "--preflight", "--label", "nine"}, 0, all, 0, 4);
            System.arraycopy(options, 0, all, 4, options.length);
            assertThat(Cli.run(all).err()).as("%s", options[1])
                    .isEqualTo("lanewise: label: nine (expected none for digits, only a CSV file has a label "
                            + "column)\nTry 'lanewise train --help'.\n");
        }
        assertThat(Cli.run("predict", "--model", folder.resolve("m"), "--format", "JSON").err())
                .isEqualTo("lanewise: " + folder.resolve("m") + ": no such file\n");
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
