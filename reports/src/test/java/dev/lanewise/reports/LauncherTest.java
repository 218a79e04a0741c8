package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in checkouts, folders and locales that it was not written in. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {
    private static final String VECTORS = "<--add-modules=jdk.incubator.vector>\n";

    @TempDir
    Path folder;

    private Path root;
    private Checkout checkout;

    @BeforeEach
    void checkOut() throws IOException {
        root = folder.toRealPath().resolve("a checkout");
        checkout = Checkout.in(root, folder.resolve("tools"));
    }

    private Cli run(Object... command) throws Exception {
        return checkout.run(folder, Map.of(), command);
    }

    @Test
    void argumentsArriveAsTheyAre() throws Exception {
        String[] words = {"a b", "", "*", "it's", "$HOME", "\\", "\"", "a\nb", "-x", "--"};
        Object[] command = new Object[words.length + 2];
        command[0] = root.resolve("lanewise");
        command[1] = "train";
        System.arraycopy(words, 0, command, 2, words.length);
        Cli cli = run(command);
        assertThat(cli.code()).isZero();
        assertThat(cli.out()).contains(VECTORS)
                .endsWith("<" + root + "/reports/target/classes:" + root + "/reports/target/lib/*>\n"
                        + "<dev.lanewise.reports.Main>\n<train>\n<" + String.join(">\n<", words) + ">\n");
    }

    @Test
    void itIsFoundFromAnyFolderAndThroughLinks() throws Exception {
        String path = "<" + root + "/reports/target/classes:";
        Path link = Files.createSymbolicLink(folder.resolve("first link"), Path.of("second link"));
        Files.createSymbolicLink(folder.resolve("second link"), root.resolve("lanewise"));
        for (Map<String, String> environment : List.of(Map.of("CDPATH", folder + ":/tmp"), Map.of("HOME", ""),
                Map.of("LANG", "xx_XX"))) {
            assertThat(checkout.run(root, environment, "sh", "lanewise", "info").out()).contains(path);
            assertThat(checkout.run(folder, environment, "sh", "a checkout/lanewise", "info").out())
                    .contains(path);
            assertThat(checkout.run(root.resolve("nn"), environment, "../lanewise", "info").out())
                    .contains(path);
            assertThat(checkout.run(root, environment, link, "info").out()).contains(path);
        }
        Map<String, String> onPath = Map.of("PATH", root + ":/usr/bin:/bin");
        assertThat(checkout.run(folder, onPath, "sh", "-c", "lanewise info").out()).contains(path);
    }

    @Test
    void helpNeedsNoVectorsAndNoNewBuild() throws Exception {
        checkout.outdate();
        for (Object[] arguments : new Object[][]{{"--help"}, {"--version"}, {"train", "--help"},
                {"train", "-h"}, {}}) {
            Object[] command = new Object[arguments.length + 1];
            command[0] = root.resolve("lanewise");
            System.arraycopy(arguments, 0, command, 1, arguments.length);
            Cli help = run(command);
            assertThat(help.out()).contains("Main>").doesNotContain(VECTORS, "building", "mvn");
            assertThat(help.code()).isZero();
        }
        for (Object argument : new Object[]{"train", "--label=--help"}) {
            Cli other = run(root.resolve("lanewise"), argument);
            assertThat(other.out()).startsWith("lanewise: building").contains("lanewise: the build failed");
            assertThat(other.code()).isOne();
        }
        checkout.removeBuild();
        assertThat(run(root.resolve("lanewise"), "--help").out()).startsWith("lanewise: building");
    }

    @Test
    void optionsOfTheJvmAreSplitAndNothingElse() throws Exception {
        Files.createFile(folder.resolve("-Dx=1"));
        Cli cli = checkout.run(folder, Map.of("LANEWISE_JAVA_OPTS", " -Xmx1g  -Dx=* -Dy=$HOME "),
                root.resolve("lanewise"), "train");
        assertThat(cli.out()).contains("<-Xmx1g>\n<-Dx=*>\n<-Dy=$HOME>\n<-cp>\n");
    }

    @Test
    void javaTakesTheLaunchersPlace() throws Exception {
        Cli cli = run("sh", "-c", "echo \"shell $$\"; exec \"$0\" train", root.resolve("lanewise"));
        assertThat(cli.out().replace("shell", "pid").lines().limit(2).distinct()).hasSize(1);
    }

    @Test
    void asciiGivesWayToUtf8WhereThereIsUtf8() throws Exception {
        boolean utf8 = run("sh", "-c", "locale -a; true").out().toLowerCase(Locale.ROOT).contains("utf");
        for (Map<String, String> ascii : List.of(Map.of("LC_ALL", "C"), Map.of("LC_ALL", "POSIX"),
                Map.of("LANG", "C"),
                Map.of("LC_ALL", "none_NONE.UTF-8"), Map.<String, String>of())) {
            String out = checkout.run(folder, ascii, root.resolve("lanewise"), "train").out();
            assertThat(out).as("%s", ascii).containsPattern(utf8 ? "ctype .*(?i)utf-?8\n" : "ctype ");
        }
    }

    @Test
    void launchersStartedAtOnceBuildOnce() throws Exception {
        checkout.removeBuild();
        Path log = folder.resolve("builds");
        checkout.tool("mvn", "echo begin >>'" + log + "'; sleep 1; echo end >>'" + log + "'");
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            Callable<Cli> launch = () -> run(root.resolve("lanewise"), "train");
            for (Future<Cli> each : pool.invokeAll(List.of(launch, launch, launch))) {
                assertThat(each.get().out()).contains("Main>\n<train>\n");
            }
        }
        assertThat(log).content().isEqualTo("begin\nend\n");
        assertThat(root.resolve("target")).isEmptyDirectory();
    }

    @Test
    void aLockWhoseProcessIsGoneIsBroken() throws Exception {
        checkout.removeBuild();
        checkout.tool("mvn", "exit 0");
        Files.createDirectories(root.resolve("target"));
        Files.createSymbolicLink(root.resolve("target/.building"), Path.of("99999999"));
        assertThat(run(root.resolve("lanewise"), "train").out()).contains("lanewise: building",
                "Main>\n<train>\n");
        assertThat(root.resolve("target")).isEmptyDirectory();
    }

    @Test
    void aBuildThatFailsIsToldAndLeavesNoLock() throws Exception {
        checkout.outdate();
        Cli cli = run(root.resolve("lanewise"), "info");
        assertThat(cli.out()).contains("mvn -B -ntp -q -f " + root + "/pom.xml -pl reports -am",
                "lanewise: the build failed; the whole log is in " + root + "/reports/target/build.log\n");
        assertThat(cli.code()).isOne();
        assertThat(root.resolve("target")).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsGoneIsTold() throws Exception {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        Cli cli = checkout.run(folder, Map.of(), "sh", "-c",
                "cd \"$1\"; rmdir \"$1\"; shift; exec \"$@\"", "sh", gone, root.resolve("lanewise"), "info");
        assertThat(cli.out()).contains("lanewise: the current folder does not exist any more\n");
        assertThat(cli.code()).isOne();
    }

    /** The real program, in a folder whose name divides a class path, on a column that ASCII cannot name. */
    @Test
    void aColonInTheFolderAndTheLocaleCDoNotMatter() throws Exception {
        Path colon = folder.resolve("a:b c");
        Checkout real = Checkout.in(colon, folder.resolve("other tools")).withClasses();
        Files.writeString(folder.resolve("gr\u00f6\u00dfe.csv"),
                "x,gr\u00f6\u00dfe,y\n" + "1,a,2\n2,b,3\n".repeat(8));
        Cli cli = real.run(folder, Map.of("LC_ALL", "C"), colon.resolve("lanewise"), "train", "--data",
                "gr\u00f6\u00dfe.csv", "--label", "gr\u00f6\u00dfe", "--layers", "dense:2", "--epochs", "1",
                "--out",
                "run", "--quiet");
        assertThat(cli.out()).contains("  run run  report run/report.html");
        assertThat(cli.code()).isZero();
        Cli help = real.run(folder, Map.of(), colon.resolve("lanewise"), "train", "--help");
        assertThat(help.out()).startsWith("Usage: lanewise train").doesNotContain("WARNING");
    }
}
