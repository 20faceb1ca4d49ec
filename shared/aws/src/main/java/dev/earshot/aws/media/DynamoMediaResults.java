package dev.earshot.aws.media;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.aws.table.VersionedPuts;
import dev.earshot.core.Digests;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.store.DerivedFiles;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.video.VideoFindings;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Files' results in the table under {@code M#<ws>#<key>}, {@code A}. Versions are kept in upper
 * case, padded on the right with zeros to 64 digits, because that is how <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">S3</a>
 * compares event sequencers. A deletion leaves a tombstone with its version, so that a late event
 * of an earlier upload restores nothing. Thread-safe.
 */
public final class DynamoMediaResults implements MediaResults {
    private static final int INLINE_BYTES = 100_000;

    private final DynamoDbClient client;
    private final VersionedPuts puts;
    private final String table;
    private final Supplier<DerivedFiles> largeFindings;
    private final Retention retention;
    private final InstantSource clock;

    /**
     * @param largeFindings supplies the store for findings too large for an item; called only when
     *     one is needed
     */
    public DynamoMediaResults(
            DynamoDbClient client,
            String table,
            Supplier<DerivedFiles> largeFindings,
            Retention retention,
            InstantSource clock) {
        this.client = client;
        this.table = table;
        this.puts = new VersionedPuts(client, table, "keep a file's result");
        this.largeFindings = largeFindings;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public boolean put(MediaAnalysis analysis) {
        TableItem item = item(analysis.workspace(), analysis.key(), analysis.version());
        MediaItem.write(analysis, item);
        if (analysis.status() instanceof MediaAnalysis.Status.Watched watched) {
            write(analysis, watched.findings(), item);
        }
        // At equal versions a deletion wins, and a result wins over a queued job.
        String same =
                analysis.status() instanceof MediaAnalysis.Status.Queued
                        ? "attribute_exists(j)"
                        : "attribute_not_exists(gone)";
        return puts.put(item, "attribute_not_exists(PK) OR w < :w OR (w = :w AND " + same + ")");
    }

    @Override
    public void delete(WorkspaceId workspace, String key, String version) {
        puts.put(
                item(workspace, key, version).with("gone", 1),
                "attribute_not_exists(PK) OR w <= :w");
    }

    @Override
    public Optional<MediaAnalysis> get(WorkspaceId workspace, String key) {
        var response =
                Failures.in(
                        "read a file's result",
                        () ->
                                client.getItem(
                                        get ->
                                                get.tableName(table)
                                                        .consistentRead(true)
                                                        .key(key(workspace, key))));
        if (!response.hasItem()) {
            return Optional.empty();
        }
        TableItem item = TableItem.of(new HashMap<>(response.item()));
        if (item.has("gone") || item.expired(clock.instant().getEpochSecond())) {
            return Optional.empty();
        }
        if (item.has("vl")) {
            Optional<byte[]> findings = largeFindings.get().get(workspace, key, item.need("vl"));
            if (findings.isEmpty()) {
                return Optional.empty();
            }
            item.with("vf", findings.get());
        }
        return Optional.of(MediaItem.read(workspace, key, item));
    }

    /**
     * An item holds at most 400 KB, so large findings go into a file that is named after its
     * content.
     */
    private void write(MediaAnalysis analysis, VideoFindings findings, TableItem item) {
        byte[] bytes = VideoCode.write(findings);
        if (bytes.length <= INLINE_BYTES) {
            item.with("vf", bytes);
            return;
        }
        String name =
                "findings-" + Digests.sha256(HexFormat.of().formatHex(bytes)).substring(0, 16);
        largeFindings.get().put(analysis.workspace(), analysis.key(), name, bytes);
        item.with("vl", name);
    }

    private TableItem item(WorkspaceId workspace, String key, String version) {
        return TableItem.at(Keys.media(workspace, key), Keys.ONLY)
                .with(VersionedPuts.VERSION, VersionedPuts.padded(version))
                .with(Keys.EXPIRES_AT, retention.resultExpiry(clock.instant()));
    }

    private static Map<String, AttributeValue> key(WorkspaceId workspace, String key) {
        return TableItem.key(Keys.media(workspace, key), Keys.ONLY);
    }
}
