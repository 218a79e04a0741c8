package dev.lanewise.reports.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes that leave a text nearly JSON: nesting, keys given twice, values of other types, escapes. */
final class JsonEdits {
    private static final Pattern MEMBER = Pattern
            .compile(
                    "\"(?:[^\"\\\\]|\\\\.){0,80}\"\\s*:\\s*(?:\"(?:[^\"\\\\]|\\\\.){0,200}\"|[^,{}\\[\\]\"]{1,40})");
    private static final Pattern VALUE = Pattern
            .compile("(?<=:)\\s*(?:\"(?:[^\"\\\\]|\\\\.){0,200}\"|[^,{}\\[\\]\"]{1,40})");
    private static final Pattern INSIDE = Pattern.compile("(?<=\")[A-Za-z0-9]");
    private static final List<String> VALUES = List.of("null", "true", "false", "[]", "{}", "\"\"", "0", "-0",
            "1e400", "-1", "[1]", "{\"a\":1}", "NaN", "'x'", "\"1\"", "1.5", "[[[]]]", "undefined", "01",
            "\"\\ud800\"", "\"\\u0000\"", "9".repeat(1_001), "\"" + "z".repeat(70_000) + "\"");
    private static final List<String> ESCAPES = List.of("\\u0000", "\\ud800", "\\udc00x", "\\\"", "\\\\",
            "\\n",
            "\\u001b[2J", "\\x41", "\\u12", "\\", "\\/", "\\u202e", "\\ufeff");
    private static final List<String> MARKS = List.of("//c\n", "/*c*/", "#c\n", ",", "{", "}", "[", "]", ":",
            "\"",
            Interesting.utf8("\uFEFF"), "\u0000", " ");

    static final List<Mutator> ALL = List.of(Mutator.text(JsonEdits::otherValue),
            Mutator.text(JsonEdits::otherText), Mutator.text(JsonEdits::otherText),
            Mutator.text(JsonEdits::twice), Mutator.text(JsonEdits::nested), Mutator.text(JsonEdits::escaped),
            Mutator.text((text, random) -> TextEdits.insert(text, Interesting.of(MARKS, random), random)),
            Mutator.text((text, random) -> Interesting.utf8("\uFEFF") + text));

    private JsonEdits() {
    }

    private static String otherValue(String text, Random random) {
        String value = random.nextInt(3) == 0
                ? Interesting.number(random)
                : Interesting.of(VALUES, random);
        return TextEdits.exchange(text, VALUE, value, random);
    }

    /** Any text, rightly quoted. */
    private static String otherText(String text, Random random) {
        String raw = random.nextInt(4) == 0 ? Interesting.number(random) : Interesting.text(random);
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return TextEdits.exchange(text, VALUE, quoted.append('"').toString(), random);
    }

    /** A member again, at another place. */
    private static String twice(String text, Random random) {
        List<MatchResult> members = TextEdits.places(text, MEMBER);
        if (members.isEmpty()) {
            return text;
        }
        String again = Interesting.of(members, random).group();
        MatchResult place = Interesting.of(members, random);
        return text.substring(0, place.start()) + again + "," + text.substring(place.start());
    }

    private static String nested(String text, Random random) {
        int depth = List.of(1, 10, 600, 1_100, 50_000).get(random.nextInt(5));
        String open = random.nextBoolean() ? "[" : "{\"a\":";
        String close = random.nextBoolean() ? "" : (open.equals("[") ? "]" : "}").repeat(depth);
        return TextEdits.exchange(text, VALUE, open.repeat(depth) + "1" + close, random);
    }

    private static String escaped(String text, Random random) {
        return TextEdits.exchange(text, INSIDE, Interesting.of(ESCAPES, random), random);
    }
}
