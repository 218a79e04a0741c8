package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.diagnosis.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diagnose}, {@code recipe}, and what {@code train} says of itself. */
class DiagnosisCommandsTest {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path digits;

    @BeforeAll
    static void writeData() throws IOException {
        digits = TestData.digits(shared.resolve("digits"));
    }

    private Cli train(Object... more) {
        Object[] all = new Object[more.length + 5];
        all[0] = "train";
        all[1] = "--data";
        all[2] = digits;
        all[3] = "--out";
        all[4] = folder.resolve("run");
        System.arraycopy(more, 0, all, 5, more.length);
        return Cli.run(all);
    }

    @Test
    void diagnoseRepeatsWhatTrainFound() {
        Cli trained = train("--layers", "dense:16 relu dense:10", "--learning-rate", "1e-6", "--epochs", 2);
        assertThat(trained.code()).isZero();
        assertThat(trained.out()).contains("diagnosis: learning rate too low (confidence ",
                "  try: a higher learning rate: --learning-rate ");
        Cli diagnosed = Cli.run("diagnose", folder.resolve("run"));
        assertThat(diagnosed.code()).isZero();
        assertThat(diagnosed.out()).startsWith("learning rate too low (confidence ")
                .contains("  evidence: ", "  advice 1: a higher learning rate: --learning-rate ", "  why: ");
    }

    @Test
    void aDivergenceIsDiagnosedAndFails() throws IOException {
        Cli trained = train("--layers", "dense:16 leaky dense:10", "--learning-rate", "1e30", "--epochs", 2);
        assertThat(trained.code()).isOne();
        assertThat(trained.out()).contains("diagnosis: learning rate too high");
        assertThat(DiagnosisFile.read(folder.resolve("run").resolve("diagnosis.json")).verdict())
                .isEqualTo(Verdict.LEARNING_RATE_TOO_HIGH);
        assertThat(folder.resolve("run").resolve("run.json")).doesNotExist();
    }

    @Test
    void aHopelessTrainingIsGivenUp() {
        Cli trained = train("--layers", "dense:16 relu dense:10", "--learning-rate", "1e-6", "--epochs", 50,
                "--give-up", 2);
        assertThat(trained.code()).isOne();
        assertThat(trained.out()).contains("given up in epoch 2: ", "diagnosis: ")
                .doesNotContain("epoch  3/50");
    }

    @Test
    void preflightTrainsNothing() {
        Cli sound = train("--layers", "dense:32 relu dense:10", "--preflight");
        assertThat(sound.out()).contains("ok    initial loss: ", "ok    input scale: ",
                "one batch by heart: ");
        assertThat(folder.resolve("run")).doesNotExist();
        Cli unscaled = train("--layers", "dense:32 relu dense:10", "--scaling", "none", "--preflight");
        assertThat(unscaled.code()).isOne();
        assertThat(unscaled.out()).contains("WRONG input scale: ");
    }

    @Test
    void aShallowerRunIsComparedWith() {
        Path shallow = folder.resolve("shallow");
        Cli.run("train", "--data", digits, "--layers", "dense:32 relu dense:10", "--epochs", 8, "--out",
                shallow);
        Cli deep = train("--layers", "dense:16 relu ".repeat(12) + "dense:10", "--learning-rate", "0.01",
                "--epochs", 2,
                "--shallower", shallow);
        assertThat(deep.out()).contains("diagnosis: deeper is worse on training data");
    }

    @Test
    void aRunThatIsNotShallowerIsRefusedBeforeAnythingIsWritten() {
        Path same = folder.resolve("same");
        Cli.run("train", "--data", digits, "--layers", "dense:8 relu dense:10", "--epochs", 1, "--out", same);
        Cli refused = train("--layers", "dense:9 relu dense:10", "--shallower", same);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("shallower: " + same + " has 2 layers with weights (expected fewer than 2)");
        assertThat(train("--shallower", folder.resolve("nowhere")).code()).isOne();
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void scalingIsChecked() {
        Cli wrong = train("--scaling", "big");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).startsWith("lanewise: scaling: big (expected standardize, bytes or none)");
    }

    @Test
    void aFolderWithoutADiagnosisIsNamed() {
        Cli none = Cli.run("diagnose", folder);
        assertThat(none.code()).isOne();
        assertThat(none.err())
                .contains(folder + ": no diagnosis.json (expected the folder of a training that has ended)");
    }

    @Test
    void aRecipeCuresABadStart() throws IOException {
        Path out = folder.resolve("cured");
        Path flowers = TestData.flowers(folder.resolve("flowers.csv"));
        Cli recipe = Cli.run("recipe", "--data", flowers, "--label", "kind", "--budget", "0.5", "--out", out);
        assertThat(recipe.err()).isEmpty();
        assertThat(recipe.out()).startsWith("1  the start\n")
                .contains("vanishing gradient: ", "ReLU in place of", "\ntest accuracy ");
        assertThat(recipe.code()).as(recipe.out()).isZero();
        assertThat(out.resolve("report.html")).content().contains("Recipe for", "<svg");
        assertThat(Files.readString(out.resolve("config.json"))).contains("relu");
        Cli again = Cli.run("train", "--config", out.resolve("config.json"), "--out",
                folder.resolve("again"));
        assertThat(again.lastLine()).as("the same training")
                .startsWith(recipe.out()
                        .lines()
                        .filter(line -> line.startsWith("test accuracy"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aRecipeWithoutACureSaysSo() {
        Path out = folder.resolve("uncured");
        Cli recipe = Cli.run("recipe", "--data", digits, "--budget", "0.0001", "--out", out);
        assertThat(recipe.code()).isOne();
        assertThat(recipe.out()).contains("not cured: nothing that was advised has helped in the time");
    }

    @Test
    void aRecipeRefusesLayersThatDoNotFitTheData() throws IOException {
        Path config = Files.writeString(folder.resolve("bad.json"), "{\"layers\": \"dense:3 relu dense:7\"}");
        Cli recipe = Cli.run("recipe", "--data", digits, "--config", config, "--out", folder.resolve("bad"));
        assertThat(recipe.code()).isEqualTo(2);
        assertThat(recipe.err()).startsWith("lanewise: layers: the last has 7 units (expected 10");
        assertThat(folder.resolve("bad")).doesNotExist();
    }

    @Test
    void aRecipeRefusesWhatTrainWould() {
        assertThat(Cli.run("recipe", "--budget", "0").err()).contains("budget: 0.0 (expected > 0");
        assertThat(Cli.run("recipe", "--data", "nowhere").code()).isOne();
    }
}
