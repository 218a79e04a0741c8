package dev.lanewise.nn.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names of classes are texts; this is what they have to do with numbers. */
final class ClassNames {
    /** Numbers by their exact value and then as text, before other texts by code unit. */
    static final Comparator<String> ORDER = Comparator
            .comparing(CsvNumber::exact, Comparator.nullsLast(BigDecimal::compareTo))
            .thenComparing(Comparator.naturalOrder());

    private ClassNames() {
    }

    /** Whether two texts are numbers of the same value. */
    static boolean areEqualNumbers(String a, String b) {
        BigDecimal valueA = CsvNumber.exact(a);
        BigDecimal valueB = CsvNumber.exact(b);
        return valueA != null && valueB != null && valueA.compareTo(valueB) == 0;
    }

    /** Those of the names that are numbers of the same value as the text. */
    static List<String> equalNumbers(String text, Iterable<String> names) {
        List<String> equal = new ArrayList<>();
        for (String name : names) {
            if (areEqualNumbers(text, name)) {
                equal.add(name);
            }
        }
        return equal;
    }
}
