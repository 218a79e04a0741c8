package dev.lanewise.nn.data;

import dev.lanewise.nn.text.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The class labels of a CSV file: texts as they stand there. */
final class CsvLabels implements CsvRows.Answers {
    private final Map<String, Integer> classes = new LinkedHashMap<>();
    private final boolean classesAreGiven;
    /** Labels of the file that are another text for a given class. */
    private final Map<String, String> spellings = new LinkedHashMap<>();
    private final List<Integer> labels = new ArrayList<>();

    /** Labels are numbered in the order of the names; without names, classes are found. */
    CsvLabels(List<String> classNames) {
        classesAreGiven = !classNames.isEmpty();
        classNames.forEach(className -> classes.put(className, classes.size()));
    }

    @Override
    public void add(CsvRows rows, CsvRecord record) throws DataException {
        String label = rows.label(record, rows.columns.answers().getFirst());
        if (classesAreGiven && !classes.containsKey(label)) {
            label = given(rows, record, label);
        }
        labels.add(classes.computeIfAbsent(label, _ -> classes.size()));
    }

    /** The given class that is the same number, if there is just one. */
    private String given(CsvRows rows, CsvRecord record, String label) throws DataException {
        String known = spellings.get(label);
        if (known != null) {
            return known;
        }
        List<String> equal = ClassNames.equalNumbers(label, classes.keySet());
        if (equal.size() != 1) {
            throw new DataException(rows.at(record, rows.columns.answers().getFirst()) + ": unknown class \""
                    + Excerpt.of(label)
                    + "\" (expected one of " + Names.list(List.copyOf(classes.keySet()))
                    + (equal.isEmpty() ? "" : "; " + Names.list(equal) + " are the same number")
                    + ")");
        }
        spellings.put(label, equal.getFirst());
        return equal.getFirst();
    }

    /** Tells what a user may not expect. */
    void tell(CsvHead head) {
        if (!spellings.isEmpty()) {
            List<String> pairs = spellings.entrySet()
                    .stream()
                    .map(e -> e.getKey() + " as " + e.getValue())
                    .toList();
            head.say("labels are taken as the model's classes of the same value: " + Names.list(pairs));
        }
        List<String> sorted = sortedNames();
        List<String> twins = new ArrayList<>();
        for (int i = 1; i < sorted.size() && !classesAreGiven; i++) {
            if (ClassNames.areEqualNumbers(sorted.get(i - 1), sorted.get(i))) {
                twins.add(sorted.get(i - 1) + " and " + sorted.get(i));
            }
        }
        if (!twins.isEmpty()) {
            head.say("labels are text, so these classes differ: " + Names.list(twins));
        }
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
        return classes.entrySet().stream().sorted(Map.Entry.comparingByKey(ClassNames.ORDER)).toList();
    }
}
