package dev.lanewise.nn.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The labels that stand for classes in an IDX file. */
final class LabelNumbers {
    /** Ascending: the first is the label of class 0, and so on. */
    private final int[] values;

    private LabelNumbers(int[] values) {
        this.values = values;
    }

    /** 0, 1 and so on. */
    static LabelNumbers upTo(int count) {
        return new LabelNumbers(IntStream.range(0, count).toArray());
    }

    /** Those that occur, so that no class is without rows. */
    static LabelNumbers of(int... labels) {
        return new LabelNumbers(IntStream.of(labels).distinct().sorted().toArray());
    }

    /** As names of classes. */
    List<String> names() {
        return IntStream.of(values).mapToObj(Integer::toString).toList();
    }

    /** The class of each label of a file. */
    int[] positions(Path file, int... labels) throws DataException {
        int[] positions = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            positions[i] = Arrays.binarySearch(values, labels[i]);
            if (positions[i] < 0) {
                throw new DataException(file + ": label of item " + i + ": " + labels[i] + " (expected "
                        + this + ")");
            }
        }
        return positions;
    }

    /** Such as {@code 0..9}, or {@code 1, 2, 7} where some are missing between. */
    @Override
    public String toString() {
        int last = values.length - 1;
        return last > 0 && values[last] - values[0] == last
                ? values[0] + ".." + values[last]
                : IntStream.of(values).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }
}
