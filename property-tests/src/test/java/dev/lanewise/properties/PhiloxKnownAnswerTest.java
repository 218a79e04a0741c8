package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Philox;
import dev.lanewise.kernels.reference.PhiloxReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The known answers for Philox4x32-10 that were published with the generator (Random123, kat_vectors). */
class PhiloxKnownAnswerTest {
    private static final String ZEROS = "00000000 00000000 00000000 00000000, 00000000 00000000, "
            + "6627e8d5 e169c58d bc57ac4c 9b00dbd8";
    private static final String ONES = "ffffffff ffffffff ffffffff ffffffff, ffffffff ffffffff, "
            + "408f276d 41c83b0e a20bc7c6 6d5451fd";
    private static final String PI = "243f6a88 85a308d3 13198a2e 03707344, a4093822 299f31d0, "
            + "d16cfe09 94fdcceb 5001e420 24126ea1";

    @ParameterizedTest
    @CsvSource({ZEROS, ONES, PI})
    void blockOfTheDefinition(String counter, String key, String answer) {
        int[] c = words(counter);
        int[] k = words(key);
        int[] block = new int[4];
        PhiloxReference.block(pair(k[0], k[1]), pair(c[2], c[3]), pair(c[0], c[1]), block);
        assertThat(block).isEqualTo(words(answer));
    }

    /** Words 0 to 3 of block 0 are elements 0, 64, 128 and 192 of the stream. */
    @ParameterizedTest
    @CsvSource({ZEROS})
    void wordsOfTheStream(String counter, String key, String answer) {
        int[] c = words(counter);
        int[] k = words(key);
        int[] out = new int[256];
        Philox.words(pair(k[0], k[1]), pair(c[2], c[3]), 0, 256, out, 0);
        assertThat(new int[]{out[0], out[64], out[128], out[192]}).isEqualTo(words(answer));
    }

    private static int[] words(String hex) {
        String[] parts = hex.split(" ", -1);
        int[] words = new int[parts.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = Integer.parseUnsignedInt(parts[i], 16);
        }
        return words;
    }

    private static long pair(int low, int high) {
        return ((long) high << 32) | (low & 0xFFFFFFFFL);
    }
}
