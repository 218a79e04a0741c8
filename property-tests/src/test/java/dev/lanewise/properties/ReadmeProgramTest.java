package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.io.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first Java program is compiled and run as it stands there, but for the number of epochs. */
@Tag("once")
class ReadmeProgramTest {
    private static final Pattern JAVA_BLOCK = Pattern.compile("(?ms)^```java\\R(.*?)^```");
    private static final Path README = Path.of("..", "README.md");

    @TempDir
    private Path folder;

    private static String program() throws IOException {
        Matcher block = JAVA_BLOCK.matcher(Files.readString(README));
        assertThat(block.find()).as("a ```java block in %s", README.toAbsolutePath()).isTrue();
        return block.group(1);
    }

    @Test
    void fifteenLinesTrainEvaluateAndSaveANetwork() throws Exception {
        String program = program();
        assertThat(program).contains(".epochs(10)");
        Files.writeString(folder.resolve("Program.java"), program.replace(".epochs(10)", ".epochs(1)"));

        List<String> java = List.of("--add-modules=jdk.incubator.vector", "-Xmx1g", "Program.java");
        String output = ChildJvm.run(folder, java).output();

        assertThat(output).contains("layer ", "dense:512", "EpochMetrics[epoch=1, ",
                "Evaluation[samples=2000, ");
        assertThat(accuracy(output)).isBetween(0.8, 1.0);
        Network saved = ModelFile.read(folder.resolve("digits.safetensors"));
        assertThat(saved.spec()).isEqualTo("dense:512 relu dense:10");
        assertThat(saved.classNames()).hasSize(10);
    }

    private static double accuracy(String output) {
        Matcher accuracy = Pattern.compile("Evaluation\\[.*accuracy=([0-9.]+),").matcher(output);
        assertThat(accuracy.find()).as("an evaluation in %s", output).isTrue();
        return Double.parseDouble(accuracy.group(1));
    }

    @Test
    void theProgramIsAsShortAsPromised() throws IOException {
        assertThat(program().lines().filter(line -> !line.isBlank()).count()).isLessThanOrEqualTo(15);
    }
}
