package dev.lanewise.reports.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.EarlyStoppingParser;
import dev.lanewise.nn.InitializerParser;
import dev.lanewise.nn.Layer;
import dev.lanewise.nn.LayerParser;
import dev.lanewise.nn.LossParser;
import dev.lanewise.nn.data.Augmentation;
import dev.lanewise.nn.data.AugmentationParser;
import dev.lanewise.nn.data.ClassWeights;
import dev.lanewise.nn.optim.ScheduleParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words of a command line.
 *
 * @param name of the words
 * @param parser reads them
 * @param spec writes what they mean as words
 * @param examples all words that there are
 */
public record Grammar<T>(String name, Function<String, T> parser, Function<T, String> spec,
        List<String> examples) implements Reader<T> {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]*");
    private static final List<String> MARKS = List.of(":", "::", ",", ",,", "+", "=", " ", "  ", "\t", "\n",
            "x", "\u00A0",
            "\u2003", "epochs", "steps", "lecture", "shared");

    /** All of them. */
    public static List<Grammar<?>> all() {
        return List.of(layers(), losses(), schedules(),
                new Grammar<>("momentum-schedule", ScheduleParser::parseMomentum, value -> value.spec(),
                        List.of("ramp:0.5:0.9:20epochs", "ramp:0:0.99:500steps", "ramp:0.9:0.1:3")),
                new Grammar<>("early-stopping", EarlyStoppingParser::parse, value -> value.spec(),
                        List.of("patience=5",
                                "patience=1,min-delta=0.001,monitor=val-accuracy,warmup=3,restore-best=false",
                                "min_delta=1e-3, patience=9, monitor=train-loss")),
                new Grammar<>("initializer", InitializerParser::parse, value -> value.spec(),
                        List.of("he_normal", "he_uniform", "glorot_normal", "glorot_uniform", "lecun_normal",
                                "lecun_uniform", "normal:0.05", "uniform:0.005")),
                new Grammar<List<Augmentation>>("augmentation", AugmentationParser::parse,
                        list -> list.stream().map(Augmentation::spec).collect(Collectors.joining(" ")),
                        List.of("shift:2 rotate:10 noise:0.1", "noise:0.5", "rotate:180")),
                new Grammar<>("class-weights", text -> ClassWeights.parse(text, TinyTraining.DATA),
                        weights -> weights.toString().replaceAll("[\\[\\] ]", ""),
                        List.of("balanced", "1,2.5", "1,0,3e-3", "4")));
    }

    private static Grammar<List<Layer>> layers() {
        return new Grammar<>("layers", LayerParser::parse,
                layers -> layers.stream().map(Layer::spec).collect(Collectors.joining(" ")),
                List.of("dense:512 relu dense:10", "maxout:240x5 maxout:240x5 dense:10",
                        "dropout:0.2 dense:5 sigmoid tanh dropout:0.5:lecture leaky leaky:0.1 prelu prelu:shared",
                        "prelu:feature elu elu:0.5 selu softplus gelu gelu_tanh silu identity"));
    }

    private static Grammar<?> losses() {
        return new Grammar<>("loss", LossParser::parse, loss -> loss.spec(),
                List.of("cross-entropy", "cross-entropy:0.1", "binary-cross-entropy", "mse", "mae", "huber",
                        "huber:0.5"));
    }

    private static Grammar<?> schedules() {
        return new Grammar<>("schedule", ScheduleParser::parse, schedule -> schedule.spec(),
                List.of("constant", "step:10:0.5", "step:100steps:0.1", "exponential:0.99",
                        "exponential:0.9:5epochs:0.01",
                        "inverse-time:0.01:1epochs", "linear", "linear:0.1", "cosine:0.1", "polynomial:2:0.1",
                        "one-cycle", "one-cycle:0.3:0.04:0.0001", "plateau:0.5:3",
                        "plateau:0.5:1:0.01:2:0.001",
                        "warmup:500+cosine", "warmup:2epochs", "warmup:5+warmup:5+plateau:0.1:2"));
    }

    @Override
    public List<byte[]> seeds() {
        return examples.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    @Override
    public List<Mutator> mutators() {
        List<String> words = new ArrayList<>(MARKS);
        examples.forEach(
                example -> WORD.matcher(example).results().map(MatchResult::group).forEach(words::add));
        List<Mutator> own = List.of(TextEdits.words(words), TextEdits.words(examples));
        return Stream.of(own, own, TextEdits.ALL, TextEdits.ALL, ByteEdits.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Class<? extends Exception> refusal() {
        return IllegalArgumentException.class;
    }

    @Override
    public List<String> saidWords(Path file) {
        return List.of("expected", "known");
    }

    @Override
    public T read(byte[] input, Path file) {
        return parser.apply(new String(input, StandardCharsets.UTF_8));
    }

    @Override
    public void check(T value, byte[] input, Path file) {
        String words = spec.apply(value);
        T again = parser.apply(words);
        assertThat(again).isEqualTo(value);
        assertThat(spec.apply(again)).isEqualTo(words);
    }

    @Override
    public String checks() {
        return "the words of its value mean the same value, and are its words again";
    }
}
