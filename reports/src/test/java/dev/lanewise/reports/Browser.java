package dev.lanewise.reports;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chromium without a window.
 *
 * @param executable the program
 */
record Browser(Path executable) {
    /**
     * What a browser says of a page.
     *
     * @param findings first what it is, then its faults, each in a line
     * @param console what was written there
     */
    record View(List<String> findings, List<String> console) {
    }

    private static final AtomicInteger LOOKS = new AtomicInteger();
    private static final int SECONDS = 120;
    private static final Pattern FINDINGS = Pattern.compile("<pre id=\"findings\">(.*?)</pre>",
            Pattern.DOTALL);

    /** The first on the PATH. */
    static Optional<Browser> find() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return List.of("chromium", "chromium-browser", "google-chrome")
                .stream()
                .flatMap(name -> Arrays.stream(path.split(File.pathSeparator, -1))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Browser::new);
    }

    /** Opens a page in a frame of a width, and looks for faults with a script that is added to a copy of it. */
    View look(String html, Path folder, int width, boolean dark) throws IOException, InterruptedException {
        Path page = Files.writeString(folder.resolve("page.html"), frame(html, width));
        Path out = folder.resolve("dom");
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command(dark, page)).redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no answer in " + SECONDS + " s: " + Files.readString(log));
        }
        Matcher findings = FINDINGS.matcher(Files.readString(out));
        if (!findings.find()) {
            throw new IOException("no findings: " + Files.readString(out) + Files.readString(log));
        }
        return new View(findings.group(1).lines().toList(),
                Files.readString(log).lines().filter(line -> line.contains("CONSOLE")).toList());
    }

    private List<String> command(boolean dark, Path page) throws IOException {
        List<String> command = new ArrayList<>(List.of(executable.toString(), "--headless", "--disable-gpu",
                "--no-first-run", "--hide-scrollbars", "--disable-dev-shm-usage", "--enable-logging=stderr",
                "--user-data-dir=" + profile(), "--window-size=1400,1000",
                "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1), "--dump-dom"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--no-sandbox");
        }
        command.add(page.toUri().toString());
        return command;
    }

    /** A folder for each look that only "mvn clean" deletes, for the browser may still write to it after its end. */
    private static Path profile() throws IOException {
        return Files.createDirectories(Path.of("target", "browser", "profile" + LOOKS.incrementAndGet()))
                .toAbsolutePath();
    }

    /** A page of its own around a frame, for windows cannot be as narrow as a phone. */
    private static String frame(String html, int width) throws IOException {
        String content = withScript(html).replace("&", "&amp;").replace("\"", "&quot;");
        return "<!DOCTYPE html><html style=\"color-scheme:light dark\"><body><iframe style=\"border:0;width:"
                + width
                + "px;height:900px\" srcdoc=\"" + content + "\"></iframe></body></html>";
    }

    private static String withScript(String html) throws IOException {
        try (InputStream script = Objects.requireNonNull(Browser.class.getResourceAsStream("findings.js"))) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return html.replace("</body>", "<script>{\n" + text + "}</script>\n</body>");
        }
    }
}
