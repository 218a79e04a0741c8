package dev.lanewise.reports.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Numbers and texts at which readers have been seen to stumble. Characters are the bytes of UTF-8. */
final class Interesting {
    private static final long[] INTEGERS = {0, 1, -1, 2, 3, 127, 128, 255, 256, 32_767, 65_535, 65_536,
            Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 31, 1L << 32, 100_000_000, 100_000_001,
            Long.MAX_VALUE, Long.MIN_VALUE, 1L << 62};

    private static final List<String> NUMBERS = Stream.of("0", "-0", "-0.0", "-1", "1", "2", "0.5",
            "0.9999999999999999", "1.0000001", "1e-400", "1e400", "-1e400", "1e-45", "3.4028235e38",
            "3.4028236e38", "1e39", "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967296",
            "9007199254740993", "9223372036854775807", "9223372036854775808", "NaN", "nan", "Infinity",
            "-Infinity", "inf", "0x1p3", "0x10", "1f", "1d", "1L", "1_000", "1,5", "1.5.5", ".5", "5.", ".",
            "+5", "--5", "1e", "1e+", "e5", "1E+5", "1e999999999", "1e-999999999", "007", "00.5", "1 2",
            "\u0661\u0662", "\uFF11\uFF12", "\u00BD", "\u22121", "1".repeat(400), "0." + "3".repeat(2_000),
            "1".repeat(1_001)).map(Interesting::utf8).toList();

    private static final List<String> TEXTS = Stream.of("", " ", "\u0000", "\u0007", "\u001B[31m", "\u007F",
            "\u0085", "\u009B31m", "\uFEFF", "\u00A0", "\u2028", "\u202E", "\u0301", "\uD83D\uDE00",
            "gr\u00F6\u00DFe",
            "'", "\"", "\\", "\t", "\r", "\n", "\r\n", "${sys:user.name}", "${env:HOME}", "%s%n%d", "_NULL_",
            "null", "true", "false", "../../etc", "-", "--", "<b>", "&amp;", "=1+1", "x".repeat(70),
            "y".repeat(5_000)).map(Interesting::utf8).toList();

    /** Bytes that are no UTF-8: a lone byte, an overlong zero, a surrogate, a cut sequence, beyond Unicode. */
    private static final List<String> BROKEN = List.of("\u00FF", "\u00C0\u0080", "\u00ED\u00A0\u0080",
            "\u00E2\u0082",
            "\u00F4\u0090\u0080\u0080", "\u0080", "\u00FE\u00FF", "\u00FF\u00FE");

    private Interesting() {
    }

    static long integer(Random random) {
        long base = INTEGERS[random.nextInt(INTEGERS.length)];
        return random.nextInt(4) == 0 ? base + random.nextInt(5) - 2 : base;
    }

    static String number(Random random) {
        return random.nextInt(3) == 0 ? String.valueOf(integer(random)) : of(NUMBERS, random);
    }

    static String text(Random random) {
        return of(random.nextInt(8) == 0 ? BROKEN : TEXTS, random);
    }

    static <T> T of(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
