package dev.lanewise.reports;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Runs the command in this JVM and catches what it prints. */
record Cli(int code, String out, String err) {
    static Cli run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), words);
        return new Cli(code, out.toString(), err.toString());
    }

    String lastLine() {
        return out.lines().toList().getLast();
    }
}
