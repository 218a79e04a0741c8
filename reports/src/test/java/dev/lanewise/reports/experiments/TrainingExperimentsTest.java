package dev.lanewise.reports.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;
import dev.lanewise.nn.data.Split;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On so little data that claims need not hold, but for those that are exact. */
class TrainingExperimentsTest {
    private static final TrainingSize.Pair TINY = new TrainingSize.Pair(new TrainingSize(200, 60, 3),
            new TrainingSize(200, 60, 3));
    private static final Split DATA = data();
    private static final Map<String, Outcome> OUTCOMES = new ConcurrentHashMap<>();

    private static Split data() {
        Dataset all = Digits.generate(300, 7);
        return new Split(all.take(220), all.subset(IntStream.range(220, 300).toArray()));
    }

    private static Setting setting(long seed) {
        return new Setting(DATA, Scaling.bytes(), true, seed, Workers.shared());
    }

    /** With seed 1, from the first run that asked for it. */
    private static Outcome outcome(Experiment experiment) {
        return OUTCOMES.computeIfAbsent(experiment.name(), _ -> experiment.run(setting(1)));
    }

    static Stream<Experiment> tiny() {
        return Stream.of(new DeeperSigmoid(TINY, List.of(1, 3)), new VanishingGradient(TINY, 4),
                new NotOverfitting(TINY, 3, 6), new ReluFamily(TINY, 2),
                new OptimizersOnData(TINY, List.of(0.01f, 0.1f)), new StoppingEarly(TINY),
                new WeightPenalties(TINY), new DropoutOnData(TINY));
    }

    static Stream<Experiment> real() {
        return Stream.of(new DeeperSigmoid(), new VanishingGradient(), new NotOverfitting(), new ReluFamily(),
                new OptimizersOnData(), new StoppingEarly(), new WeightPenalties(), new DropoutOnData());
    }

    @Test
    void namesAreWordsAndUnique() {
        assertThat(real().map(Experiment::name)).doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @ParameterizedTest
    @MethodSource("real")
    void saysWhatItIsAbout(Experiment experiment) {
        assertThat(List.of(experiment.title(), experiment.question(), experiment.claim()))
                .allMatch(text -> text.length() > 5);
        assertThat(experiment.question()).contains("?");
    }

    @ParameterizedTest
    @MethodSource("tiny")
    void hasTheSameOutcomeTwice(Experiment experiment) {
        Outcome once = outcome(experiment);
        Outcome again = experiment.run(setting(1));

        assertThat(again.checks()).isEqualTo(once.checks());
        assertThat(again.measured()).isEqualTo(once.measured());
        assertThat(withoutTimes(again)).isEqualTo(withoutTimes(once)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("tiny")
    void dependsOnTheSeed(Experiment experiment) {
        assertThat(experiment.run(setting(2)).tables()).isNotEqualTo(outcome(experiment).tables());
    }

    @ParameterizedTest
    @MethodSource("tiny")
    void isCompleteAndHoldsWhatIsExact(Experiment experiment) {
        Outcome outcome = outcome(experiment);

        assertThat(outcome.checks()).isNotEmpty();
        assertThat(outcome.checks()).filteredOn(check -> check.statement().contains("bit for bit"))
                .allMatch(Check::holds);
        assertThat(outcome.plots()).hasSizeBetween(1, 3);
        assertThat(outcome.measured()).doesNotContain("NaN", "Infinity");
        for (Table table : outcome.tables()) {
            assertThat(table.rows()).isNotEmpty().allMatch(row -> row.size() == table.header().size());
            assertThat(table.rows().stream().flatMap(List::stream)).doesNotContain("NaN", "Infinity", "");
        }
    }

    @Test
    void penaltiesAreExactOnAnyData() {
        assertThat(outcome(new WeightPenalties(TINY)).checks().subList(0, 3)).allMatch(Check::holds);
    }

    @Test
    void reluPassesNoGradientBelowZeroAndItsVariantsDo() {
        assertThat(outcome(new ReluFamily(TINY, 2)).checks().subList(0, 2)).allMatch(Check::holds);
    }

    private static List<Table> withoutTimes(Outcome outcome) {
        return outcome.tables().stream().filter(table -> !table.title().startsWith("Seconds")).toList();
    }
}
