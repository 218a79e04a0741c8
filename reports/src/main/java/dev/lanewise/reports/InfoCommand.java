package dev.lanewise.reports;

import dev.lanewise.kernels.Capabilities;
import dev.lanewise.kernels.MachineLoad;
import dev.lanewise.kernels.MachineProbe;
import dev.lanewise.kernels.Workers;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lanewise info}: what the machine offers, what is used of it, and what it can do. */
@Command(name = "info", mixinStandardHelpOptions = true, description = "Show what this machine offers, what is used, and its measured limits (in about 5 seconds).")
final class InfoCommand implements Callable<Integer> {
    private static final double SECONDS = 0.6;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Capabilities machine = Failures.capabilities(spec.commandLine());
        line("java", machine.java());
        line("jvm", machine.jvm());
        line("vector module", machine.vectorModule() ? "resolved" : "not resolved");
        line("preferred width", machine.preferredBits() + " bits");
        line("backend", Figures.backend(machine) + " (" + machine.reason() + ")");
        line("hardware fma", machine.fma() ? "yes" : "no");
        line("system", System.getProperty("os.name") + ", " + System.getProperty("os.arch"));
        line("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        line("caches", CpuCaches.describe());
        try (Workers one = Workers.of(1);
                Workers all = Workers.of(Runtime.getRuntime().availableProcessors())) {
            MachineLoad load = MachineLoad.start();
            measure(one, machine, load);
            if (all.threads() > 1) {
                measure(all, machine, load);
            }
            line("other load", load.verdict());
        }
        return 0;
    }

    private void measure(Workers workers, Capabilities machine, MachineLoad load) {
        String threads = ", " + Figures.threads(workers.threads());
        double peak = MachineProbe.fmaGflops(workers, SECONDS);
        line("fma peak" + threads,
                figure(peak, "GFLOP/s") + doubt(peak / workers.threads(), machine.vectorBits()));
        load.sample();
        String size = " (arrays of " + (MachineProbe.streamBytes() >> 20) + " MiB)";
        line("copy" + threads, figure(MachineProbe.copyGBps(workers, SECONDS), "GB/s") + size);
        line("triad" + threads, figure(MachineProbe.triadGBps(workers, SECONDS), "GB/s") + size);
        load.sample();
    }

    /** Any processor with such vectors does one multiply-add of them in a nanosecond. */
    static String doubt(double gflops, int vectorBits) {
        return gflops < 2.0 * vectorBits / Float.SIZE
                ? " (worthless: less than a multiply-add of a vector in a nanosecond; throttled, emulated or not compiled)"
                : "";
    }

    private static String figure(double value, String unit) {
        return Double.isNaN(value)
                ? "not measured (it needs the simd backend)"
                : String.format(Locale.ROOT, "%.1f %s", value, unit);
    }

    private void line(String key, String value) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, "%-20s  %s", key, value));
        out.flush();
    }
}
