package dev.lanewise.reports.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;
import dev.lanewise.nn.data.Split;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All experiments by what they say, and those of the theory on so little data that not all claims need hold. */
class ExperimentsTest {
    private static final TrainingSize.Pair TINY = new TrainingSize.Pair(new TrainingSize(150, 12, 2),
            new TrainingSize(150, 12, 2));
    private static final Setting SETTING = setting();

    private static Setting setting() {
        Dataset all = Digits.generate(200, 7);
        Split split = new Split(all.take(160), all.subset(IntStream.range(160, 200).toArray()));
        return new Setting(split, Scaling.bytes(), true, 1, Workers.shared());
    }

    static Stream<Experiment> tiny() {
        return Stream.of(new ThinLinear(TINY), new MaxoutUnits(TINY, 2), new SurfaceOptimizers(500),
                new EnsembleDropout(TINY, List.of(1, 4), List.of(1, 4)));
    }

    @Test
    void thereAreTwelveByDifferentNames() {
        List<String> names = Experiments.all().stream().map(Experiment::name).toList();
        assertThat(names).hasSize(12)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(Experiments.all())
                .allMatch(each -> each.question().contains("?") && !each.claim().isBlank());
    }

    @ParameterizedTest
    @MethodSource("tiny")
    void isComplete(Experiment experiment) {
        Outcome outcome = experiment.run(SETTING);
        assertThat(outcome.checks()).hasSizeGreaterThan(2);
        assertThat(outcome.plots()).hasSizeBetween(1, 4).allMatch(plot -> plot.svg().startsWith("<svg"));
        assertThat(outcome.measured()).doesNotContain("NaN", "Infinity");
        for (Table table : outcome.tables()) {
            assertThat(table.rows()).isNotEmpty().allMatch(row -> row.size() == table.header().size());
        }
    }

    @ParameterizedTest
    @MethodSource("tiny")
    void hasTheSameOutcomeTwice(Experiment experiment) {
        Outcome once = experiment.run(SETTING);
        Outcome again = experiment.run(SETTING);
        assertThat(again.checks()).isEqualTo(once.checks());
        assertThat(again.measured()).isEqualTo(once.measured());
        assertThat(again.tables()).isEqualTo(once.tables());
    }

    /** What does not depend on how much was learned. */
    @Test
    void exactClaimsHoldOnAnyData() {
        assertThat(new ThinLinear(TINY).run(SETTING).checks().subList(0, 2)).allMatch(Check::holds);
        List<Check> maxout = new MaxoutUnits(TINY, 2).run(SETTING).checks();
        assertThat(List.of(maxout.get(0), maxout.get(1), maxout.get(5), maxout.get(6)))
                .allMatch(Check::holds);
        Outcome ensemble = new EnsembleDropout(TINY, List.of(1, 4), List.of(1, 4)).run(SETTING);
        assertThat(ensemble.checks().subList(0, 2)).allMatch(Check::holds);
    }

    /** Nothing in it depends on data or seed. */
    @Test
    void allClaimsAboutSurfacesHold() {
        assertThat(new SurfaceOptimizers().run(SETTING).checks()).hasSize(4).allMatch(Check::holds);
    }
}
