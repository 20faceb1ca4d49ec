package dev.earshot.assembly;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Fetches a package's tarball with the user's own {@code npm}, from the registry it is set to. */
final class NpmPack {
    private static final long REDRAW_MILLIS = 200;

    private final String command;

    /**
     * @param command the npm program's name or path
     */
    NpmPack(String command) {
        this.command = command;
    }

    /** Puts the tarball of {@code coordinates} at {@code target}; leaves nothing half-written. */
    void fetch(String coordinates, Path target, Progress.Line progress) {
        progress.announce("fetching " + coordinates + " with npm");
        Path folder = null;
        try {
            Path parent = target.toAbsolutePath().getParent();
            if (parent == null) {
                throw new AssemblyException(target + " has no parent folder");
            }
            Files.createDirectories(parent);
            folder = Files.createTempDirectory(parent, ".npm-");
            Path tarball = pack(coordinates, folder, progress);
            Files.move(tarball, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new AssemblyException("could not store " + target + ": " + e, e);
        } finally {
            delete(folder);
        }
    }

    private Path pack(String coordinates, Path folder, Progress.Line progress) throws IOException {
        Path log = folder.resolve("npm.log");
        Process process;
        try {
            process =
                    new ProcessBuilder(
                                    command,
                                    "pack",
                                    coordinates,
                                    "--pack-destination",
                                    folder.toString(),
                                    "--ignore-scripts",
                                    "--loglevel=error")
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
        } catch (IOException e) {
            throw new AssemblyException(
                    "'%s' could not be started: install Node.js with npm (it fetches %s, once)"
                            .formatted(command, coordinates),
                    e);
        }
        int status = await(process, progress);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> tarballs = files.filter(file -> file.toString().endsWith(".tgz")).toList();
            if (status == 0 && tarballs.size() == 1) {
                return tarballs.getFirst();
            }
        }
        String said = Files.readString(log, StandardCharsets.UTF_8).strip();
        throw new AssemblyException(
                "'npm pack %s' failed (status %d): %s"
                        .formatted(coordinates, status, said.isEmpty() ? "no output" : said));
    }

    private static int await(Process process, Progress.Line progress) {
        try {
            while (!process.waitFor(REDRAW_MILLIS, TimeUnit.MILLISECONDS)) {
                progress.redraw();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new AssemblyException("interrupted while npm was running", e);
        }
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // A leftover temporary folder under target/ is harmless, and 'mvn clean' removes it.
            return;
        }
    }
}
