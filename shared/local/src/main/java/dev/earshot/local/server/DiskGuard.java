package dev.earshot.local.server;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Refuses messages before the disk is full: the queues' own store gives no answer when it can't
 * write, and its callers would wait for ever. What is kept free lets messages be taken and deleted.
 */
final class DiskGuard {
    /** Enough for the store to write what taking and deleting messages changes. */
    static final long SPARE_BYTES = 64L << 20;

    /** Space that is left, in bytes. */
    interface Space {
        long usable() throws IOException;
    }

    private final Space space;

    DiskGuard(Space space) {
        this.space = space;
    }

    /** Watches the disk that a folder is on. */
    static DiskGuard of(Path folder) throws IOException {
        FileStore disk = Files.getFileStore(folder);
        return new DiskGuard(disk::getUsableSpace);
    }

    /** Watches nothing: messages are kept in memory. */
    static DiskGuard none() {
        return new DiskGuard(() -> Long.MAX_VALUE);
    }

    /**
     * Checks a request.
     *
     * @param operation such as {@code SendMessage}
     * @throws DiskFullException if it would add a message and there is no room for it
     */
    void check(String operation) throws IOException {
        if (operation.startsWith("Send") && space.usable() < SPARE_BYTES) {
            throw new DiskFullException();
        }
    }

    /** There is no room for a message. */
    static final class DiskFullException extends IOException {
        private static final long serialVersionUID = 1L;

        DiskFullException() {
            super(
                    "the disk of the queues has less than "
                            + (SPARE_BYTES >> 20)
                            + " MB left; free some, and send again");
        }
    }
}
