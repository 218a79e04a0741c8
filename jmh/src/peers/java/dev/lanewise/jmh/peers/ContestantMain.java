package dev.lanewise.jmh.peers;

import dev.lanewise.kernels.MachineProbe;
import dev.lanewise.kernels.Workers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A contestant's process: reads a request a line from standard input, writes an answer a line to standard output, and
 * sleeps in between. Requests: {@code prepare WORK SECONDS} draws operands, warms up and verifies;
 * {@code measure SECONDS} answers the speed; {@code peak SECONDS} answers the FMA peak in GFLOP/s.
 */
final class ContestantMain {
    private static final double PEAK_WARM_UP_SECONDS = 0.3;

    private final Contest contest;
    private final Contestant contestant;
    private final Workers workers;
    private final Subject subject;
    private final Stopwatch stopwatch;

    private ContestantMain(Contest contest, Contestant contestant, int threads) {
        this.contest = contest;
        this.contestant = contestant;
        workers = Workers.of(contestant == Contestant.LANEWISE ? threads : 1);
        subject = contest.open(contestant, workers, threads);
        stopwatch = new Stopwatch(subject::run);
    }

    /** Arguments: the contest, the contestant, its threads and, if it shall be pinned, a processor. */
    public static void main(String[] args) throws IOException {
        ContestantMain self;
        try {
            if (args.length > 3) {
                Machine.pinThread(Integer.parseInt(args[3]));
            }
            self = new ContestantMain(Contest.valueOf(args[0]), Contestant.valueOf(args[1]),
                    Integer.parseInt(args[2]));
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
        if (contestant == Contestant.LANEWISE && contest.probesPeak()) {
            MachineProbe.fmaGflops(workers, PEAK_WARM_UP_SECONDS);
        }
        return subject.describe();
    }

    private String reply(String[] request) {
        try {
            return Answer.OK + switch (request[0]) {
                case "prepare" -> prepare(request[1], Double.parseDouble(request[2]));
                case "measure" -> subject.speed(stopwatch.median(Double.parseDouble(request[1])));
                case "peak" -> MachineProbe.fmaGflops(workers, Double.parseDouble(request[1]));
                default -> throw new IllegalArgumentException("request: " + request[0]
                        + " (expected prepare, measure or peak)");
            };
        } catch (RuntimeException | LinkageError failed) {
            failed.printStackTrace();
            return Answer.FAILED + reason(failed);
        }
    }

    private String prepare(String work, double warmUpSeconds) {
        subject.prepare(work);
        stopwatch.warmUp(warmUpSeconds);
        subject.verify();
        if (contest.compilesJava(contestant)) {
            stopwatch.warmUpUntilCompiled();
        }
        return "verified";
    }

    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause).lines().findFirst().orElse("");
    }
}
