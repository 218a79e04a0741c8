package dev.lanewise.jmh.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** The near end of a contestant's process: one line out, one line back. */
final class ContestantProcess implements AutoCloseable {
    /** What went wrong in a contestant. */
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1;

        Failure(String reason) {
            super(reason);
        }
    }

    private static final long LONGEST_MINUTES = 10;
    private static final String END = "";

    private final Process process;
    private final BlockingQueue<String> answers = new ArrayBlockingQueue<>(16);

    /** Starts it and waits until its library is loaded; {@link #answer} then gives its description. */
    ContestantProcess(ProcessBuilder builder) throws IOException {
        process = builder.start();
        Thread.ofPlatform().daemon().name("answers").start(this::collect);
    }

    private void collect() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(Answer.OK) || line.startsWith(Answer.FAILED)) {
                    answers.put(line);
                }
            }
            answers.put(END);
        } catch (IOException | InterruptedException gone) {
            answers.offer(END);
        }
    }

    /**
     * The answer to a request.
     *
     * @throws Failure if it failed or the process is gone
     */
    String ask(String request) throws Failure, InterruptedException {
        try {
            process.outputWriter(StandardCharsets.UTF_8).append(request).append('\n').flush();
        } catch (IOException gone) {
            throw ended();
        }
        return answer();
    }

    /**
     * The next answer.
     *
     * @throws Failure if it tells of one, or there is none
     */
    String answer() throws Failure, InterruptedException {
        String line = answers.poll(LONGEST_MINUTES, TimeUnit.MINUTES);
        if (line == null) {
            close();
            throw new Failure("no answer for " + LONGEST_MINUTES + " minutes");
        }
        if (line.equals(END)) {
            throw ended();
        }
        if (line.startsWith(Answer.FAILED)) {
            throw new Failure(line.substring(Answer.FAILED.length()));
        }
        return line.substring(Answer.OK.length());
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private Failure ended() throws InterruptedException {
        process.waitFor(1, TimeUnit.SECONDS);
        return new Failure(
                "its process ended" + (process.isAlive() ? "" : " with status " + process.exitValue()));
    }

    /** Ends the process. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
