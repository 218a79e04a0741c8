package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder in which a run was killed before it saved anything can be used again; one with something of value cannot. */
class ReusedFolderTest {
    @TempDir
    Path folder;

    private RunFiles files;
    private Path table;

    @BeforeEach
    void draw() throws IOException {
        table = TestData.flowers(folder.resolve("flowers.csv"));
        files = new RunFiles(Files.createDirectory(folder.resolve("run")));
    }

    private Cli train(Object... more) {
        List<Object> arguments = new ArrayList<>(
                List.of("train", "--data", table, "--label", "kind", "--layers",
                        "dense:3", "--epochs", 2, "--quiet"));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray());
    }

    /** What the first second of a run leaves, in every state. */
    private void leave() throws IOException {
        Files.createFile(files.lock());
        Files.writeString(files.config(), "{\n  \"epochs\" : 7\n}\n");
        Files.writeString(files.epochs(), "epoch,trainLoss\n1,0.5\n2,0.");
        Files.writeString(files.log(), "{\"event\":\"start\",\"ep");
        for (String name : List.of("checkpoint.safetensors", "config.json", "run.json")) {
            Files.writeString(files.folder().resolve("." + name + ".part"), "half");
        }
        Files.createFile(files.folder().resolve(".probe1234"));
        Files.createDirectory(files.tensorBoard());
        Files.writeString(files.tensorBoard().resolve("events.out.tfevents.1764400000.lanewise"), "half");
    }

    @Test
    void trainsInAFolderWithNothingOfValue() throws IOException {
        Path other = folder.resolve("other");
        assertThat(train("--out", other).err()).isEmpty();
        leave();
        Cli cli = train("--out", files.folder());
        assertThat(cli.err()).isEmpty();
        assertThat(cli.code()).isZero();
        assertThat(files.model()).hasSameBinaryContentAs(new RunFiles(other).model());
        assertThat(Files.readAllLines(files.epochs())).hasSize(3);
        assertThat(InterruptedRun.names(files.folder())).contains("run.json")
                .noneMatch(name -> name.endsWith(".part"));
        assertThat(InterruptedRun.names(files.tensorBoard())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\n  \"epochs\" : 7\n}\n", "{\n  \"epo"})
    void oneFileIsEnough(String config) throws IOException {
        Files.writeString(files.config(), config);
        assertThat(train("--out", files.folder()).code()).isZero();
        assertThat(files.model()).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoint.safetensors", "model.safetensors", "run.json", "report.html",
            "notes.txt", "diagnosis.json"})
    void whatIsOfValueIsNeverOverwritten(String name) throws IOException {
        leave();
        Path file = Files.writeString(files.folder().resolve(name), "of value");
        List<String> before = InterruptedRun.names(files.folder());
        Cli cli = train("--out", files.folder());
        assertThat(cli.err()).isEqualTo("lanewise: " + files.folder()
                + ": not empty (expected a new or an empty folder, because no run is overwritten)\n");
        assertThat(cli.code()).isEqualTo(1);
        assertThat(InterruptedRun.names(files.folder())).containsExactlyInAnyOrderElementsOf(before);
        assertThat(file).hasContent("of value");
        assertThat(Files.readString(files.epochs())).endsWith("2,0.");
    }

    /** With its settings, a run that was killed early begins again. */
    @Test
    void resumesFromTheStart() throws IOException {
        Path other = folder.resolve("other");
        assertThat(train("--out", other).err()).isEmpty();
        Files.copy(new RunFiles(other).config(),
                Files.createDirectory(folder.resolve("again")).resolve("config.json"));
        RunFiles again = new RunFiles(folder.resolve("again"));
        Files.createFile(again.lock());
        Files.writeString(again.epochs(), "epoch,trainLoss\n1,0.5\n2,0.");
        Cli cli = Cli.run("train", "--resume", again.folder(), "--quiet");
        assertThat(cli.err()).isEmpty();
        assertThat(again.model()).hasSameBinaryContentAs(new RunFiles(other).model());
    }
}
