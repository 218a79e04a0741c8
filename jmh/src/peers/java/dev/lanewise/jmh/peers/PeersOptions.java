package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import dev.lanewise.jmh.TrainingShape;
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
 * @param contest what is compared: products, or what the first word says
 * @param threads one table each
 * @param forks how often all processes are started anew
 * @param rounds turns of every contestant in each fork, for each piece of work
 * @param works what to measure
 * @param seconds length of a turn
 * @param out file to write to as well
 */
record PeersOptions(Contest contest, List<Integer> threads, int forks, int rounds, List<String> works,
        double seconds, Optional<Path> out) {
    static final String USAGE = """
            usage: lanewise benchmark peers [options]
              Matrix products beside OpenBLAS, MKL, oneDNN and netlib, in turn, each in its own process.
                   lanewise benchmark peers elements [options]
              Activations, softmax and dropout beside DJL PyTorch and ND4J, dense layers beside DJL PyTorch,
              oneDNN and ONNX Runtime.
                   lanewise benchmark peers training [options]
              Steps of training beside DJL PyTorch and DL4J.
                   lanewise benchmark peers optimizers [options]
              Updates by optimizers beside DJL PyTorch and ND4J.
              --threads 1,2      thread counts, a table each (default: 1,2)
              --rounds 5         turns of each contestant for each piece of work
              --forks 1          how often all processes are started anew, with so many rounds each
              --shapes LIST      products, such as NN:512x512x512,TN:784x512x128
                                 (default: squares, training, inference)
              --works LIST       elements, such as relu:1048576,softmax:128x1000,dense_relu:128x784x512
                                 (default: all kinds); of training networks and batches (784-512-512-10:128),
                                 of optimizers kinds and parameters (adam:10000000)
              --seconds 0.15     length of a turn
              --out FILE         writes the same text to a file as well""";

    private static final int MOST = 1000;

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException for the first bad one
     */
    static PeersOptions parse(List<String> args) {
        Contest contest = switch (args.isEmpty() ? "" : args.getFirst()) {
            case "elements" -> Contest.ELEMENTS;
            case "training" -> Contest.TRAINING;
            case "optimizers" -> Contest.OPTIMIZERS;
            default -> Contest.PRODUCTS;
        };
        PeersOptions options = new PeersOptions(contest,
                IntStream.rangeClosed(1, Math.min(2, Machine.processors())).boxed().toList(), 1, 5,
                contest.works(), 0.15, Optional.empty());
        for (int i = contest == Contest.PRODUCTS ? 0 : 1; i < args.size(); i += 2) {
            String name = args.get(i);
            if (!List.of("--threads", "--rounds", "--forks", contest.worksOption(), "--seconds", "--out")
                    .contains(name)) {
                throw new IllegalArgumentException("unknown option: " + name
                        + " (expected --threads, --rounds, --forks, " + contest.worksOption()
                        + ", --seconds or --out)");
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
            case "--threads" -> new PeersOptions(contest,
                    list(value, t -> whole(name, t, Machine.processors())), forks, rounds, works, seconds,
                    out);
            case "--forks" ->
                new PeersOptions(contest, threads, whole(name, value, MOST), rounds, works, seconds, out);
            case "--rounds" ->
                new PeersOptions(contest, threads, forks, whole(name, value, MOST), works, seconds, out);
            case "--shapes" -> new PeersOptions(contest, threads, forks, rounds,
                    list(value, text -> shape(text).toString()), seconds, out);
            case "--works" -> new PeersOptions(contest, threads, forks, rounds,
                    list(value, text -> work(contest, text)), seconds, out);
            case "--seconds" ->
                new PeersOptions(contest, threads, forks, rounds, works, seconds(name, value), out);
            default -> new PeersOptions(contest, threads, forks, rounds, works, seconds,
                    Optional.of(file(name, value)));
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

    private static String work(Contest contest, String text) {
        try {
            return switch (contest) {
                case TRAINING -> TrainingShape.parse(text).name();
                case OPTIMIZERS -> OptimizerWork.parse(text).toString();
                case ELEMENTS, PRODUCTS -> ElementWork.parse(text).toString();
            };
        } catch (IllegalArgumentException bad) {
            throw new IllegalArgumentException("--works: " + bad.getMessage(), bad);
        }
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
