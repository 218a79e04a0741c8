package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import dev.lanewise.jmh.Verify;
import dev.lanewise.kernels.MachineProbe;
import dev.lanewise.kernels.Workers;
import dev.lanewise.kernels.reference.PhiloxReference;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A contestant's process: reads a request a line from standard input, writes an answer a line to standard output, and
 * sleeps in between. Requests: {@code prepare SHAPE SECONDS} draws operands, warms up and verifies;
 * {@code measure SECONDS} answers GFLOP/s; {@code peak SECONDS} answers the FMA peak in GFLOP/s.
 */
final class ContestantMain {
    private static final double PEAK_WARM_UP_SECONDS = 0.3;

    private final Contestant contestant;
    private final Workers workers;
    private final Product product;
    private final Stopwatch stopwatch;
    private GemmShape shape = GemmShape.parse("NN:1x1x1");

    private ContestantMain(Contestant contestant, int threads) {
        this.contestant = contestant;
        workers = Workers.of(contestant == Contestant.LANEWISE ? threads : 1);
        product = contestant.open(workers);
        stopwatch = new Stopwatch(product);
    }

    /** Arguments: the contestant, its threads and, if it shall be pinned, a processor. */
    public static void main(String[] args) throws IOException {
        ContestantMain self;
        try {
            if (args.length > 2) {
                Machine.pinThread(Integer.parseInt(args[2]));
            }
            self = new ContestantMain(Contestant.valueOf(args[0]), Integer.parseInt(args[1]));
            answer(Answer.OK + self.ready());
        } catch (RuntimeException | LinkageError cannotLoad) {
            cannotLoad.printStackTrace();
            answer(Answer.FAILED + reason(cannotLoad));
            return;
        }
        BufferedReader requests = new BufferedReader(
                new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            answer(self.reply(line.split(" ", -1)));
        }
    }

    private static void answer(String text) {
        System.out.println(text);
        System.out.flush();
    }

    private String ready() {
        if (contestant == Contestant.LANEWISE) {
            MachineProbe.fmaGflops(workers, PEAK_WARM_UP_SECONDS);
        }
        return product.describe();
    }

    private String reply(String[] request) {
        try {
            return Answer.OK + switch (request[0]) {
                case "prepare" -> prepare(GemmShape.parse(request[1]), Double.parseDouble(request[2]));
                case "measure" -> shape.flops() / stopwatch.median(Double.parseDouble(request[1])) * 1e-9;
                case "peak" -> MachineProbe.fmaGflops(workers, Double.parseDouble(request[1]));
                default -> throw new IllegalArgumentException("request: " + request[0]
                        + " (expected prepare, measure or peak)");
            };
        } catch (RuntimeException | LinkageError failed) {
            failed.printStackTrace();
            return Answer.FAILED + reason(failed);
        }
    }

    private String prepare(GemmShape next, double warmUpSeconds) {
        shape = next;
        float[] a = draw(shape.m() * shape.k(), 1);
        float[] b = draw(shape.k() * shape.n(), 2);
        product.prepare(shape, a, b);
        stopwatch.warmUp(warmUpSeconds);
        Verification verification = new Verification(shape, a, b);
        verification.close(product.result());
        if (contestant == Contestant.LANEWISE) {
            Verify.product("wrong result", shape, a, b, product.result());
        }
        if (contestant.runsOnVectorApi()) {
            stopwatch.warmUpUntilCompiled();
        }
        return "verified";
    }

    private static float[] draw(int n, long stream) {
        float[] values = new float[n];
        PhiloxReference.uniform(1, stream, 0, -1f, 1f, n, values, 0);
        return values;
    }

    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause).lines().findFirst().orElse("");
    }
}
