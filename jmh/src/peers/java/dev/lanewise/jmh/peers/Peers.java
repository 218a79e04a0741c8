package dev.lanewise.jmh.peers;

import dev.lanewise.nn.io.AtomicFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** {@code lanewise benchmark peers}: products or elements beside other libraries, one Markdown text. */
public final class Peers {
    private static final String OWN_OPTIONS = "LANEWISE_JAVA_OPTS";

    private Peers() {
    }

    /** Exits 2 for wrong usage and 1 if Lanewise itself cannot be measured. */
    public static void main(String[] args) throws IOException, InterruptedException, URISyntaxException {
        if (List.of(args).contains("--help") || List.of(args).contains("-h")) {
            System.out.println(PeersOptions.USAGE);
            return;
        }
        try {
            String report = report(PeersOptions.parse(List.of(args)), args);
            System.out.print(report);
        } catch (IllegalArgumentException wrong) {
            System.err.println("benchmark peers: " + wrong.getMessage());
            System.exit(2);
        } catch (ContestantProcess.Failure failed) {
            System.err.println("benchmark peers: " + failed.getMessage());
            System.exit(1);
        }
    }

    private static String report(PeersOptions options, String[] args)
            throws ContestantProcess.Failure, IOException, InterruptedException, URISyntaxException {
        String ownOptions = System.getenv().getOrDefault(OWN_OPTIONS, "");
        ContestantLauncher launcher = new ContestantLauncher(options.contest(), folder(), words(ownOptions));
        StringBuilder report = new StringBuilder(MachineSheet.of(options, args, ownOptions));
        for (int threads : options.threads()) {
            Comparison comparison = new Comparison(options, launcher, threads);
            comparison.run();
            report.append(ComparisonTable.of(comparison));
        }
        if (options.out().isPresent()) {
            AtomicFile.write(options.out().get(), report.toString());
        }
        return report.toString();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(w -> !w.isEmpty()).toList();
    }

    /** Where the profile built this class's jar, the peers' folders beside it. */
    private static Path folder() throws URISyntaxException {
        Path jar = Path.of(Peers.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return jar.resolveSibling("").toAbsolutePath();
    }
}
