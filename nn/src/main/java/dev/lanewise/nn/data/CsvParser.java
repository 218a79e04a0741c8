package dev.lanewise.nn.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits separated text into records as RFC 4180 has it: a field in double quotes may hold separators, line breaks and
 * doubled quotes. Unquoted fields are stripped of surrounding blanks and tabs, and of nothing else. If blanks are the
 * separator, any number of them is one, and those at the ends of a line are none.
 */
final class CsvParser {
    private static final int END = -1;
    private static final char BLANKS = ' ';

    private final BufferedReader in;
    private final String source;
    private final char separator;
    private final StringBuilder field = new StringBuilder();
    private int row;
    private int next;

    /** Reads from {@code in}; messages call it {@code source}. */
    CsvParser(Reader in, String source, char separator) throws IOException {
        this.in = new BufferedReader(in);
        this.source = source;
        this.separator = separator;
        next = this.in.read();
        if (next == '\uFEFF') {
            advance();
        }
    }

    /** The next record that is no empty line, or null at the end. */
    @Nullable
    CsvRecord read() throws IOException {
        while (next != END) {
            row++;
            List<String> cells = new ArrayList<>();
            BitSet quoted = new BitSet();
            do {
                skipBlanks();
                quoted.set(cells.size(), next == '"');
                cells.add(next == '"' ? quoted() : unquoted());
            } while (nextField());
            skip('\r');
            skip('\n');
            CsvRecord record = new CsvRecord(row, cells, quoted);
            if (cells.size() > 1 || !record.isEmpty(0)) {
                return record;
            }
        }
        return null;
    }

    /** Whether another field follows in this record; then moves on to it. */
    private boolean nextField() throws IOException {
        if (separator != BLANKS) {
            return skip(separator);
        }
        skipBlanks();
        return !atLineEnd();
    }

    private String unquoted() throws IOException {
        field.setLength(0);
        while (!atFieldEnd()) {
            field.append((char) next);
            advance();
        }
        int end = field.length();
        while (end > 0 && isBlank(field.charAt(end - 1))) {
            end--;
        }
        return field.substring(0, end);
    }

    private String quoted() throws IOException {
        field.setLength(0);
        advance();
        while (next != '"' || isDoubledQuote()) {
            if (next == END) {
                throw new DataException(source + ": row " + row + ": a quote is opened and never closed");
            }
            field.append((char) next);
            advance();
        }
        advance();
        if (separator != BLANKS) {
            skipBlanks();
        }
        if (!atFieldEnd()) {
            throw new DataException(source + ": row " + row + ": text after a closing quote (expected a "
                    + CsvDialect.name(separator) + ")");
        }
        return field.toString();
    }

    /** At a quote: if another follows, moves on to it. */
    private boolean isDoubledQuote() throws IOException {
        in.mark(1);
        if (in.read() == '"') {
            return true;
        }
        in.reset();
        return false;
    }

    private void skipBlanks() throws IOException {
        while (isBlank(next) && (next != separator || separator == BLANKS)) {
            advance();
        }
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    private boolean atFieldEnd() {
        return next == separator || atLineEnd() || (separator == BLANKS && next == '\t');
    }

    private boolean atLineEnd() {
        return next == '\n' || next == '\r' || next == END;
    }

    private boolean skip(char expected) throws IOException {
        if (next != expected) {
            return false;
        }
        advance();
        return true;
    }

    private void advance() throws IOException {
        next = in.read();
    }
}
