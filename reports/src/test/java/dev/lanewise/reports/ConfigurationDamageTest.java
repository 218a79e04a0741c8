package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of damage of a configuration is told in one sentence that names the file, before anything is written. */
class ConfigurationDamageTest {
    @TempDir
    Path folder;

    private void assertRefused(byte[] bytes, String problem) throws IOException {
        Path file = Files.write(folder.resolve("settings.json"), bytes);
        assertRefused(file, problem);
    }

    private void assertRefused(Path file, String problem) {
        assertRefused("train", file, problem);
    }

    private void assertRefused(String command, Path file, String problem) {
        Path out = folder.resolve("out");
        Cli cli = Cli.run(command, "--config", file, "--out", out);
        assertThat(cli.err()).isEqualTo(
                "lanewise: " + file + ": " + problem + "\nTry 'lanewise " + command + " --help'.\n");
        assertThat(cli.code()).isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    private void assertRefused(String text, String problem) throws IOException {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), problem);
    }

    @Test
    void whatIsNoTextInUtf8IsRefused() throws IOException {
        String utf8 = " (expected text in UTF-8)";
        assertRefused(new byte[0], "empty" + utf8);
        assertRefused("{\"label\": \"gr\u00f6\u00dfe\"}".getBytes(StandardCharsets.ISO_8859_1),
                "not UTF-8: 0xf6 in byte 13" + utf8);
        assertRefused(new byte[]{'{', '}', (byte) 0xc3}, "not UTF-8: 0xc3 in byte 2" + utf8);
        assertRefused(new byte[]{(byte) 0xed, (byte) 0xa0, (byte) 0x80}, "not UTF-8: 0xed in byte 0" + utf8);
        for (String name : new String[]{"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"}) {
            assertRefused("{\"epochs\": 1}".getBytes(Charset.forName(name)), "UTF-16 or UTF-32" + utf8);
        }
        assertRefused("\ufeff{\"epochs\": 1}".getBytes(StandardCharsets.UTF_16LE), "UTF-16 or UTF-32" + utf8);
        assertRefused("{\"epochs\": 1}\0", "NUL in byte 13" + utf8);
        assertRefused(folder, "a folder (expected a file)");
        assertRefused(new byte[(16 << 20) + 1], "larger than 16 MiB");
    }

    @Test
    void recipeReadsItsBeginningLikewise() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), "{\"epochs\": 1e3}");
        assertRefused("recipe", file, "epochs: 1e3 (expected a whole number below 2^31)");
    }

    @Test
    void aByteOrderMarkIsSkipped() throws IOException {
        Path file = Files.writeString(folder.resolve("config_bom.json"), "\ufeff{\"epochs\": 0}");
        assertThat(Cli.run("train", "--config", file).err())
                .startsWith("lanewise: " + file + ": epochs: 0 (expected >= 1)\n");
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsPlace() throws IOException {
        assertRefused("{\"epochs\": 1,}", "no JSON: Unexpected character ('}' (code 125)): was expecting "
                + "double-quote to start field name in line 1, column 14");
        assertRefused("{\n// three\n\"epochs\": 3}", "no JSON: Unexpected character ('/' (code 47)): maybe a "
                + "(non-standard) comment? in line 2, column 1");
        assertRefused("{\"l1\": NaN}", "no JSON: Non-standard token 'NaN' in line 1, column 11");
        assertRefused("{\"epochs\": 1", "no JSON: Unexpected end-of-input: expected close marker for Object "
                + "(start marker at line 1, column 1) in line 1, column 13");
        assertRefused(" \n", "empty (expected JSON)");
        assertRefused("{} {}", "text behind the JSON object");
        assertRefused("3", "expected a JSON object of settings");
        assertRefused("[".repeat(5_000), "nested deeper than 100 levels");
        assertRefused("{\"layers\": " + "{\"a\":".repeat(200), "nested deeper than 100 levels");
        assertRefused("{\"label\": \"\\ud800x\"}",
                "\\ud800 alone (expected both halves of a surrogate pair)");
        assertRefused("{\"epochs\": null, \"epochs\": 1}", "epochs: given twice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"epochs": "x"}            | epochs: "x" (expected a whole number below 2^31)
            {"epochs": ""}             | epochs: "" (expected a whole number below 2^31)
            {"epochs": 1e3}            | epochs: 1e3 (expected a whole number below 2^31)
            {"epochs": 12.0}           | epochs: 12.0 (expected a whole number below 2^31)
            {"epochs": true}           | epochs: true (expected a whole number below 2^31)
            {"epochs": 2147483648}     | epochs: 2147483648 (expected a whole number below 2^31)
            {"seed": 1e3}              | seed: 1e3 (expected a whole number below 2^63)
            {"l2": false}              | l2: false (expected a number below 3.5e38)
            {"max-norm": 1e39}         | max-norm: 1e39 (expected a number below 3.5e38)
            {"validation": "_NULL_"}   | validation: "_NULL_" (expected a number below 1.8e308)
            {"validation": 1e309}      | validation: 1e309 (expected a number below 1.8e308)
            {"stratified": 1}          | stratified: 1 (expected true or false)
            {"stratified": "yes"}      | stratified: "yes" (expected true or false)
            {"label": true}            | label: true (expected a text)
            {"data-dir": "a\\u0000b"}  | data-dir: "a\\u0000b" (expected a path: Nul character not allowed)
            """)
    void aValueOfAnotherTypeIsRefused(String text, String problem) throws IOException {
        assertRefused(text, problem);
    }

    @Test
    void numbersAndTextsOfAnyLengthAreToldInShort() throws IOException {
        Path file = folder.resolve("settings.json");
        for (String key : new String[]{"epochs", "layers", "l1"}) {
            for (int digits : new int[]{101, 1_001, 1_000_000}) {
                assertRefused("{\"" + key + "\": " + "9".repeat(digits) + "}",
                        "a number of " + digits + " characters (expected at most 100)");
            }
        }
        Files.writeString(file, "{\"epochs\": \"" + "x".repeat(3_000_000) + "\"}");
        Cli cli = Cli.run("train", "--config", file);
        assertThat(cli.err()).startsWith("lanewise: " + file + ": epochs: \"" + "x".repeat(200))
                .contains(" characters) ... ")
                .contains("(expected a whole number below 2^31)\n")
                .hasSizeLessThan(1_200);
        assertThat(cli.code()).isEqualTo(2);
        Files.writeString(file, "{\"" + "k".repeat(100_000) + "\": 1}");
        assertThat(Cli.run("train", "--config", file).err())
                .startsWith("lanewise: " + file + ": unknown setting \"kkk")
                .hasSizeLessThan(1_200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\u0007", "\r", "\u202e", "\u2066", "\u009b31m",
            "a\nlanewise: done"})
    void controlCharactersNeverReachTheTerminal(String harmful) throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, new Configuration(Map.of("optimizer", harmful)).json());
        for (Cli cli : new Cli[]{Cli.run("train", "--config", file), Cli.run("train", "--optimizer", harmful),
                Cli.run("train", "--config", file, "--verbose"), Cli.run("train", "--" + harmful),
                Cli.run("train", "--data", "none" + harmful)}) {
            assertThat(cli.err()).contains("\\u").doesNotContain(harmful);
            assertThat(cli.code()).isNotZero();
        }
    }
}
