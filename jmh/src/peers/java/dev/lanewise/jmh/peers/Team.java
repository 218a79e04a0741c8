package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.peers.ContestantProcess.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The contestants' processes, and who was lost on the way: a loss is told, and the others go on. */
final class Team {
    private final ContestantLauncher launcher;
    private final Map<Contestant, String> descriptions = new EnumMap<>(Contestant.class);
    private final Map<Contestant, ContestantProcess> running = new EnumMap<>(Contestant.class);
    private final List<String> losses = new ArrayList<>();

    Team(Contest contest, ContestantLauncher launcher) {
        this.launcher = launcher;
        if (contest == Contest.PRODUCTS && !Machine.avx512()) {
            losses.add(Contestant.OPENBLAS_FAST.title() + ": this processor has no AVX-512");
        }
    }

    static String threadsText(int threads) {
        return threads == 1 ? "1 thread" : threads + " threads";
    }

    /** Of those that could be loaded: name, version and choices. */
    Map<Contestant, String> descriptions() {
        return descriptions;
    }

    /** Who was not measured, on what, and why. */
    List<String> losses() {
        return losses;
    }

    /**
     * Starts one after the other.
     *
     * @throws Failure if Lanewise cannot be loaded
     */
    void start(List<Contestant> contestants, int threads, OptionalInt processor)
            throws Failure, IOException, InterruptedException {
        for (Contestant contestant : contestants) {
            System.err.println(threadsText(threads) + ": starting " + contestant.title());
            ContestantProcess process = launcher.start(contestant, threads, processor);
            running.put(contestant, process);
            try {
                descriptions.put(contestant, process.answer());
            } catch (Failure failure) {
                lose(contestant, "could not be loaded", failure);
                process.close();
                running.remove(contestant);
            }
        }
    }

    void stop() {
        running.values().forEach(ContestantProcess::close);
        running.clear();
    }

    boolean runs(Contestant contestant) {
        return running.containsKey(contestant);
    }

    /**
     * Its process.
     *
     * @throws Failure if it has ended
     */
    ProcessHandle handle(Contestant contestant) throws Failure {
        return process(contestant).handle();
    }

    private ContestantProcess process(Contestant contestant) throws Failure {
        ContestantProcess process = running.get(contestant);
        if (process == null) {
            throw new Failure("its process has ended");
        }
        return process;
    }

    /**
     * Its answer.
     *
     * @throws Failure if it failed
     */
    String ask(Contestant contestant, String request) throws Failure, InterruptedException {
        ContestantProcess process = process(contestant);
        try {
            return process.ask(request);
        } catch (Failure failure) {
            if (!process.isAlive()) {
                running.remove(contestant);
                throw new Failure(failure.getMessage() + ", so it had no further turns in this fork");
            }
            throw failure;
        }
    }

    /**
     * Notes a loss.
     *
     * @throws Failure if it is Lanewise: there is nothing to compare with then
     */
    void lose(Contestant contestant, String what, Failure failure) throws Failure {
        String loss = contestant.title() + ": " + what + ": " + failure.getMessage();
        if (contestant == Contestant.LANEWISE) {
            throw new Failure(loss);
        }
        System.err.println(loss);
        if (!losses.contains(loss)) {
            losses.add(loss);
        }
    }
}
