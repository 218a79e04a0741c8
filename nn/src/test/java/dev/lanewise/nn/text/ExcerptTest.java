package dev.lanewise.nn.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanewise.nn.LayerParser;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void plainTextStaysAsItIs() {
        for (String text : new String[]{"", "a", "\u00e4\u6f22\ud83d\ude00 0.weight", "x".repeat(80)}) {
            assertThat(Excerpt.of(text)).isEqualTo(text);
        }
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        assertThat(Excerpt.of("\ud83d\ude00".repeat(81)))
                .isEqualTo("\ud83d\ude00".repeat(80) + "... (81 characters)");
        assertThat(Excerpt.message("a" + "x".repeat(5_000) + "z"))
                .isEqualTo("a" + "x".repeat(599) + "... (5002 characters) ..." + "x".repeat(299) + "z");
        assertThat(Excerpt.message("x".repeat(900))).isEqualTo("x".repeat(900));
    }

    @Test
    void controlCharactersAreSpelt() {
        assertThat(Excerpt.of("a\u001b[2J\r\n\t\u0000\u007f\u009b\u200b\u202e\u2028\ufeff"))
                .isEqualTo(
                        "a\\u001b[2J\\u000d\\u000a\\u0009\\u0000\\u007f\\u009b\\u200b\\u202e\\u2028\\ufeff");
        assertThat(Excerpt.of("\ud800 \udb40\udc41")).isEqualTo("\\ud800 \\udb40\\udc41");
    }

    /** However long a line of layers is, the message points at the wrong word with some words around it. */
    @Test
    void aLineOfLayersIsCutAroundTheWrongWord() {
        String line = "relu ".repeat(10_000) + "golu\u001b[0m " + "tanh ".repeat(10_000);
        assertThatIllegalArgumentException().isThrownBy(() -> LayerParser.parse(line))
                .satisfies(refused -> {
                    String[] lines = String.valueOf(refused.getMessage()).split("\n", -1);
                    assertThat(lines[0]).isEqualTo("layers: unknown layer \"golu\\u001b[0m\"");
                    assertThat(lines[1]).hasSizeLessThan(330).contains("relu golu [0m tanh").endsWith("...");
                    assertThat(lines[2]).hasSizeLessThan(330).matches(" +\\^{8}");
                    assertThat(lines[1].substring(lines[2].indexOf('^'))).startsWith("golu [0m ");
                });
    }

    @Test
    void aWordOfAnyLengthIsCutToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LayerParser.parse("dense:" + "9".repeat(100_000)))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(1_000));
    }
}
