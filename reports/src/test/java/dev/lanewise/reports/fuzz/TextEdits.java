package dev.lanewise.reports.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes of any text: its numbers, its words, its separators. */
final class TextEdits {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Pattern SEPARATOR = Pattern.compile("[^A-Za-z0-9_.-]");

    static final List<Mutator> ALL = List.of(
            Mutator.text((text, random) -> exchange(text, NUMBER, Interesting.number(random), random)),
            Mutator.text((text, random) -> exchange(text, NUMBER, Interesting.number(random), random)),
            Mutator.text((text, random) -> exchange(text, WORD, Interesting.text(random), random)),
            Mutator.text((text, random) -> insert(text, Interesting.text(random), random)),
            Mutator.text(TextEdits::otherWord), Mutator.text(TextEdits::repeatSeparator),
            Mutator.text(TextEdits::otherCase));

    private TextEdits() {
    }

    /** Words of a language, put in place of others or between them. */
    static Mutator words(List<String> known) {
        return Mutator.text((text, random) -> {
            String word = Interesting.utf8(Interesting.of(known, random));
            return random.nextBoolean() ? insert(text, word, random) : exchange(text, WORD, word, random);
        });
    }

    static String insert(String text, String more, Random random) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + more + text.substring(at);
    }

    /** One of the places that a pattern matches, replaced. */
    static String exchange(String text, Pattern pattern, String replacement, Random random) {
        List<MatchResult> places = places(text, pattern);
        if (places.isEmpty()) {
            return insert(text, replacement, random);
        }
        MatchResult place = Interesting.of(places, random);
        return text.substring(0, place.start()) + replacement + text.substring(place.end());
    }

    static List<MatchResult> places(String text, Pattern pattern) {
        List<MatchResult> places = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        // Changes at the beginning are enough: inputs can be long.
        while (matcher.find() && places.size() < 1_000) {
            places.add(matcher.toMatchResult());
        }
        return places;
    }

    private static String otherWord(String text, Random random) {
        List<MatchResult> words = places(text, WORD);
        return words.isEmpty()
                ? text
                : exchange(text, WORD, Interesting.of(words, random).group(), random);
    }

    private static String repeatSeparator(String text, Random random) {
        List<MatchResult> places = places(text, SEPARATOR);
        if (places.isEmpty()) {
            return text;
        }
        MatchResult place = Interesting.of(places, random);
        int times = random.nextInt(20) == 0 ? 3_000 : random.nextInt(4);
        return text.substring(0, place.start()) + place.group().repeat(times) + text.substring(place.end());
    }

    private static String otherCase(String text, Random random) {
        List<MatchResult> words = places(text, WORD);
        if (words.isEmpty()) {
            return text;
        }
        MatchResult word = Interesting.of(words, random);
        StringBuilder changed = new StringBuilder(text);
        for (int i = word.start(); i < word.end(); i++) {
            char c = text.charAt(i);
            changed.setCharAt(i, Character.isUpperCase(c) ? Character.toLowerCase(c) : asciiUpper(c));
        }
        return changed.toString();
    }

    private static char asciiUpper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    }
}
