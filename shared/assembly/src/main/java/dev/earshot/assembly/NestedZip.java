package dev.earshot.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Extracts files from a zip that is itself an entry of a package, in one pass and however large
 * they are. Each is copied to a file beside the package, mapped into memory and unlinked at once,
 * so that nothing is left behind. Stateless.
 */
final class NestedZip {
    private NestedZip() {}

    /** One file's mapped bytes and their digest. */
    record Part(ByteBuffer bytes, String sha256) {}

    /**
     * Reads the file that each entry names by {@code within}; missing files are left out.
     *
     * @param arena how long the bytes stay mapped
     */
    static Map<UpstreamEntry, Part> read(Path jar, Collection<UpstreamEntry> wanted, Arena arena)
            throws IOException {
        Map<UpstreamEntry, Part> found = new HashMap<>();
        List<String> outer =
                wanted.stream().map(entry -> entry.entries().getFirst()).distinct().toList();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (String name : outer) {
                ZipEntry entry = zip.getEntry(name);
                if (entry != null) {
                    List<UpstreamEntry> own =
                            wanted.stream().filter(w -> w.entries().contains(name)).toList();
                    try (ZipInputStream in = new ZipInputStream(zip.getInputStream(entry))) {
                        read(in, own, jar, arena, found);
                    }
                }
            }
        }
        return found;
    }

    private static void read(
            ZipInputStream in,
            List<UpstreamEntry> wanted,
            Path jar,
            Arena arena,
            Map<UpstreamEntry, Part> found)
            throws IOException {
        ZipEntry entry = in.getNextEntry();
        while (entry != null && found.size() < wanted.size()) {
            String name = entry.getName();
            for (UpstreamEntry own : wanted) {
                if (own.within().filter(name::equals).isPresent()) {
                    found.put(own, mapped(in, jar, arena));
                }
            }
            entry = in.getNextEntry();
        }
    }

    private static Part mapped(InputStream in, Path jar, Arena arena) throws IOException {
        Path folder = jar.toAbsolutePath().getParent();
        Path scratch = Files.createTempFile(folder, "unpacked", ".part");
        try (FileChannel file =
                FileChannel.open(
                        scratch,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE)) {
            DigestInputStream digested = new DigestInputStream(in, Sha256.digest());
            // Not closed: that would close the channel.
            OutputStream out = Channels.newOutputStream(file);
            digested.transferTo(out);
            ByteBuffer bytes =
                    file.map(FileChannel.MapMode.READ_ONLY, 0, file.size(), arena).asByteBuffer();
            return new Part(bytes, Sha256.hex(digested.getMessageDigest().digest()));
        }
    }
}
