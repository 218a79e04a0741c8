package dev.lanewise.reports.fuzz;

import java.util.List;

/** The changes for readers of other packages. */
public final class Edits {
    private Edits() {
    }

    /** Of bytes. */
    public static List<Mutator> bytes() {
        return ByteEdits.ALL;
    }

    /** Of any text. */
    public static List<Mutator> text() {
        return TextEdits.ALL;
    }

    /** Of JSON. */
    public static List<Mutator> json() {
        return JsonEdits.ALL;
    }

    /** Words of a language in place of others, or between them. */
    public static Mutator words(List<String> known) {
        return TextEdits.words(known);
    }
}
