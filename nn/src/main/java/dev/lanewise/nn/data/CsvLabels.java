package dev.lanewise.nn.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The class labels of a CSV file. */
final class CsvLabels implements CsvRows.Answers {
    private final Map<String, Integer> classes = new LinkedHashMap<>();
    private final boolean classesAreGiven;
    private final List<Integer> labels = new ArrayList<>();

    /** Labels are numbered in the order of the names; without names, classes are found. */
    CsvLabels(List<String> classNames) {
        classesAreGiven = !classNames.isEmpty();
        classNames.forEach(className -> classes.put(CsvCell.className(className), classes.size()));
    }

    @Override
    public void add(CsvRows rows, List<String> record, int row) throws DataException {
        int column = rows.columns.answers().getFirst();
        String cell = rows.present(record, row, column);
        String className = CsvCell.className(cell);
        if (classesAreGiven && !classes.containsKey(className)) {
            throw new DataException(
                    rows.at(row, column) + ": unknown class \"" + cell + "\" (expected one of "
                            + String.join(", ", classes.keySet()) + ")");
        }
        labels.add(classes.computeIfAbsent(className, _ -> classes.size()));
    }

    /** One for each row. */
    int[] toArray() {
        return labels.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The classes that were found: numbers by value, then text by code unit. */
    List<String> sortedNames() {
        return sorted().stream().map(Map.Entry::getKey).toList();
    }

    /** The same labels, numbered in the order of {@link #sortedNames}. */
    int[] sortedArray() {
        int[] position = new int[classes.size()];
        int next = 0;
        for (Map.Entry<String, Integer> found : sorted()) {
            position[found.getValue()] = next++;
        }
        return labels.stream().mapToInt(label -> position[label]).toArray();
    }

    private List<Map.Entry<String, Integer>> sorted() {
        return classes.entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey(CsvCell::compareClassNames))
                .toList();
    }
}
