package dev.lanewise.reports;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the folder of a run to one training at a time, by a lock that the operating system releases when the process ends,
 * however it ends. Its file stays while the run can be continued: were it removed earlier, two trainings could each lock
 * a file of that name.
 */
record RunLock(RunFiles files, FileChannel channel) implements Closeable {
    /**
     * Locks the folder.
     *
     * @throws IOException if another training has it, or the run is complete by now
     */
    static RunLock acquire(RunFiles files) throws IOException {
        FileChannel channel = FileChannel.open(files.lock(), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        RunLock lock = new RunLock(files, channel);
        try {
            if (tryLock(channel) == null) {
                throw new IOException(
                        files.folder() + ": in use (expected a run that no other process trains)");
            }
            files.requireIncomplete();
            return lock;
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException here) {
            return null; // This very process has it.
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(files.result()) || !Files.exists(files.config())) {
            Files.deleteIfExists(files.lock());
        }
        channel.close();
    }
}
