package dev.lanewise.nn.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * Where a path leads, through symbolic links: to a file, which can be replaced, or to what can only be written to: a device, a
 * pipe, an open file by its number.
 *
 * @param path behind all links
 */
record OutputPath(Path path) {
    private static final int MOST_LINKS = 40;

    /** Follows the links; the last may lead to where nothing is yet. */
    static OutputPath of(Path file) throws IOException {
        Path path = file.toAbsolutePath();
        for (int i = 0; i < MOST_LINKS; i++) {
            if (isDescriptor(path) || !Files.isSymbolicLink(path)) {
                return new OutputPath(path);
            }
            path = path.resolveSibling(Files.readSymbolicLink(path));
        }
        throw new FileSystemLoopException(file.toString());
    }

    /** Whether it is an open file of this process: on Linux a link whose text may be no path at all. */
    private static boolean isDescriptor(Path path) {
        Path folder = path.getParent();
        return folder != null && (folder.equals(Path.of("/dev/fd"))
                || (folder.startsWith("/proc") && folder.endsWith("fd")));
    }

    /** Whether another file may take its place. */
    boolean replaceable() {
        return !isDescriptor(path) && (!Files.exists(path) || Files.isRegularFile(path));
    }

    /** Refuses a folder, and a file that is write-protected although its folder is not. */
    void check() throws FileSystemException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "Is a directory");
        }
        if (Files.exists(path) && !Files.isWritable(path) && !isDescriptor(path)) {
            throw new AccessDeniedException(path.toString());
        }
    }

    /** Opens what cannot be replaced. A file that is open already is added to, as it is by whoever has it. */
    FileChannel open() throws IOException {
        return FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** Gives a file that will take its place the permissions of the old one, and as far as one may its owner and group. */
    void lendAttributes(Path successor) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        PosixFileAttributeView other = Files.getFileAttributeView(successor, PosixFileAttributeView.class,
                LinkOption.NOFOLLOW_LINKS);
        if (view == null || other == null || !Files.exists(path)) {
            return;
        }
        PosixFileAttributes old = view.readAttributes();
        lendOwner(old, other);
        other.setPermissions(old.permissions());
    }

    private static void lendOwner(PosixFileAttributes old, PosixFileAttributeView successor) {
        try {
            PosixFileAttributes own = successor.readAttributes();
            if (!own.group().equals(old.group())) {
                successor.setGroup(old.group());
            }
            if (!own.owner().equals(old.owner())) {
                successor.setOwner(old.owner());
            }
        } catch (IOException denied) {
            // Only the system's administrator may give files away.
        }
    }
}
