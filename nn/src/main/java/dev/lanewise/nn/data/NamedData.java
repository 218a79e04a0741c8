package dev.lanewise.nn.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Well-known image sets in their official form: a folder with four IDX files, {@code train-images-idx3-ubyte},
 * {@code train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}, each also as
 * {@code train-images.idx3-ubyte} and so on, and with or without {@code .gz}.
 */
public final class NamedData {
    private static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
    private static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
    private static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";
    private static final List<String> FILES = List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS);

    private static final List<Known> KNOWN = List.of(
            new Known("mnist", "https://ossci-datasets.s3.amazonaws.com/mnist", numbers(10)),
            new Known("fashion-mnist", "https://github.com/zalandoresearch/fashion-mnist",
                    List.of("T-shirt/top",
                            "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
                            "Ankle boot")));

    private NamedData() {
    }

    private record Known(String name, String site, List<String> classNames) {
    }

    /** The names that {@link #find} knows. */
    public static List<String> names() {
        return KNOWN.stream().map(Known::name).toList();
    }

    /**
     * Reads the four files of a folder.
     *
     * @param name what reports call the data set; for a known name the classes get their official names, for any
     *        other they are the labels that occur in the training part, by their numbers
     * @param folder holds the four files
     * @throws DataException if a file is missing or damaged, or if the test part has a label that no training row has
     */
    public static Split load(String name, Path folder) throws DataException {
        requireFiles(folder);
        for (Known known : KNOWN) {
            if (known.name.equals(name)) {
                return load(name, folder, LabelNumbers.upTo(known.classNames.size()), known.classNames);
            }
        }
        LabelNumbers numbers = LabelNumbers.of(IdxFile.readLabels(locate(folder, TRAIN_LABELS)));
        return load(name, folder, numbers, numbers.names());
    }

    private static Split load(String name, Path folder, LabelNumbers numbers, List<String> classNames)
            throws DataException {
        return new Split(
                IdxFile.read(name, locate(folder, TRAIN_IMAGES), locate(folder, TRAIN_LABELS), numbers,
                        classNames),
                IdxFile.read(name, locate(folder, TEST_IMAGES), locate(folder, TEST_LABELS), numbers,
                        classNames));
    }

    private static void requireFiles(Path folder) throws DataException {
        for (String file : FILES) {
            if (!Files.exists(locate(folder, file))) {
                throw new DataException(folder + ": no " + file + "[.gz] (expected the files "
                        + String.join(", ", FILES) + ")");
            }
        }
    }

    /**
     * Looks for the folder of a known data set: in {@code dataDir} and {@code dataDir/name}, then in the same way
     * under the environment variable {@code LANEWISE_DATA}, then in the user's cache folder
     * ({@code XDG_CACHE_HOME}, by default {@code ~/.cache}) as {@code lanewise/name}.
     *
     * @param name one of {@link #names()}
     * @param dataDir the first place to look, or null
     * @return the first folder that holds all four files
     * @throws DataException if there is none: the message says where to get the files and where to put them
     * @throws IllegalArgumentException if the name is not known
     */
    public static Path find(String name, @Nullable Path dataDir) throws DataException {
        return find(name, dataDir, System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static Path find(String name, @Nullable Path dataDir, Map<String, String> environment, Path home)
            throws DataException {
        Known known = KNOWN.stream()
                .filter(k -> k.name.equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("data set: " + name + " (expected one of "
                                + String.join(", ", names()) + ")"));
        String cacheHome = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path cache = (cacheHome.isEmpty() ? home.resolve(".cache") : Path.of(cacheHome)).resolve("lanewise")
                .resolve(name);

        // A set, so that the message names a place once.
        Set<Path> places = new LinkedHashSet<>();
        if (dataDir != null) {
            places.addAll(List.of(dataDir.resolve(name), dataDir));
        }
        String shared = environment.getOrDefault("LANEWISE_DATA", "");
        if (!shared.isEmpty()) {
            places.addAll(List.of(Path.of(shared, name), Path.of(shared)));
        }
        places.add(cache);
        for (Path place : places) {
            if (FILES.stream().allMatch(file -> Files.exists(locate(place, file)))) {
                return place;
            }
        }
        throw new DataException(notFound(known, places, cache));
    }

    private static String notFound(Known known, Set<Path> places, Path cache) {
        return "data set " + known.name + " not found. It has four files, each with or without .gz: "
                + String.join(", ", FILES) + ". Looked in: "
                + String.join(", ", places.stream().map(Path::toString).toList())
                + ". Get them from " + known.site + " and put them into " + cache
                + ", or into a folder given as data directory or by LANEWISE_DATA.";
    }

    /** The file by the first of its names that is there; by the last one if none is. */
    private static Path locate(Path folder, String file) {
        String dotted = file.replace("-idx", ".idx");
        Path last = folder.resolve(dotted + ".gz");
        return Stream.of(file, file + ".gz", dotted)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(last);
    }

    private static List<String> numbers(int count) {
        return LabelNumbers.upTo(count).names();
    }
}
