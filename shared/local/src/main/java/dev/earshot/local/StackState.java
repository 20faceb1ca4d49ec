package dev.earshot.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.earshot.core.store.ApiKeyRegistry;
import dev.earshot.local.server.Loopback;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The folder that one stack lives in. While it runs the stack holds a lock on {@code DIR/lock},
 * which the operating system releases when the process dies, so a crash leaves no stale lock.
 */
public final class StackState implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;
    private final Secrets secrets;
    private final Ports ports;

    private StackState(
            Path folder, FileChannel channel, FileLock lock, Secrets secrets, Ports ports) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
        this.secrets = secrets;
        this.ports = ports;
    }

    /** A stack's secrets, generated on its first start. */
    record Secrets(
            String accessKeyId, String secretAccessKey, String apiKey, String pseudonymKey) {}

    /** Ports of the servers. */
    record Ports(int s3, int sqs, int dynamoDb) {}

    /**
     * Opens the folder, creating it and its secrets if it is new.
     *
     * @throws StackException if a stack is already running in it
     */
    static StackState open(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            OwnerOnly.close(absolute);
        } catch (IOException e) {
            throw new StackException(
                    "cannot make the state folder " + absolute + ": " + e.getMessage());
        }
        FileChannel channel =
                FileChannel.open(
                        absolute.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new StackException(
                    "a stack is already running on "
                            + absolute
                            + runningPid(absolute).map(pid -> " (process " + pid + ")").orElse("")
                            + "; stop it with './earshot down --state "
                            + absolute
                            + "'");
        }
        try {
            OwnerOnly.write(absolute.resolve("pid"), String.valueOf(ProcessHandle.current().pid()));
            Files.deleteIfExists(absolute.resolve("endpoints.json"));
            JsonNode stored = stored(absolute);
            return new StackState(
                    absolute,
                    channel,
                    lock,
                    secrets(absolute, stored),
                    new Ports(
                            Loopback.freePort(stored.path("ports").path("s3").asInt()),
                            Loopback.freePort(stored.path("ports").path("sqs").asInt()),
                            Loopback.freePort(stored.path("ports").path("dynamodb").asInt())));
        } catch (IOException | RuntimeException e) {
            lock.close();
            channel.close();
            throw e;
        }
    }

    /** Whether a running process holds the folder. */
    public static boolean held(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock lock = tryLock(channel);
            if (lock != null) {
                lock.close();
                return false;
            }
            return true;
        }
    }

    /** The process that opened the folder last. */
    public static Optional<Long> runningPid(Path folder) {
        try {
            return Optional.of(Long.valueOf(Files.readString(folder.resolve("pid")).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static JsonNode stored(Path folder) throws IOException {
        Path file = folder.resolve("stack.json");
        return Files.isRegularFile(file)
                ? JSON.readTree(Files.readAllBytes(file))
                : JSON.createObjectNode();
    }

    private static Secrets secrets(Path folder, JsonNode stored) throws IOException {
        if (stored.hasNonNull("accessKeyId")) {
            return new Secrets(
                    stored.path("accessKeyId").asText(),
                    stored.path("secretAccessKey").asText(),
                    stored.path("apiKey").asText(),
                    stored.path("pseudonymKey").asText());
        }
        if (Files.exists(folder.resolve("stack.json"))) {
            throw new StackException(
                    folder.resolve("stack.json")
                            + " is damaged; remove the folder to start afresh");
        }
        SecureRandom random = new SecureRandom();
        return new Secrets(
                "LOCAL" + HexFormat.of().withUpperCase().formatHex(bytes(random, 8)),
                base64(bytes(random, 30)),
                ApiKeyRegistry.fresh(random),
                base64(bytes(random, 32)));
    }

    /** Stores secrets and ports for the next start. */
    void save() throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("accessKeyId", secrets.accessKeyId());
        root.put("secretAccessKey", secrets.secretAccessKey());
        root.put("apiKey", secrets.apiKey());
        root.put("pseudonymKey", secrets.pseudonymKey());
        ObjectNode kept = root.putObject("ports");
        kept.put("s3", ports.s3());
        kept.put("sqs", ports.sqs());
        kept.put("dynamodb", ports.dynamoDb());
        OwnerOnly.write(folder.resolve("stack.json"), root.toPrettyString() + "\n");
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return new String(
                Base64.getUrlEncoder().withoutPadding().encode(bytes), StandardCharsets.US_ASCII);
    }

    Path folder() {
        return folder;
    }

    Secrets secrets() {
        return secrets;
    }

    Ports ports() {
        return ports;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder.resolve("endpoints.json"));
        Files.deleteIfExists(folder.resolve("pid"));
        lock.close();
        channel.close();
    }
}
