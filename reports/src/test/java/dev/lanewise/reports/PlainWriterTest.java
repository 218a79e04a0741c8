package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainWriterTest {
    @TempDir
    Path folder;

    @Test
    void controlCharactersAreWrittenAsText() {
        StringWriter to = new StringWriter();
        PlainWriter writer = new PlainWriter(new PrintWriter(to));
        writer.println("a\u001b[2Jb\u0007\r\u0085\u009b");
        writer.print('\u202e');
        writer.write(new char[]{'x', '\0', 'y'}, 1, 2);
        writer.println(
                "\u2066\u2069\u200e\u061c\u2028\ufeff\tgr\u00f6\u00dfe \ud83d\ude00 \u0639\u0631 \u200d");
        assertThat(to.toString()).isEqualTo("a\\u001b[2Jb\\u0007\\u000d\\u0085\\u009b\n\\u202e\\u0000y"
                + "\\u2066\\u2069\\u200e\\u061c\\u2028\\ufeff\tgr\u00f6\u00dfe \ud83d\ude00 \u0639\u0631 \u200d\n");
    }

    @Test
    void aMessageIsOneLineOfBearableLength() {
        assertThat(PlainWriter.message("class \"a\nlanewise: b\""))
                .isEqualTo("class \"a\\u000alanewise: b\"");
        assertThat(PlainWriter.message("layers: x\n  relu\n  ^^^^")).isEqualTo("layers: x\n  relu\n  ^^^^");
        String fits = "x".repeat(1_000);
        assertThat(PlainWriter.message(fits)).isEqualTo(fits);
        assertThat(PlainWriter.message("a: " + "x".repeat(5_000) + " (expected y)")).hasSize(700 + 27 + 300)
                .startsWith("a: xxx")
                .contains("x ... (5016 characters) ... x")
                .endsWith("x (expected y)");
        assertThat(PlainWriter.message("seed: \"\t\"")).isEqualTo("seed: \"\\u0009\"");
        assertThat(PlainWriter.message("a: " + "\u0000".repeat(900) + " (expected y)")).hasSize(700 + 5 + 300)
                .startsWith("a: \\u0000")
                .endsWith("\\u0000 (expected y)");
        String pairs = "\ud83d\ude00".repeat(3_000);
        assertThat(PlainWriter.message("a" + pairs).codePoints())
                .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        assertThat(PlainWriter.message(pairs).codePoints())
                .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    @Test
    void whatTrainPrintsOfItsDataIsPlainAndPredictionsAreData() throws IOException {
        Path data = Files.writeString(folder.resolve("a\u001b[2J.csv"),
                "x,kind\n" + "1,a\u0007\n2,b\n".repeat(8));
        Path out = folder.resolve("out");
        Cli train = Cli.run("train", "--data", data, "--layers", "dense:2", "--epochs", 1, "--out", out);
        assertThat(train.err()).isEmpty();
        assertThat(train.out()).contains("data: ").contains("\\u001b[2J").doesNotContain("\u001b", "\u0007");
        Cli predict = Cli.run("predict", "--data", data, "--model", out.resolve("model.safetensors"));
        assertThat(predict.err()).isEmpty();
        assertThat(predict.out()).contains("a\u0007");
    }
}
