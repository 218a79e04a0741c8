package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lanewise.kernels.Capabilities;
import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;
import dev.lanewise.nn.data.Split;
import dev.lanewise.reports.experiments.Check;
import dev.lanewise.reports.experiments.Experiment;
import dev.lanewise.reports.experiments.Experiments;
import dev.lanewise.reports.experiments.Outcome;
import dev.lanewise.reports.experiments.Setting;
import dev.lanewise.reports.experiments.Table;
import dev.lanewise.reports.page.Plot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentsCommandTest {
    private static final Setting SETTING = setting();

    @TempDir
    Path folder;

    private static Setting setting() {
        Dataset all = Digits.generate(20, 7);
        return new Setting(new Split(all.take(10), all.subset(10, 11)), Scaling.bytes(), true, 7,
                Workers.shared());
    }

    private record Fake(String name, Function<Setting, Outcome> run) implements Experiment {
        @Override
        public String title() {
            return "All about " + name;
        }

        @Override
        public String question() {
            return "Is it so?";
        }

        @Override
        public String claim() {
            return "It is <so>.";
        }

        @Override
        public Outcome run(Setting setting) {
            return run.apply(setting);
        }
    }

    private static Experiment fake(String name, boolean... holds) {
        List<Check> checks = new ArrayList<>();
        for (boolean each : holds) {
            checks.add(new Check("x is 1", each, "x is " + (each ? 1 : 2)));
        }
        return new Fake(name, setting -> new Outcome(checks,
                List.of(Plot.of("Course").line("x", new double[]{0, 1}, new double[]{0, setting.seed()})),
                List.of(new Table("Numbers", List.of("x"), List.of(List.of("1")))), "It was so."));
    }

    private static Experiment broken() {
        return new Fake("broken", _ -> {
            throw new IllegalStateException("no such thing");
        });
    }

    private int run(StringWriter out, Experiment... experiments) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>(Map.of("data", "my digits"));
        ExperimentsPage page = new ExperimentsPage(SETTING, new Configuration(values),
                Capabilities.current());
        try (Interruption interruption = new Interruption()) {
            return ExperimentsCommand.run(List.of(experiments), SETTING, page,
                    folder.resolve("experiments.html"),
                    interruption, new PrintWriter(out));
        }
    }

    private static String withoutTimes(StringWriter out) {
        return out.toString().replaceAll("\\(\\d+\\.\\d s\\)", "(T)");
    }

    @Test
    void everyClaimGetsItsLine() throws IOException {
        StringWriter out = new StringWriter();
        assertThat(run(out, fake("one", true, true), fake("two", true))).isZero();
        assertThat(withoutTimes(out)).isEqualTo("""
                one: All about one (T)
                  holds  x is 1: x is 1
                  holds  x is 1: x is 1
                two: All about two (T)
                  holds  x is 1: x is 1
                page: %s
                3 of 3 claims hold
                """.formatted(folder.resolve("experiments.html")));
    }

    @Test
    void aClaimThatDoesNotHoldFailsTheCommand() throws IOException {
        StringWriter out = new StringWriter();
        assertThat(run(out, fake("one", true, false))).isOne();
        assertThat(out.toString()).contains("\n  FAILS  x is 1: x is 2\n").endsWith("\n1 of 2 claims hold\n");
    }

    @Test
    void anExperimentThatThrowsFailsAloneAndIsNamed() throws IOException {
        StringWriter out = new StringWriter();
        assertThat(run(out, broken(), fake("two", true))).isOne();
        assertThat(withoutTimes(out)).startsWith("""
                broken: All about broken (T)
                  FAILS  it runs to its end: java.lang.IllegalStateException: no such thing
                two: All about two (T)
                """).endsWith("\n1 of 2 claims hold\n");
        assertThat(folder.resolve("experiments.html")).content().contains("no such thing", "id=\"two\"");
    }

    /** Even one that ends the command leaves the page of those before. */
    @Test
    void thePageIsThereAfterEachExperiment() throws IOException {
        Path page = folder.resolve("experiments.html");
        Experiment last = new Fake("last", _ -> {
            assertThat(page).content()
                    .contains("id=\"one\"", "2 of 2 claims hold")
                    .doesNotContain("id=\"last\"");
            assertThat(folder.resolve("one.svg")).exists();
            throw new LinkageError("the end");
        });
        assertThatExceptionOfType(LinkageError.class)
                .isThrownBy(() -> run(new StringWriter(), fake("one", true, true), last));
        assertThat(page).content().contains("id=\"one\"");
    }

    @Test
    void thePageHoldsEverything() throws IOException {
        run(new StringWriter(), fake("one", true, false), fake("two", true));
        assertThat(Files.readString(folder.resolve("experiments.html"))).contains(
                "<b>2 of 3</b><span>claims hold</span>",
                "<h2 id=\"one\">All about one</h2>", "<h2 id=\"two\">", "Is it so?", "It is &lt;so&gt;.",
                "It was so.",
                "\u2713 holds", "\u2717 fails", "1 of 2 claims hold", "x is 2", "<svg", "Numbers",
                "./lanewise experiments one --data &#39;my digits&#39;", "Seed 7, quick");
    }

    @Test
    void listNamesAllAndRunsNone() {
        Cli list = Cli.run("experiments", "--list");
        assertThat(list.code()).isZero();
        assertThat(list.out().lines()).hasSize(Experiments.all().size())
                .anyMatch(line -> line.equals("maxout  Maxout learns its activation function"));
    }

    @Test
    void anUnknownOrMissingNameIsRefusedWithTheKnownOnes() {
        String known = "(expected all or one of: "
                + String.join(" ", Experiments.all().stream().map(Experiment::name).toList()) + ")";
        Path out = folder.resolve("out");
        Cli unknown = Cli.run("experiments", "maxuot", "--out", out);
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).isEqualTo(
                "lanewise: experiment: maxuot " + known + "\nTry 'lanewise experiments --help'.\n");
        assertThat(out).doesNotExist();
        assertThat(Cli.run("experiments").err()).startsWith("lanewise: experiment: none " + known);
    }

    @Test
    void regressionIsRefused() throws IOException {
        Path houses = TestData.houses(folder.resolve("houses.csv"));
        Cli cli = Cli.run("experiments", "maxout", "--data", houses, "--target", "price", "--out",
                folder.resolve("out"));
        assertThat(cli.code()).isOne();
        assertThat(cli.err()).isEqualTo("lanewise: houses: regression (expected at least 2 classes)\n");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aFolderThatIsNotEmptyIsRefused() throws IOException {
        Files.writeString(folder.resolve("old"), "");
        Cli cli = Cli.run("experiments", "optimizers-surfaces", "--out", folder);
        assertThat(cli.code()).isOne();
        assertThat(cli.err()).contains("not empty");
    }

    @Test
    void runsOneExperimentAndWritesThePage() {
        Path out = folder.resolve("out");
        Cli cli = Cli.run("experiments", "optimizers-surfaces", "--quick", "--threads", 1, "--out", out);
        assertThat(cli.err()).isEmpty();
        assertThat(cli.code()).isZero();
        assertThat(cli.out()).startsWith("optimizers-surfaces: ").doesNotContain("FAILS");
        assertThat(cli.lastLine()).isEqualTo("4 of 4 claims hold");
        assertThat(out.resolve("experiments.html")).content()
                .contains(
                        "./lanewise experiments optimizers-surfaces --quick --data digits --seed 42 --threads 1");
    }
}
