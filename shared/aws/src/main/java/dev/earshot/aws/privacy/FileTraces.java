package dev.earshot.aws.privacy;

import dev.earshot.aws.client.Failures;
import dev.earshot.core.privacy.Erased;
import dev.earshot.core.privacy.ErasurePort;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Uploaded files: pictures that only erased posts showed go, and with them, by the bucket's events,
 * their results, copies and places in the catalogue; a file of posts that names an account goes
 * when it has lain for a day, so that the job that reads it is over. Thread-safe.
 */
public final class FileTraces implements ErasurePort {
    private static final String IMPORTS = "imports/";
    private static final Duration JOB_IS_OVER = Duration.ofDays(1);
    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;

    private final S3Client client;
    private final String bucket;
    private final InstantSource clock;

    /**
     * @param bucket of media
     */
    public FileTraces(S3Client client, String bucket, InstantSource clock) {
        this.client = client;
        this.bucket = bucket;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "uploaded files";
    }

    @Override
    public Set<String> covers() {
        return Set.of("M", "Q", "QT", "QV", "media/", IMPORTS, "derived/");
    }

    @Override
    public long erase(Erased people) {
        long removed = 0;
        for (String picture : people.pictures()) {
            if (isThere(picture)) {
                delete(picture);
                removed++;
            }
        }
        for (S3Object file : files(people)) {
            boolean over = file.lastModified().plus(JOB_IS_OVER).isBefore(clock.instant());
            if (over && isNamedIn(file.key(), people)) {
                delete(file.key());
                removed++;
            }
        }
        return removed;
    }

    private List<S3Object> files(Erased people) {
        String folder = IMPORTS + people.workspace() + "/";
        return Failures.in(
                "list files of posts",
                () ->
                        client
                                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(folder))
                                .contents()
                                .stream()
                                .toList());
    }

    private boolean isThere(String key) {
        return Failures.in(
                "look for a picture",
                () ->
                        client
                                .listObjectsV2(list -> list.bucket(bucket).prefix(key).maxKeys(1))
                                .contents()
                                .stream()
                                .anyMatch(object -> object.key().equals(key)));
    }

    private void delete(String key) {
        Failures.in(
                "remove an uploaded file",
                () -> client.deleteObject(delete -> delete.bucket(bucket).key(key)));
    }

    private boolean isNamedIn(String key, Erased people) {
        try (var file = client.getObject(get -> get.bucket(bucket).key(key));
                var lines =
                        new BufferedReader(
                                new InputStreamReader(plain(file), StandardCharsets.UTF_8))) {
            return lines.lines().anyMatch(people::isNamedIn);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the uploaded file " + key, e);
        }
    }

    private static InputStream plain(InputStream file) throws IOException {
        var buffered = new BufferedInputStream(file);
        buffered.mark(2);
        boolean gzip = buffered.read() == GZIP_FIRST && buffered.read() == GZIP_SECOND;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered) : buffered;
    }
}
