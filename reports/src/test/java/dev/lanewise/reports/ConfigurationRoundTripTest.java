package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Whatever a value is, a configuration gives it back: as a file, and as a command line that a shell has read. */
class ConfigurationRoundTripTest {
    private static final List<String> HOSTILE = List.of("${sys:user.name}", "${env:HOME}", "${DEFAULT-VALUE}",
            "${",
            "$HOME", "$(id)", "`id`", "_NULL_", "__unspecified__", "null", "true", "3.10", "", " ", " a ",
            "\t",
            "\\", "\\\\", "\\n", "'", "''", "\"", "\"a\"", "'a'", "it's", "a\nb", "\n", "a\n", "a\r\nb",
            "\u0001",
            "\u001b[2J", "\u007f", "\u0085", "\u2028", "\u202e", "\ufeff", "\ud83d\ude00", "e\u0301",
            "gr\u00f6\u00dfe",
            "-", "--", "-h", "--help", "--epochs", "--epochs=3", "-x", "-1", "=", "=x", "a=b", "@x", "@@x",
            "train",
            "*", "?", "[a]", "~", "#", "a#b", "!", "a;b", "a&b", "a|b", "<a>", "(a)", "{a,b}", "%s", "%n",
            "@|red a|@",
            "x".repeat(200_000));
    private static final String ALPHABET = "a1 \t\n\r\\'\"`$({})[]<>|&;*?~#!%@=-_,.:/\u0001\u001b\u00e9\u202e\uffff";

    @TempDir
    Path folder;

    private static CommandLine train() {
        return new CommandLine(new TrainCommand()).setExpandAtFiles(false);
    }

    private static List<OptionSpec> settings() {
        return train().getCommandSpec()
                .options()
                .stream()
                .filter(option -> !List
                        .of("config", "resume", "out", "preflight", "shallower", "quiet", "help", "version")
                        .contains(key(option)))
                .toList();
    }

    private static String key(OptionSpec option) {
        return option.longestName().substring(2);
    }

    private static Map<String, Object> ofType(Class<?> type, Class<?> boxed, Object value) {
        Map<String, Object> values = new LinkedHashMap<>();
        settings().stream()
                .filter(option -> option.type() == type || option.type() == boxed)
                .forEach(option -> values.put(key(option), value));
        assertThat(values).as("options of %s", type).isNotEmpty();
        return values;
    }

    private void assertComesBack(Map<String, Object> values) throws Exception {
        Path file = Files.writeString(folder.resolve("config.json"), new Configuration(values).json());
        CommandSpec fromFile = train().getCommandSpec();
        Configuration.read(file, fromFile).applyTo(fromFile, option -> true);
        assertThat(Configuration.of(fromFile).values()).containsAllEntriesOf(values);

        CommandLine fromShell = train();
        fromShell.parseArgs(AttachedValues.protect(fromShell, throughShell(new Configuration(values))));
        assertThat(Configuration.of(fromShell.getCommandSpec()).values()).containsAllEntriesOf(values);
    }

    /** The arguments behind the command's name, as a real shell splits them. */
    private String[] throughShell(Configuration configuration) throws IOException, InterruptedException {
        String command = configuration.command();
        assertThat(command).startsWith("./lanewise train ");
        Path script = Files.writeString(folder.resolve("script"),
                command.replaceFirst("\\./lanewise train", "set --")
                        + "\nfor argument; do printf '%s\\0' \"$argument\"; done\n");
        Path out = folder.resolve("arguments");
        Process shell = new ProcessBuilder("sh", script.toString()).redirectOutput(out.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = shell.waitFor() + "\0" + Files.readString(out, StandardCharsets.UTF_8);
        assertThat(printed).startsWith("0\0").endsWith("\0");
        String[] parts = printed.substring(0, printed.length() - 1).split("\0", -1);
        return List.of(parts).subList(1, parts.length).toArray(String[]::new);
    }

    @Test
    void everyTextOfEveryOptionComesBack() throws Exception {
        for (String hostile : HOSTILE) {
            Map<String, Object> values = ofType(String.class, String.class, hostile);
            if (!hostile.isEmpty()) {
                values.putAll(ofType(Path.class, Path.class, Path.of(hostile).toString()));
            }
            assertComesBack(values);
        }
    }

    @Test
    void randomTextsComeBack() throws Exception {
        Random random = new Random(17);
        for (int round = 0; round < 100; round++) {
            Map<String, Object> values = ofType(String.class, String.class, "");
            values.replaceAll((key, _) -> IntStream.range(0, random.nextInt(12))
                    .mapToObj(_ -> String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))))
                    .reduce("", String::concat));
            assertComesBack(values);
        }
    }

    @Test
    void everyNumberAndFlagComesBack() throws Exception {
        for (float number : new float[]{0, -0f, Float.MIN_VALUE, -Float.MAX_VALUE, 1e-3f, 0.1f, Float.NaN,
                Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            assertComesBack(ofType(float.class, Float.class, number));
            assertComesBack(ofType(double.class, Double.class, number / 3.0));
        }
        for (int number : new int[]{0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertComesBack(ofType(int.class, Integer.class, number));
            assertComesBack(ofType(long.class, Long.class, number * 4_000_000_001L));
        }
        assertComesBack(ofType(boolean.class, Boolean.class, true));
    }

    @Test
    void everySettingIsOfATypeThatThisTestTries() {
        assertThat(settings()).allSatisfy(option -> assertThat(option.type()).isIn(String.class, Path.class,
                float.class, Float.class, double.class, Double.class, int.class, Integer.class, long.class,
                Long.class,
                boolean.class));
    }

    /** Names of columns and files that picocli would have replaced or dropped. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            d${sys:user.name}.csv   | ${env:HOME}
            null.csv                | _NULL_
            @data.csv               | @kind
            -x.csv                  | --epochs
            --epochs.csv            | ''
            """)
    void aRunIsRepeatedWhateverItsColumnsAreCalled(String name, String label) throws IOException {
        Path data = Files.writeString(folder.resolve(name), "x,\"" + label + "\",y\n"
                + Stream.of("1,a,7", "2,b,8", "1,a,8", "2,b,7", "1,a,9", "2,b,9")
                        .flatMap(row -> Stream.generate(() -> row).limit(4))
                        .reduce("", (a, b) -> a + b + "\n"));
        List<String> results = new ArrayList<>();
        Path first = folder.resolve("first");
        Cli cli = Cli.run("train", "--data", data, "--label=" + label, "--layers", "dense:2", "--epochs", 2,
                "--out",
                first);
        assertThat(cli.err()).isEmpty();
        results.add(cli.lastLine().replaceFirst("  run .*", ""));
        assertThat(JsonValues.of(Files.readString(first.resolve("config.json"))))
                .containsEntry("/label", label)
                .containsEntry("/data", data.toString());
        Cli again = Cli.run("train", "--config", first.resolve("config.json"), "--out",
                folder.resolve("second"));
        assertThat(again.err()).isEmpty();
        results.add(again.lastLine().replaceFirst("  run .*", ""));
        assertThat(results.get(1)).isEqualTo(results.get(0)).contains("weights sha256");
    }

    /** In the word behind it an option's value was forgotten; behind an equals sign it is meant. */
    @Test
    void aValueThatLooksLikeAnOptionNeedsAnEqualsSign() {
        Cli forgotten = Cli.run("train", "--label", "--epochs", "3");
        assertThat(forgotten.err())
                .startsWith("lanewise: Expected parameter for option '--label' but found '--epochs'\n");
        Cli meant = Cli.run("train", "--label=--epochs", "--epochs", "3");
        assertThat(meant.err()).startsWith("lanewise: label: --epochs (expected none for digits, ");
    }
}
