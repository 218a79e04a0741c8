package dev.lanewise.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleParserTest {
    @ParameterizedTest
    @MethodSource
    void readsEveryWord(String word, Schedule schedule, String canonical) {
        assertThat(ScheduleParser.parse(word)).isEqualTo(schedule);
        assertThat(schedule.spec()).isEqualTo(canonical);
        assertThat(ScheduleParser.parse(canonical)).isEqualTo(schedule);
    }

    static Stream<Arguments> readsEveryWord() {
        return Stream.of(
                arguments("constant", Schedule.constant(), "constant"),
                arguments("step:10:0.5", new StepDecay(Span.epochs(10), 0.5), "step:10:0.5"),
                arguments("step:10epochs:.50", new StepDecay(Span.epochs(10), 0.5), "step:10:0.5"),
                arguments("step:1epoch:1", new StepDecay(Span.epochs(1), 1), "step:1:1"),
                arguments("step:500steps:0.1", new StepDecay(Span.steps(500), 0.1), "step:500steps:0.1"),
                arguments("exponential:0.999", new ExponentialDecay(0.999, Span.steps(1), 0),
                        "exponential:0.999"),
                arguments("exponential:0.9:1epoch", new ExponentialDecay(0.9, Span.epochs(1), 0),
                        "exponential:0.9:1epochs"),
                arguments("exponential:0.9:1step:1e-3", new ExponentialDecay(0.9, Span.steps(1), 0.001),
                        "exponential:0.9:1:0.001"),
                arguments("inverse-time:0.01", new InverseTimeDecay(0.01, Span.steps(1)),
                        "inverse-time:0.01"),
                arguments("inverse-time:2:3epochs", new InverseTimeDecay(2, Span.epochs(3)),
                        "inverse-time:2:3epochs"),
                arguments("linear", new PolynomialDecay(1, 0), "linear"),
                arguments("linear:0", new PolynomialDecay(1, 0), "linear"),
                arguments("linear:0.1", new PolynomialDecay(1, 0.1), "linear:0.1"),
                arguments("cosine", new CosineDecay(0), "cosine"),
                arguments("cosine:0.01", new CosineDecay(0.01), "cosine:0.01"),
                arguments("polynomial:2", new PolynomialDecay(2, 0), "polynomial:2"),
                arguments("polynomial:1:0.5", new PolynomialDecay(1, 0.5), "linear:0.5"),
                arguments("polynomial:0.5:0.5", new PolynomialDecay(0.5, 0.5), "polynomial:0.5:0.5"),
                arguments("one-cycle", new OneCycle(), "one-cycle"),
                arguments("one-cycle:0.3:25:10000", new OneCycle(), "one-cycle"),
                arguments("one-cycle:0.25", new OneCycle(0.25, 25, 1e4), "one-cycle:0.25"),
                arguments("one-cycle:0.3:10", new OneCycle(0.3, 10, 1e4), "one-cycle:0.3:10"),
                arguments("one-cycle:0.3:25:1e7", new OneCycle(0.3, 25, 1e7), "one-cycle:0.3:25:1.0E7"),
                arguments("plateau:0.5:5", new ReduceOnPlateau(0.5, 5, 1e-4, 0, 0), "plateau:0.5:5"),
                arguments("plateau:0.5:5:0", new ReduceOnPlateau(0.5, 5, 0, 0, 0), "plateau:0.5:5:0"),
                arguments("plateau:0.5:5:0.0001:2:0.01", new ReduceOnPlateau(0.5, 5, 1e-4, 2, 0.01),
                        "plateau:0.5:5:1.0E-4:2:0.01"),
                arguments("warmup:500+cosine", new WarmUp(Span.steps(500), new CosineDecay(0)),
                        "warmup:500+cosine"),
                arguments("warmup:5epochs+plateau:0.1:3",
                        new WarmUp(Span.epochs(5), new ReduceOnPlateau(0.1, 3)),
                        "warmup:5epochs+plateau:0.1:3"),
                arguments("warmup:5", new WarmUp(Span.steps(5), Schedule.constant()), "warmup:5+constant"),
                arguments("warmup:5+exponential:1e+0:2",
                        new WarmUp(Span.steps(5), new ExponentialDecay(1, Span.steps(2), 0)),
                        "warmup:5+exponential:1:2"));
    }

    @Test
    void helpNamesEveryWord() {
        readsEveryWord().map(row -> ((Schedule) row.get()[1]).spec().split("[:+]", -1)[0])
                .forEach(name -> assertThat(ScheduleParser.KNOWN.split("[ :\\[]", -1)).contains(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                      | unknown ""
            cosin                   | unknown "cosin"
            Cosine                  | unknown "Cosine"
            constant:1              | constant: 1 arguments (expected 0)
            step:10                 | step: 1 arguments (expected 2)
            step:0:0.5              | every: 0 (expected >= 1)
            step:-1:0.5             | every: "-1" (expected a whole number, or such as 10epochs or 500steps)
            step:10days:0.5         | every: "10days" (expected a whole number, or such as 10epochs or 500steps)
            step:9999999999:0.5     | every: "9999999999" (expected a whole number, or such as 10epochs or 500steps)
            step:10:2               | factor: 2 (expected > 0 and <= 1)
            step:10:0               | factor: 0 (expected > 0 and <= 1)
            step:10:half            | factor: "half" (expected a number such as 0.25)
            step:10:NaN             | factor: "NaN" (expected a number such as 0.25)
            exponential             | exponential: 0 arguments (expected 1 to 3)
            exponential:1.5         | factor: 1.5 (expected > 0 and <= 1)
            exponential:0.5:1:1.1   | floor: 1.1 (expected >= 0 and <= 1)
            inverse-time:-1         | decay: -1 (expected >= 0 and finite)
            inverse-time:1e999      | decay: "1e999" (expected a number such as 0.25)
            linear:-0.1             | end: -0.1 (expected >= 0 and <= 1)
            cosine:1.5              | end: 1.5 (expected >= 0 and <= 1)
            cosine:                 | end: "" (expected a number such as 0.25)
            cosine:0:0              | cosine: 2 arguments (expected 0 to 1)
            polynomial:0            | power: 0 (expected > 0 and finite)
            one-cycle:1             | rise: 1 (expected > 0 and < 1)
            one-cycle:0.3:0.5       | start: 0.5 (expected >= 1 and finite)
            one-cycle:0.3:25:0      | fall: 0 (expected >= 1 and finite)
            plateau:0.5             | plateau: 1 arguments (expected 2 to 5)
            plateau:1:5             | factor: 1 (expected > 0 and < 1)
            plateau:0.5:0           | patience: 0 (expected >= 1)
            plateau:0.5:2.5         | patience: "2.5" (expected a whole number)
            plateau:0.5:5:-1        | minimumImprovement: -1 (expected >= 0 and finite)
            plateau:0.5:5:0:-1      | cooldown: -1 (expected >= 0)
            plateau:0.5:5:0:0:2     | floor: 2 (expected >= 0 and <= 1)
            warmup                  | unknown "warmup"
            warmup:+cosine          | length: "" (expected a whole number, or such as 10epochs or 500steps)
            warmup:0+cosine         | length: 0 (expected >= 1)
            warmup:5:6+cosine       | warmup: 2 arguments (expected 1)
            warmup:5+               | unknown ""
            warmup:5+cosine+linear  | unknown "cosine+linear"
            """)
    void refusesWhatItDoesNotKnow(String word, String problem) {
        assertThatIllegalArgumentException().isThrownBy(() -> ScheduleParser.parse(word))
                .withMessage("schedule \"%s\": %s\n  known: %s", word, problem, ScheduleParser.KNOWN);
    }

    @ParameterizedTest
    @CsvSource({"ramp:0.5:0.7:250, ramp:0.5:0.7:250", "ramp:.5:0.70:250epochs, ramp:0.5:0.7:250",
            "ramp:0:0.99:1000steps, ramp:0:0.99:1000steps"})
    void readsMomenta(String word, String canonical) {
        MomentumSchedule schedule = ScheduleParser.parseMomentum(word);
        assertThat(schedule.spec()).isEqualTo(canonical);
        assertThat(ScheduleParser.parseMomentum(canonical)).isEqualTo(schedule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.9              | unknown "0.9"
            ramp:0.5:0.7     | ramp: 2 arguments (expected 3)
            ramp:0.5:1:250   | to: 1 (expected >= 0 and < 1)
            ramp:-1:0.7:250  | from: -1 (expected >= 0 and < 1)
            ramp:0.5:0.7:0   | over: 0 (expected >= 1)
            """)
    void refusesOtherMomenta(String word, String problem) {
        assertThatIllegalArgumentException().isThrownBy(() -> ScheduleParser.parseMomentum(word))
                .withMessage("momentum schedule \"%s\": %s\n  known: %s", word, problem,
                        ScheduleParser.KNOWN_MOMENTUM);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 0.1, 1e-300, 1 / 3.0, 0.999996000016, Double.MIN_VALUE})
    void numbersReadBackAsTheSame(double end) {
        assertThat(ScheduleParser.parse(new CosineDecay(end).spec())).isEqualTo(new CosineDecay(end));
    }
}
