package dev.earshot.aws.media;

import dev.earshot.aws.client.Backoff;
import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.aws.table.Transactions;
import dev.earshot.aws.table.VersionedPuts;
import dev.earshot.aws.usage.UsageWrites;
import dev.earshot.core.Digests;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.store.DerivedFiles;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.core.usage.Used;
import dev.earshot.core.video.VideoFindings;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Files' results in the table under {@code M#<ws>#<key>}, {@code A}. Versions are kept in upper
 * case, padded on the right with zeros to 64 digits, because that is how <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">S3</a>
 * compares event sequencers. A deletion leaves a tombstone with its version, so that a late event
 * of an earlier upload restores nothing. Thread-safe.
 */
public final class DynamoMediaResults implements MediaResults {
    private static final int INLINE_BYTES = 100_000;

    /** Nothing of this upload is stored, or only that it waits or could not be read. */
    private static final String UNREAD =
            "attribute_not_exists(PK) OR w < :w OR (w = :w AND (attribute_exists(j) OR"
                    + " attribute_exists(x)))";

    private final DynamoDbClient client;
    private final VersionedPuts puts;
    private final String table;
    private final Supplier<DerivedFiles> largeFindings;
    private final Retention retention;
    private final InstantSource clock;
    private final Transactions transactions;
    private final UsageWrites usage;
    private final Backoff backoff;

    /**
     * @param largeFindings supplies the store for findings too large for an item; called only when
     *     one is needed
     */
    public DynamoMediaResults(
            DynamoDbClient client,
            String table,
            Supplier<DerivedFiles> largeFindings,
            Retention retention,
            InstantSource clock,
            RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.puts = new VersionedPuts(client, table, "keep a file's result");
        this.largeFindings = largeFindings;
        this.retention = retention;
        this.clock = clock;
        this.transactions = new Transactions(client, random);
        this.usage = new UsageWrites(table, retention, random);
        this.backoff = new Backoff(random);
    }

    @Override
    public boolean put(MediaAnalysis analysis) {
        TableItem item = item(analysis.workspace(), analysis.key(), analysis.version());
        MediaItem.write(analysis, item);
        if (analysis.status() instanceof MediaAnalysis.Status.Watched watched) {
            write(analysis, watched.findings(), item);
        }
        if (analysis.status() instanceof MediaAnalysis.Status.Analysed
                && putFirst(analysis, item)) {
            return true;
        }
        // At equal versions a deletion wins, and a result wins over a queued job.
        String same =
                analysis.status() instanceof MediaAnalysis.Status.Queued
                        ? "attribute_exists(j)"
                        : "attribute_not_exists(gone)";
        return puts.put(item, "attribute_not_exists(PK) OR w < :w OR (w = :w AND " + same + ")");
    }

    /**
     * Stores the first result of an upload and counts the picture, together: a delivery that comes
     * again finds it stored and counts nothing.
     *
     * @return false if it is not the first
     */
    private boolean putFirst(MediaAnalysis analysis, TableItem item) {
        Put put =
                Put.builder()
                        .tableName(table)
                        .item(item.attributes())
                        .conditionExpression(UNREAD)
                        .expressionAttributeValues(
                                Map.of(":w", TableItem.text(item.need(VersionedPuts.VERSION))))
                        .build();
        List<TransactWriteItem> both =
                List.of(
                        TransactWriteItem.builder().put(put).build(),
                        usage.add(
                                analysis.workspace(),
                                UsageKind.PICTURES,
                                new Used(1, 0),
                                clock.instant()));
        for (int failed = 0; isUnread(analysis, item); failed++) {
            if (failed > 0) {
                backoff.pause(failed, "keep a file's result");
            }
            if (transactions.write(both)) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@link #UNREAD} holds: a transaction that failed does not say why. */
    private boolean isUnread(MediaAnalysis analysis, TableItem next) {
        TableItem stored = stored(analysis.workspace(), analysis.key());
        int order =
                stored.text(VersionedPuts.VERSION, "").compareTo(next.need(VersionedPuts.VERSION));
        return order < 0 || (order == 0 && (stored.has("j") || stored.has("x")));
    }

    @Override
    public void delete(WorkspaceId workspace, String key, String version) {
        puts.put(
                item(workspace, key, version).with("gone", 1),
                "attribute_not_exists(PK) OR w <= :w");
    }

    @Override
    public Optional<MediaAnalysis> get(WorkspaceId workspace, String key) {
        TableItem item = stored(workspace, key);
        if (!item.has(Keys.PK)
                || item.has("gone")
                || item.expired(clock.instant().getEpochSecond())) {
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

    /** What is there, expired or not; without attributes if nothing is. */
    private TableItem stored(WorkspaceId workspace, String key) {
        var response =
                Failures.in(
                        "read a file's result",
                        () ->
                                client.getItem(
                                        get ->
                                                get.tableName(table)
                                                        .consistentRead(true)
                                                        .key(key(workspace, key))));
        return TableItem.of(new HashMap<>(response.item()));
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
