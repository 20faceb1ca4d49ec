package dev.earshot.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Keeps folders and files for their owner alone. Stateless. */
final class OwnerOnly {
    private OwnerOnly() {}

    /** Closes a folder to everybody else, whatever lies in it. */
    static void close(Path folder) throws IOException {
        if (posix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Writes a file, or replaces it atomically. */
    static void write(Path file, String text) throws IOException {
        boolean posix = posix(file);
        Path parent = file.toAbsolutePath().getParent();
        Path draft =
                posix
                        ? Files.createTempFile(
                                parent,
                                "." + file.getFileName(),
                                ".new",
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------")))
                        : Files.createTempFile(parent, "." + file.getFileName(), ".new");
        try {
            Files.writeString(draft, text);
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
