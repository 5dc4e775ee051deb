package org.sluis.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One stack per directory. The operating system lets go of the lock however the holder ends. */
final class StackLock implements AutoCloseable {
    static final String FILE = "stack.lock";

    private final FileChannel channel;

    private StackLock(FileChannel channel) {
        this.channel = channel;
    }

    static StackLock take(Path stack) throws IOException {
        FileChannel channel =
                FileChannel.open(stack.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isTaken(channel)) {
            channel.close();
            throw new StackException("a stack is already running in " + stack);
        }
        return new StackLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return true;
        }
    }
}
