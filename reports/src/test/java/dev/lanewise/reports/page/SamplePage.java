package dev.lanewise.reports.page;

import dev.lanewise.kernels.RandomStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** A page with every kind of plot and every other part, for tests and eyes. */
public final class SamplePage {
    private static final int EPOCHS = 20;

    private SamplePage() {
    }

    /** The page. */
    public static String html() {
        Page page = Page.of("A sample of <everything>")
                .lead("Every part that a page can have, with data that is easy and data that is odd.")
                .figures(List.of(List.of("97.31 %", "test accuracy"), List.of("0.0912", "test loss"),
                        List.of("10,000", "test samples"), List.of("1.2e+06", "parameters")));
        page.section("Usual plots", "usual");
        usual().values().forEach(page::plot);
        page.section("Odd plots", "odd").text("None of these may fail, and none may hide what it has.");
        odd().values().forEach(page::plot);
        page.section("A single plot", "single").plot(contours());
        page.section("Verdicts and tables", "tables")
                .badge("ReLU's gradient is 10 times larger: 1.2e-2 against 1.1e-6", true)
                .badge("Momentum passes the plateau", false)
                .table(List.of("optimizer", "what happened", "test accuracy", "seconds", "rate"), List.of(
                        List.of("sgd", "moved slowly along the valley's floor, then out of it & on",
                                "91.20 %", "1.20",
                                "0.1"),
                        List.of("adam", "<none>", "97.31 %", "12.05", "0.001")))
                .facts(List.of(
                        List.of("data",
                                "/a/path/that/is/long/and/has/no/blank/in/it/at/all/train-images-idx3-ubyte"),
                        List.of("layers", "dense:512 relu dropout:0.5 dense:10")));
        return page.section("Repeat it", "repeat")
                .code("./lanewise train --data mnist --layers 'dense:512 relu dense:10' --epochs 20")
                .note("The same numbers every time.")
                .html();
    }

    /** One of its plots. */
    static Plot plot(String name) {
        return Objects.requireNonNullElseGet(usual().get(name),
                () -> Objects.requireNonNull(odd().get(name), name));
    }

    /** Plots as experiments make them. */
    static Map<String, Plot> usual() {
        Map<String, Plot> plots = new LinkedHashMap<>();
        plots.put("curve", learningCurve());
        plots.put("eight", eightLines());
        plots.put("activations", activations());
        plots.put("bars", Plot.of("Accuracy by depth")
                .x("hidden layers")
                .y("accuracy in %")
                .categories(List.of("1", "2", "4", "8"))
                .bars("sigmoid", new double[]{95.1, 93, 11.4, 11.4})
                .bars("ReLU", new double[]{96.2, 97, 97.1, 96.8})
                .horizontal(98, "best known"));
        plots.put("turned", Plot.of("Speed beside other libraries")
                .y("GFLOP/s")
                .categories(List.of("Lanewise", "OpenBLAS 0.3.31", "MKL 2026.1", "oneDNN 3.11",
                        "netlib VectorBLAS",
                        "DJL with PyTorch 2.7.1"))
                .bars("1 thread", new double[]{150, 148, 155, 140, 60, 120})
                .bars("2 threads", new double[]{290, 280, 300, 270, Double.NaN, 230}));
        plots.put("contours", contours());
        plots.put("dots", dots());
        plots.put("marks", marks());
        return plots;
    }

    private static Plot learningCurve() {
        double[] epochs = over(1, EPOCHS, EPOCHS);
        return Plot.of("Loss")
                .x("epoch")
                .y("mean loss")
                .yRange(0, 0)
                .ends(value -> Numbers.fixed(value, 4))
                .line("training", epochs, map(epochs, epoch -> 2.3 / epoch))
                .line("validation", epochs, map(epochs, epoch -> 2.4 / epoch + 0.004 * epoch))
                .vertical(12, "best epoch");
    }

    private static Plot eightLines() {
        double[] epochs = over(0, 200, 201);
        Plot plot = Plot.of("Training error of eight optimizers").x("step").y("mean loss").logY();
        List<String> names = List.of("SGD", "momentum", "Nesterov", "Adagrad", "RMSProp", "Adam", "AdamW",
                "Adam with decoupled decay and warm-up");
        for (int i = 0; i < names.size(); i++) {
            double rate = 0.005 * (i + 1);
            plot.line(names.get(i), epochs, map(epochs, step -> 2 * Math.exp(-rate * step)));
        }
        return plot;
    }

    private static Plot activations() {
        double[] z = over(-4, 4, 81);
        return Plot.of("Activations")
                .x("z")
                .y("a")
                .line("sigmoid", z, map(z, x -> 1 / (1 + Math.exp(-x))))
                .line("tanh", z, map(z, Math::tanh))
                .line("ReLU", z, map(z, x -> Math.max(0, x)))
                .mark(0, 0, "ReLU's corner");
    }

    private static Plot contours() {
        double[] t = over(0, 6, 60);
        return Plot.of("Two optimizers in a long valley")
                .x("w1")
                .y("w2")
                .xRange(-2, 2)
                .yRange(-1, 3)
                .contours((x, y) -> (1 - x) * (1 - x) + 10 * (y - x * x) * (y - x * x), 0.5, 2, 5, 15, 40,
                        100)
                .line("SGD", map(t, s -> -1.5 + 0.3 * s),
                        map(t, s -> Math.pow(-1.5 + 0.3 * s, 2) + 0.4 * Math.cos(9 * s)))
                .line("Adam", map(t, s -> -1.5 + 0.41 * s), map(t, s -> Math.pow(-1.5 + 0.41 * s, 2)))
                .mark(1, 1, "minimum")
                .mark(-1.5, 2.25, "start");
    }

    private static Plot dots() {
        RandomStream random = new RandomStream(3, 0);
        double[] x = IntStream.range(0, 300).mapToDouble(_ -> random.nextFloat(0, 10)).toArray();
        return Plot.of("Predicted and true prices")
                .x("true price in 1,000")
                .y("predicted price in 1,000")
                .dots("test samples", x, map(x, value -> value + random.nextFloat(-1, 1)))
                .dots("outliers", new double[]{1, 2, 9}, new double[]{8, 9, 1})
                .line("ideal", new double[]{0, 10}, new double[]{0, 10});
    }

    private static Plot marks() {
        double[] x = over(-4, 4, 81);
        return Plot.of("Marks at every edge")
                .x("x")
                .y("y")
                .line("x squared", x, map(x, v -> v * v))
                .vertical(-4, "at the left edge")
                .vertical(4, "at the right edge")
                .vertical(3.9, "close to another")
                .horizontal(0, "at the bottom")
                .horizontal(16, "at the top")
                .horizontal(15.8, "just below the top")
                .mark(-4, 16, "upper left")
                .mark(4, 0, "lower right")
                .mark(4, 16, "upper right");
    }

    /** Plots of data as bugs and bad luck make them. */
    static Map<String, Plot> odd() {
        Map<String, Plot> plots = new LinkedHashMap<>();
        double[] epochs = over(1, 10, 10);
        plots.put("gaps", Plot.of("Gaps, and a point alone")
                .x("epoch")
                .y("loss")
                .logY()
                .line("with gaps", epochs,
                        new double[]{1, 0.5, Double.NaN, 0.2, Double.NaN, 0.1, 0.05, 0, -1, 0.01})
                .line("diverging", epochs,
                        map(epochs, epoch -> epoch > 6 ? Double.POSITIVE_INFINITY : Math.pow(10, epoch))));
        plots.put("equal",
                Plot.of("All equal").x("epoch").y("loss").line("constant", epochs, map(epochs, _ -> 0.7)));
        plots.put("one",
                Plot.of("One point")
                        .x("epoch")
                        .y("accuracy in %")
                        .ends(value -> Numbers.fixed(value, 2))
                        .line("training", new double[]{1}, new double[]{97.5}));
        plots.put("none",
                Plot.of("All NaN").x("epoch").y("loss").line("NaN", epochs, map(epochs, _ -> Double.NaN)));
        plots.put("empty", Plot.of("Nothing at all"));
        plots.put("huge",
                Plot.of("Huge and tiny")
                        .x("x")
                        .y("y")
                        .line("huge", over(0, 1e12, 5), over(-3e14, 1e15, 5))
                        .line("beyond", new double[]{0, 1e12}, new double[]{-1e308, 1e308}));
        plots.put("close", Plot.of("Close to one another")
                .x("x")
                .y("y")
                .line("close", over(1e-7, 3e-7, 4), new double[]{1e9, 1e9 + 1e-6, 1e9, 1e9 + 1e-6}));
        plots.put("noise", noise());
        plots.put("longwords", longWords());
        plots.put("onlymarks",
                Plot.of("Marks only").x("x").y("y").vertical(3, "here").horizontal(-2, "there"));
        plots.put("manybars",
                Plot.of("Many bars").y("count").bars("heights", map(over(0, 2000, 2001), i -> i % 97)));
        plots.put("logbars", Plot.of("Gradient norm of each layer")
                .x("layer")
                .y("norm")
                .logY()
                .categories(List.of("1", "2", "3", "4", "5", "6", "7", "8"))
                .bars("sigmoid", new double[]{1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1})
                .bars("ReLU", new double[]{0.02, 0.03, 0.03, 0.04, 0.05, 0.06, 0.1, 0}));
        return plots;
    }

    private static Plot noise() {
        RandomStream random = new RandomStream(4, 0);
        double[] steps = over(0, 99_999, 100_000);
        return Plot.of("A hundred thousand points")
                .x("step")
                .y("loss of a mini-batch")
                .line("noise", steps,
                        map(steps, step -> 2 / (1 + step / 20_000) + random.nextFloat(-0.2f, 0.2f)))
                .dots("every point", steps, map(steps, step -> 3 + random.nextFloat(-0.4f, 0.4f)));
    }

    private static Plot longWords() {
        String words = "A title of so many words that one line cannot hold them, nor can two, since it goes on and on "
                + "and does not end before all of its readers have left";
        String word = "Donaudampfschifffahrtsgesellschaftskapitaen".repeat(3);
        return Plot.of(words)
                .x(words)
                .y(words)
                .categories(List.of(words, word, "<&>\"'"))
                .bars(words, new double[]{1, 2, 3})
                .bars(word, new double[]{2, 3, 1})
                .bars("\u4e2d\u6587", new double[]{3, 1, 2})
                .bars("\u0000 not XML", new double[]{3, -1, 2})
                .mark(2, 3, words)
                .horizontal(2, word);
    }

    private static double[] over(double low, double high, int count) {
        return IntStream.range(0, count).mapToDouble(i -> low + i * (high - low) / (count - 1)).toArray();
    }

    private static double[] map(double[] x, DoubleUnaryOperator f) {
        return Arrays.stream(x).map(f).toArray();
    }
}
