package dev.lanewise.nn.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the examples of the Protocol Buffers encoding guide, and encodings worked out by its rules. */
class ProtoWriterTest {
    private static String hex(ProtoWriter message) {
        return HexFormat.of().formatHex(message.toByteArray());
    }

    @ParameterizedTest
    @CsvSource({"1, 150, 089601", "1, 0, 0800", "1, 127, 087f", "1, 128, 088001", "2, 16384, 10808001",
            "16, 1, 800101", "1, 9223372036854775807, 08ffffffffffffffff7f"})
    void integers(int field, long value, String expected) {
        assertThat(hex(new ProtoWriter().int64(field, value))).isEqualTo(expected);
    }

    @Test
    void stringsAndMessages() {
        assertThat(hex(new ProtoWriter().string(2, "testing"))).isEqualTo("120774657374696e67");
        assertThat(hex(new ProtoWriter().string(2, "\u00e9"))).isEqualTo("1202c3a9");
        assertThat(hex(new ProtoWriter().message(3, new ProtoWriter().int64(1, 150))))
                .isEqualTo("1a03089601");
        assertThat(hex(new ProtoWriter().message(3, new ProtoWriter()))).isEqualTo("1a00");
        assertThat(hex(new ProtoWriter().string(1, "x".repeat(200)))).startsWith("0ac80178").hasSize(406);
    }

    @Test
    void floatingPointNumbersAreLittleEndian() {
        assertThat(hex(new ProtoWriter().float32(2, 1f))).isEqualTo("150000803f");
        assertThat(hex(new ProtoWriter().float64(1, -2.0))).isEqualTo("0900000000000000c0");
        assertThat(hex(new ProtoWriter().float64s(6, List.of(1.0, 0.5))))
                .isEqualTo("3210000000000000f03f000000000000e03f");
        assertThat(hex(new ProtoWriter().float64s(6, List.of()))).isEqualTo("3200");
    }
}
