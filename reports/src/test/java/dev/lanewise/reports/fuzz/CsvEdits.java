package dev.lanewise.reports.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes of tables: quotes, separators, line ends, cells and rows too many, too few or too long. */
final class CsvEdits {
    private static final Pattern LINE = Pattern.compile("\\R");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern CELL = Pattern.compile("(?<=^|[,\\r\\n])[^,\\r\\n]*(?=[,\\r\\n]|$)");
    private static final List<String> CELLS = Stream.of("", "NA", "N/A", "null", "None", "?", "-", "nan",
            "inf",
            "\"NA\"", "\"\"", "\"a,b\"", "\"a\"\"b\"", "\"a\nb\"", "\"open", "a\"b", "\"a\"b", " 1", "1 ",
            "\t1",
            "1;5", "1.000,5", "1,000.5", "1'000", "$5", "5%", "1e5", "0x1F", "true", "2026-11-29", "12:30",
            "=1+1", "@x", "1e-60", "1577836800000", "a\u0000b", "\u00FF", "\u00C3", "x".repeat(100_000),
            ",".repeat(10_000)).toList();
    private static final List<String> ENDS = List.of("\n", "\r", "\r\n", "\n\n", "\n\r", "\r\r\n", "\u0085",
            "\u000B");
    private static final List<String> SEPARATORS = List.of(";", "\t", "|", " ", ":", ",,", ", ", "\u0001");
    private static final List<String> BEGINNINGS = List.of(Interesting.utf8("\uFEFF"), "\u00FF\u00FE", "\n",
            "#c\n",
            "sep=;\n", "\"", ",", "1,2,3\n");

    static final List<Mutator> ALL = List.of(
            Mutator.text((text, random) -> TextEdits.exchange(text, CELL, cell(random), random)),
            Mutator.text((text, random) -> TextEdits.exchange(text, CELL, cell(random), random)),
            Mutator.text((text, random) -> TextEdits.exchange(text, COMMA, Interesting.of(SEPARATORS, random),
                    random)),
            Mutator.text((text, random) -> text.replace(",", Interesting.of(SEPARATORS, random))),
            Mutator.text((text, random) -> LINE.matcher(text).replaceAll(Interesting.of(ENDS, random))),
            Mutator.text(
                    (text, random) -> TextEdits.exchange(text, LINE, Interesting.of(ENDS, random), random)),
            Mutator.text((text, random) -> Interesting.of(BEGINNINGS, random) + text),
            Mutator.text(CsvEdits::rows), Mutator.text(CsvEdits::column));

    private CsvEdits() {
    }

    private static String cell(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Interesting.number(random);
            case 1 -> Interesting.text(random);
            default -> Interesting.of(CELLS, random);
        };
    }

    /** Rows repeated, left out, moved, or all but a few. */
    private static String rows(String text, Random random) {
        List<String> rows = new ArrayList<>(text.lines().toList());
        if (rows.isEmpty()) {
            return text;
        }
        int at = random.nextInt(rows.size());
        switch (random.nextInt(4)) {
            case 0 -> rows.addAll(at, Collections.nCopies(1 + random.nextInt(50), rows.get(at)));
            case 1 -> rows.remove(at);
            case 2 -> Collections.swap(rows, at, random.nextInt(rows.size()));
            default -> rows.subList(at, rows.size()).clear();
        }
        return String.join("\n", rows) + (random.nextBoolean() ? "\n" : "");
    }

    /** A column more or less in all rows. */
    private static String column(String text, Random random) {
        String more = random.nextInt(3) == 0 ? "" : cell(random) + ",";
        return text.lines()
                .map(row -> more.isEmpty() ? row.substring(row.indexOf(',') + 1) : more + row)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
