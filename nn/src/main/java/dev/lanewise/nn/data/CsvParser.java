package dev.lanewise.nn.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits comma-separated text into records as RFC 4180 has it: a field in double quotes may hold commas, line breaks
 * and doubled quotes. Unquoted fields are stripped of surrounding blanks.
 */
final class CsvParser {
    private static final int END = -1;

    private final BufferedReader in;
    private final String source;
    private final StringBuilder field = new StringBuilder();
    private int row;
    private int next;

    /** Reads from {@code in}; messages call it {@code source}. */
    CsvParser(Reader in, String source) throws IOException {
        this.in = new BufferedReader(in);
        this.source = source;
        next = this.in.read();
        if (next == '\uFEFF') {
            advance();
        }
    }

    /** The number of the last record, counted from 1 as a spreadsheet does: header and empty lines count. */
    int row() {
        return row;
    }

    /** The next record that is no empty line, or an empty list at the end. */
    List<String> read() throws IOException {
        List<String> fields = new ArrayList<>();
        while (next != END) {
            row++;
            do {
                fields.add(field());
            } while (skip(','));
            skip('\r');
            skip('\n');
            if (fields.size() > 1 || !fields.getFirst().isEmpty()) {
                return fields;
            }
            fields.clear();
        }
        return fields;
    }

    private String field() throws IOException {
        while (next == ' ' || next == '\t') {
            advance();
        }
        return next == '"' ? quoted() : unquoted();
    }

    private String unquoted() throws IOException {
        field.setLength(0);
        while (!atFieldEnd()) {
            field.append((char) next);
            advance();
        }
        return field.toString().strip();
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
        while (next == ' ' || next == '\t') {
            advance();
        }
        if (!atFieldEnd()) {
            throw new DataException(
                    source + ": row " + row + ": text after a closing quote (expected a comma)");
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

    private boolean atFieldEnd() {
        return next == ',' || next == '\n' || next == '\r' || next == END;
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
