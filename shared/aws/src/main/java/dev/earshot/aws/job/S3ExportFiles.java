package dev.earshot.aws.job;

import dev.earshot.aws.client.Failures;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.export.ExportFiles;
import dev.earshot.core.export.ExportFormat;
import dev.earshot.core.privacy.Erased;
import dev.earshot.core.privacy.ErasurePort;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Exports in S3, one object {@code exports/<ws>/<job>/<name>}, in the bucket that keeps no
 * versions. An erasure removes all of the workspace's, whomever they name: a table with types can't
 * be searched for a name, and each can be made again. Thread-safe.
 */
public final class S3ExportFiles implements ExportFiles, ErasurePort {
    private final S3Client client;
    private final Supplier<S3Presigner> presigner;
    private final String bucket;

    /**
     * @param presigner made only where a link is asked for
     */
    public S3ExportFiles(S3Client client, Supplier<S3Presigner> presigner, String bucket) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public void put(WorkspaceId workspace, String id, String name, ExportFormat format, Path file) {
        Failures.in(
                "keep an export",
                () ->
                        client.putObject(
                                put ->
                                        put.bucket(bucket)
                                                .key(ExportFiles.key(workspace, id, name))
                                                .contentType(format.contentType()),
                                RequestBody.fromFile(file)));
    }

    @Override
    public Optional<Stored> find(WorkspaceId workspace, String id, String name, Duration valid) {
        String key = ExportFiles.key(workspace, id, name);
        return objects(key).stream()
                .filter(object -> object.key().equals(key))
                .findFirst()
                .map(
                        object ->
                                new Stored(
                                        signed(key, name, valid),
                                        object.size(),
                                        ExportFiles.keptUntil(object.lastModified())));
    }

    private String signed(String key, String name, Duration valid) {
        return Failures.in(
                "sign a download",
                () ->
                        presigner
                                .get()
                                .presignGetObject(
                                        request ->
                                                request.signatureDuration(valid)
                                                        .getObjectRequest(
                                                                get ->
                                                                        get.bucket(bucket)
                                                                                .key(key)
                                                                                .responseContentDisposition(
                                                                                        "attachment;"
                                                                                                + " filename=\""
                                                                                                + name
                                                                                                + '"')))
                                .url()
                                .toString());
    }

    @Override
    public String name() {
        return "exports";
    }

    @Override
    public Set<String> covers() {
        return Set.of(FOLDER);
    }

    @Override
    public long erase(Erased people) {
        List<S3Object> files = objects(FOLDER + people.workspace() + "/");
        for (S3Object file : files) {
            Failures.in(
                    "remove an export",
                    () -> client.deleteObject(delete -> delete.bucket(bucket).key(file.key())));
        }
        return files.size();
    }

    private List<S3Object> objects(String prefix) {
        return Failures.in(
                "list exports",
                () ->
                        client
                                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
                                .contents()
                                .stream()
                                .toList());
    }
}
