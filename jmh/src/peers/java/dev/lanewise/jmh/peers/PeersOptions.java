package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The command's options.
 *
 * @param threads one table each
 * @param forks how often all processes are started anew
 * @param rounds turns of every contestant in each fork, for each shape
 * @param shapes what to multiply
 * @param seconds length of a turn
 * @param out file to write to as well
 */
record PeersOptions(List<Integer> threads, int forks, int rounds, List<GemmShape> shapes, double seconds,
        Optional<Path> out) {
    static final String USAGE = """
            usage: lanewise benchmark peers [options]
              Matrix products beside OpenBLAS, MKL, oneDNN and netlib, in turn, each in its own process.
              --threads 1,2      thread counts, a table each (default: 1,2)
              --rounds 5         turns of each contestant for each shape
              --forks 1          how often all processes are started anew, with so many rounds each
              --shapes LIST      such as NN:512x512x512,TN:784x512x128 (default: squares, training, inference)
              --seconds 0.15     length of a turn
              --out FILE         writes the same text to a file as well""";

    private static final int MOST = 1000;

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException for the first bad one
     */
    static PeersOptions parse(List<String> args) {
        PeersOptions options = new PeersOptions(IntStream.rangeClosed(1, Math.min(2, Machine.processors()))
                .boxed()
                .toList(), 1, 5, Shapes.ALL, 0.15, Optional.empty());
        for (int i = 0; i < args.size(); i += 2) {
            String name = args.get(i);
            if (!List.of("--threads", "--rounds", "--forks", "--shapes", "--seconds", "--out")
                    .contains(name)) {
                throw new IllegalArgumentException("unknown option: " + name
                        + " (expected --threads, --rounds, --forks, --shapes, --seconds or --out)");
            }
            if (i + 1 == args.size()) {
                throw new IllegalArgumentException(name + ": no value (expected one after it)");
            }
            options = options.with(name, args.get(i + 1));
        }
        return options;
    }

    private PeersOptions with(String name, String value) {
        return switch (name) {
            case "--threads" ->
                new PeersOptions(list(value, t -> whole(name, t, Machine.processors())), forks, rounds,
                        shapes, seconds, out);
            case "--forks" ->
                new PeersOptions(threads, whole(name, value, MOST), rounds, shapes, seconds, out);
            case "--rounds" ->
                new PeersOptions(threads, forks, whole(name, value, MOST), shapes, seconds, out);
            case "--shapes" ->
                new PeersOptions(threads, forks, rounds, list(value, PeersOptions::shape), seconds, out);
            case "--seconds" -> new PeersOptions(threads, forks, rounds, shapes, seconds(name, value), out);
            default ->
                new PeersOptions(threads, forks, rounds, shapes, seconds, Optional.of(file(name, value)));
        };
    }

    private static <T> List<T> list(String value, Function<String, T> parse) {
        return Arrays.stream(value.split(",", -1)).map(parse).distinct().toList();
    }

    private static int whole(String name, String value, int most) {
        if (value.matches("\\d{1,9}")) {
            int number = Integer.parseInt(value);
            if (1 <= number && number <= most) {
                return number;
            }
        }
        throw new IllegalArgumentException(
                name + ": " + value + " (expected a whole number from 1 to " + most + ")");
    }

    /** Operands of at most 2^28 elements, 1 GiB. */
    private static GemmShape shape(String text) {
        GemmShape shape;
        try {
            shape = GemmShape.parse(text);
        } catch (IllegalArgumentException bad) {
            throw new IllegalArgumentException("--shapes: " + text + " (expected such as NN:128x512x784)",
                    bad);
        }
        long largest = Math.max((long) shape.m() * shape.k(),
                Math.max((long) shape.k() * shape.n(), (long) shape.m() * shape.n()));
        if (largest > 1 << 28) {
            throw new IllegalArgumentException(
                    "--shapes: " + text + " (expected matrices of at most 2^28 elements)");
        }
        return shape;
    }

    private static double seconds(String name, String value) {
        if (value.matches("\\d{1,3}(\\.\\d{1,9})?") && Double.parseDouble(value) >= 0.001) {
            return Double.parseDouble(value);
        }
        throw new IllegalArgumentException(name + ": " + value + " (expected seconds from 0.001 to 999)");
    }

    private static Path file(String name, String value) {
        Path file = Path.of(value).toAbsolutePath();
        Path folder = file.getParent();
        if (value.isEmpty() || Files.isDirectory(file) || folder == null || !Files.isWritable(folder)) {
            throw new IllegalArgumentException(
                    name + ": " + value + " (expected a file in a folder that exists)");
        }
        return file;
    }
}
