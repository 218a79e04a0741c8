package dev.lanewise.nn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links, pipes, devices and permissions. */
class AtomicFileTest {
    @TempDir
    Path folder;

    @AfterEach
    void leavesNothingBehind() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.endsWith(".part"));
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path link(String name, String to) throws IOException {
        return Files.createSymbolicLink(folder.resolve(name), Path.of(to));
    }

    @Test
    void aLinkIsFollowedAndStays() throws IOException {
        Files.createDirectory(folder.resolve("elsewhere"));
        Path target = file("elsewhere/target", "old");
        Path link = link("link", "elsewhere/target");
        Path chain = link("chain", link.toString());
        AtomicFile.write(chain, "new");
        assertThat(target).hasContent("new").isRegularFile();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.isSymbolicLink(chain)).isTrue();
    }

    @Test
    void aLinkToNothingGetsItsTarget() throws IOException {
        Path link = link("link", "new");
        AtomicFile.write(link, "text");
        assertThat(folder.resolve("new")).hasContent("text").isRegularFile();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        Path nowhere = link("nowhere", "none/new");
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> AtomicFile.write(nowhere, "text"))
                .matches(missing -> missing.getFile().equals(nowhere.toString()));
    }

    @Test
    void linksInACircleAreRefused() throws IOException {
        Path one = link("one", "two");
        link("two", "one");
        assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> AtomicFile.write(one, "text"))
                .withMessage(one + ": Too many levels of symbolic links");
        assertThat(Files.isSymbolicLink(one)).isTrue();
    }

    /** What the content throws must leave the target as it was, too. */
    @Test
    void aFailureBehindALinkChangesNothing() throws IOException {
        Path target = file("target", "old");
        Path link = link("link", "target");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> AtomicFile.write(link, channel -> {
            channel.write(java.nio.ByteBuffer.wrap(new byte[10]));
            throw new IOException("No space left on device");
        })).withMessage(link + ": No space left on device");
        assertThat(target).hasContent("old");
    }

    /** A link that somebody else laid where the temporary file goes is not written through. */
    @Test
    void aLinkInPlaceOfTheTemporaryFileIsRefused() throws IOException {
        Path victim = file("victim", "precious");
        Path part = link(".out.part", "victim");
        assertThatIOException().isThrownBy(() -> AtomicFile.write(folder.resolve("out"), "text"))
                .withMessageStartingWith(folder.resolve("out") + ": Too many levels of symbolic links");
        assertThat(victim).hasContent("precious");
        Files.deleteIfExists(part);
    }

    @Test
    void aPipeIsWrittenTo() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        Path link = link("link", "pipe");
        for (Path out : new Path[]{pipe, link}) {
            CompletableFuture<String> reader = CompletableFuture.supplyAsync(() -> {
                try {
                    return Files.readString(pipe);
                } catch (IOException broken) {
                    throw new AssertionError(broken);
                }
            });
            AtomicFile.write(out, "text");
            assertThat(reader.join()).isEqualTo("text");
            assertThat(
                    Files.readAttributes(pipe, java.nio.file.attribute.BasicFileAttributes.class).isOther())
                    .isTrue();
        }
    }

    /** Only asked, because a mistake would cost the system its devices. */
    @Test
    void devicesAndOpenFilesAreNotReplaced() throws IOException {
        Path link = link("link", "/dev/null");
        for (String name : new String[]{"/dev/null", "/dev/full", "/dev/stdout", "/dev/stderr", "/dev/fd/1",
                "/proc/self/fd/1", link.toString()}) {
            assertThat(OutputPath.of(Path.of(name)).replaceable()).as(name).isFalse();
        }
        assertThat(OutputPath.of(folder.resolve("fd")).replaceable()).isTrue();
        assertThat(OutputPath.of(file("old", "")).replaceable()).isTrue();
    }

    @Test
    void theModeOfTheOldFileIsKeptAndANewOneHasTheUsual() throws IOException {
        for (String mode : new String[]{"rw-------", "rw-rw-r--", "rwxr-x---"}) {
            Path old = file("old", "old");
            Files.setPosixFilePermissions(old, PosixFilePermissions.fromString(mode));
            AtomicFile.write(old, "new");
            assertThat(old).hasContent("new");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(old))).isEqualTo(mode);
        }
        Path usual = file("usual", "");
        AtomicFile.write(folder.resolve("new"), "text");
        assertThat(Files.getPosixFilePermissions(folder.resolve("new")))
                .isEqualTo(Files.getPosixFilePermissions(usual));
    }

    /** The system's administrator may write anywhere, and gives files back to their owner. */
    @Test
    void aWriteProtectedFileIsRefusedAndAnOwnerKept() throws IOException {
        Path file = file("protected", "old");
        boolean administrator = Files.getAttribute(file, "unix:uid").equals(0);
        if (administrator) {
            Files.setAttribute(file, "unix:uid", 12345, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:gid", 12346, LinkOption.NOFOLLOW_LINKS);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        if (administrator) {
            AtomicFile.write(file, "new");
            assertThat(file).hasContent("new");
            assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(12345);
            assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(12346);
        } else {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> AtomicFile.write(file, "new"))
                    .withMessage(file.toString());
            assertThat(file).hasContent("old");
        }
    }

    @Test
    void otherHardLinksKeepTheOldContent() throws IOException {
        Path file = file("file", "old");
        Path other = Files.createLink(folder.resolve("other"), file);
        AtomicFile.write(file, "new");
        assertThat(file).hasContent("new");
        assertThat(other).hasContent("old");
    }

    @Test
    void aFolderIsRefusedBeforeAnythingIsWritten() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> AtomicFile.write(inner, channel -> {
                    throw new AssertionError("written");
                }))
                .withMessage(inner + ": Is a directory");
    }
}
