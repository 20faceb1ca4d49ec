package dev.earshot.assembly;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Assembles one model's folder into one output folder. Not thread-safe. */
final class ModelAssembler {
    private static final String STAMP = ".assembled";
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final List<String> INPUTS =
            List.of("model.json", "recipe.json", "skeleton.pt", "adapter.bin");

    private final Path folder;
    private final Path output;
    private final Manifest manifest;

    /**
     * @param folder the model's folder, which holds model.json
     * @param outputs the folder that contains the output folder, which has the model's name
     */
    ModelAssembler(Path folder, Path outputs) {
        this.folder = folder;
        this.manifest = Manifest.read(folder.resolve("model.json"));
        this.output = outputs.resolve(manifest.name());
    }

    String name() {
        return manifest.name();
    }

    /** Whether it is assembled only if it is named. */
    boolean optional() {
        return manifest.optional();
    }

    /** Whether it was assembled before, from whichever inputs. */
    boolean assembledBefore() {
        return Files.exists(output.resolve(STAMP));
    }

    /** Whether nothing needs to be fetched to assemble it. */
    boolean suppliedBy(UpstreamPackages packages) {
        return packages.holds(manifest.upstream().values());
    }

    /** Whether the outputs were made from the present inputs and have not been touched since. */
    boolean upToDate() {
        try {
            Path stamp = output.resolve(STAMP);
            return Files.exists(stamp) && Files.readString(stamp).equals(stamp());
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Assembles and verifies; a failure leaves no output that could be mistaken for a good one.
     *
     * @param recording whether a differing SHA-256 is returned rather than refused
     * @return SHA-256 and size of the model file written; no SHA-256 if there is no model file
     */
    Written assemble(UpstreamPackages packages, Progress.Line progress, boolean recording) {
        try (Arena arena = Arena.ofConfined()) {
            Map<String, ByteBuffer> upstream =
                    packages.read(manifest.upstream().values(), arena, progress);
            Files.createDirectories(output);
            Files.deleteIfExists(output.resolve(STAMP));
            Written written =
                    manifest.output().isPresent()
                            ? model(manifest.output().get(), upstream, progress, recording)
                            : new Written("", size(upstream));
            copyExtras(upstream);
            return written;
        } catch (IOException e) {
            throw new AssemblyException(output + " could not be written: " + e, e);
        }
    }

    private Written model(
            Manifest.Output wanted,
            Map<String, ByteBuffer> upstream,
            Progress.Line progress,
            boolean recording)
            throws IOException {
        Path part = output.resolve(wanted.file() + ".part");
        Written written = write(part, upstream, progress);
        if (!recording && !written.sha256().equals(wanted.sha256())) {
            Files.delete(part);
            throw new AssemblyException(
                    "%s: the assembled %s has SHA-256 %s, but model.json says '%s':"
                                    .formatted(
                                            folder,
                                            wanted.file(),
                                            written.sha256(),
                                            wanted.sha256())
                            + " skeleton, recipe or adapter belong to another export");
        }
        Path model = output.resolve(wanted.file());
        Files.move(part, model, StandardCopyOption.REPLACE_EXISTING);
        return written;
    }

    private static long size(Map<String, ByteBuffer> files) {
        return files.values().stream().mapToLong(ByteBuffer::capacity).sum();
    }

    /** Marks the outputs as belonging to the present inputs. */
    void markUpToDate() {
        try {
            Files.copy(
                    folder.resolve("model.json"),
                    output.resolve("model.json"),
                    StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(output.resolve(STAMP), stamp());
        } catch (IOException e) {
            throw new AssemblyException(output + " could not be written: " + e, e);
        }
    }

    /** SHA-256 and size of a file. */
    record Written(String sha256, long bytes) {}

    private Written write(Path file, Map<String, ByteBuffer> upstream, Progress.Line progress)
            throws IOException {
        Recipe recipe = Recipe.read(folder.resolve("recipe.json"));
        Path adapterFile = folder.resolve(recipe.adapter());
        byte[] adapter = Files.exists(adapterFile) ? Files.readAllBytes(adapterFile) : new byte[0];
        MessageDigest digest = Sha256.digest();
        Set<String> unused = new HashSet<>(recipe.tensors().keySet());
        try (ZipFile skeleton = new ZipFile(folder.resolve(recipe.skeleton()).toFile());
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
                ZipOutputStream zip = new ZipOutputStream(new DigestOutputStream(out, digest))) {
            Enumeration<? extends ZipEntry> entries = skeleton.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                String local = name.substring(name.indexOf('/') + 1);
                Optional<Recipe.Tensor> tensor = Optional.ofNullable(recipe.tensors().get(local));
                if (tensor.isPresent()) {
                    unused.remove(local);
                    put(zip, name, bytes(tensor.get(), upstream, adapter));
                    int total = recipe.tensors().size();
                    progress.filled((total - unused.size()) / (double) total);
                } else {
                    try (InputStream in = skeleton.getInputStream(entry)) {
                        put(zip, name, in.readAllBytes());
                    }
                }
            }
        }
        if (!unused.isEmpty()) {
            throw new AssemblyException(
                    "%s: recipe.json fills %s, which the skeleton lacks"
                            .formatted(folder, unused.stream().sorted().toList()));
        }
        return new Written(Sha256.hex(digest.digest()), Files.size(file));
    }

    private byte[] bytes(Recipe.Tensor tensor, Map<String, ByteBuffer> upstream, byte[] adapter) {
        ByteBuffer source =
                switch (tensor.source()) {
                    case Recipe.Adapter _ -> ByteBuffer.wrap(adapter);
                    case Recipe.Upstream from ->
                            Optional.ofNullable(upstream.get(from.upstream()))
                                    .orElseThrow(() -> unknown(from));
                };
        return new TensorBytes(tensor, source, adapter).compute();
    }

    private AssemblyException unknown(Recipe.Upstream from) {
        return new AssemblyException(
                "%s: recipe.json names upstream '%s', which model.json lacks"
                        .formatted(folder, from.upstream()));
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private void copyExtras(Map<String, ByteBuffer> upstream) throws IOException {
        if (manifest.ownLabels().isPresent()) {
            String labels = manifest.ownLabels().get();
            Files.copy(
                    folder.resolve(labels),
                    output.resolve(labels),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        for (Manifest.ExtraFile extra : manifest.extraFiles()) {
            ByteBuffer source =
                    upstream.getOrDefault(extra.upstream(), ByteBuffer.allocate(0)).duplicate();
            byte[] bytes = new byte[source.remaining()];
            source.get(bytes);
            Files.write(output.resolve(extra.file()), extra.form().apply(bytes));
        }
    }

    /** Digest of the inputs, then size and time of each output. */
    private String stamp() throws IOException {
        MessageDigest digest = Sha256.digest();
        for (String name : INPUTS) {
            Path file = folder.resolve(name);
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
        }
        StringBuilder text = new StringBuilder(Sha256.hex(digest.digest())).append('\n');
        for (String name : manifest.outputs()) {
            Path file = output.resolve(name);
            text.append(name)
                    .append(' ')
                    .append(Files.size(file))
                    .append(' ')
                    .append(Files.getLastModifiedTime(file).toMillis())
                    .append('\n');
        }
        return text.toString();
    }
}
