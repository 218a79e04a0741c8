package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.reports.fuzz.Edits;
import dev.lanewise.reports.fuzz.Mutator;
import dev.lanewise.reports.fuzz.Reader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Configurations of {@code train}: the file, and its values as those of the options. */
final class ConfigurationInputs implements Reader<Configuration> {
    private static final List<String> SEEDS = List.of("{}\n",
            "{\n  \"data\" : \"digits\",\n  \"layers\" : \"dense:12 relu dense:10\",\n  \"epochs\" : 3,\n  \"stratified\" : true\n}\n",
            """
                    {"optimizer": "adamw", "learning-rate": 2e-3, "amsgrad": true, "l2": 1.0E-4, "seed": -7,
                     "schedule": "warmup:5+cosine:0.1", "early-stopping": "patience=2", "log": "csv,jsonl",
                     "validation": 0.2, "label": "gr\u00F6\u00DFe \\"x\\"", "threads": 2, "batch-size": 17}
                    """,
            "{\"label\":\"a\",\"target\":\"price\",\"class-weights\":\"balanced\",\"checkpoint-minutes\":0.5}");

    private final CommandSpec known = command();

    private static CommandSpec command() {
        return CommandSpec.forAnnotatedObject(new TrainCommand());
    }

    @Override
    public String name() {
        return "config";
    }

    @Override
    public List<byte[]> seeds() {
        return SEEDS.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    @Override
    public boolean wants(String file) {
        return file.startsWith("config") && file.endsWith(".json");
    }

    @Override
    public List<Mutator> mutators() {
        List<String> keys = known.options()
                .stream()
                .map(option -> option.longestName().substring(2))
                .toList();
        return Stream.of(Edits.json(), Edits.json(), Edits.text(), Edits.bytes(), List.of(Edits.words(keys)))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Class<? extends Exception> refusal() {
        return ConfigurationException.class;
    }

    /** The command shows all messages in this way. */
    @Override
    public String shown(Exception refusal) {
        return PlainWriter.message(String.valueOf(refusal.getMessage()));
    }

    @Override
    public Configuration read(byte[] input, Path file) throws IOException {
        return Configuration.read(file, known);
    }

    @Override
    public void check(Configuration configuration, byte[] input, Path file) throws IOException {
        Path again = file.resolveSibling("again");
        Files.write(again, configuration.json().getBytes(StandardCharsets.UTF_8));
        assertThat(Configuration.read(again, known)).isEqualTo(configuration);
        CommandSpec command = command();
        configuration.applyTo(command, _ -> true);
        for (OptionSpec option : command.options()) {
            Object text = configuration.values().get(option.longestName().substring(2));
            if (text != null && option.type() == String.class) {
                Object value = option.getValue();
                assertThat(value).as(option.longestName()).isEqualTo(text);
            }
        }
    }

    @Override
    public String checks() {
        return "written and read again it is the same; options of text have the text, to the letter";
    }
}
