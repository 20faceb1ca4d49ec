package dev.earshot.aws.job;

import dev.earshot.aws.client.Backoff;
import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.aws.table.Transactions;
import dev.earshot.aws.usage.UsageWrites;
import dev.earshot.core.Parallel;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobState.Phase;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.job.LostHoldException;
import dev.earshot.core.job.Progress;
import dev.earshot.core.post.FileReportText;
import dev.earshot.core.store.StoreException;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.core.usage.Used;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Jobs in the table under {@code J#<ws>#<id>}, {@code A}, listed in a {@link JobList}. Checkpoints
 * of up to {@value #INLINE_BYTES} bytes are kept in the item, larger ones in the vault bucket under
 * {@code jobs/}. Every write by a worker is conditional on its hold; its end is one transaction
 * with the time that it used. Jobs expire with the texts. Thread-safe.
 */
public final class DynamoJobStore implements JobStore {
    /** A write costs one unit per KB; above this size an object is cheaper. */
    private static final int INLINE_BYTES = 4_096;

    private static final int TOKEN_BYTES = 12;
    private static final int REASON_LENGTH = 4_000;

    private final DynamoDbClient client;
    private final String table;
    private final Checkpoints checkpoints;
    private final JobList list;
    private final Retention retention;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final Transactions transactions;
    private final UsageWrites usage;

    public DynamoJobStore(
            DynamoDbClient client,
            String table,
            Checkpoints checkpoints,
            Retention retention,
            InstantSource clock,
            RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.checkpoints = checkpoints;
        this.list = new JobList(client, table, clock);
        this.retention = retention;
        this.clock = clock;
        this.random = random;
        this.backoff = new Backoff(random);
        this.transactions = new Transactions(client, random);
        this.usage = new UsageWrites(table, retention, random);
    }

    @Override
    public boolean create(Job job) {
        long now = clock.instant().getEpochSecond();
        long expiresAt = retention.textExpiry(clock.instant());
        TableItem item =
                JobItem.write(job, TableItem.at(Keys.job(job.workspace(), job.id()), Keys.ONLY))
                        .with(Keys.EXPIRES_AT, expiresAt);
        Put unlessThere =
                Put.builder()
                        .tableName(table)
                        .item(item.attributes())
                        .conditionExpression("attribute_not_exists(PK) OR expiresAt <= :now")
                        .expressionAttributeValues(Map.of(":now", TableItem.number(now)))
                        .build();
        List<TransactWriteItem> both =
                List.of(
                        TransactWriteItem.builder().put(unlessThere).build(),
                        TransactWriteItem.builder().put(list.entry(job, expiresAt)).build());
        try {
            Failures.in(
                    "keep job " + job.id(),
                    () -> client.transactWriteItems(write -> write.transactItems(both)));
            return true;
        } catch (StoreException e) {
            if (e.getCause() instanceof TransactionCanceledException
                    && get(job.workspace(), job.id()).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Optional<JobState> get(WorkspaceId workspace, String id) {
        return item(workspace, id).map(item -> JobItem.read(workspace, item));
    }

    private Optional<TableItem> item(WorkspaceId workspace, String id) {
        var response =
                Failures.in(
                        "read a job",
                        () ->
                                client.getItem(
                                        get ->
                                                get.tableName(table)
                                                        .consistentRead(true)
                                                        .key(
                                                                TableItem.key(
                                                                        Keys.job(workspace, id),
                                                                        Keys.ONLY))));
        if (!response.hasItem()) {
            return Optional.empty();
        }
        TableItem item = TableItem.of(response.item());
        return item.expired(clock.instant().getEpochSecond())
                ? Optional.empty()
                : Optional.of(item);
    }

    @Override
    public List<JobState> list(WorkspaceId workspace, Optional<JobState> before, int limit) {
        List<String> ids = list.ids(workspace, before.map(JobState::job), limit);
        return Parallel.map(ids, id -> get(workspace, id)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Claim claim(Job job, String messageId, Duration lease, double hourlyPrice) {
        while (true) {
            Optional<TableItem> known = item(job.workspace(), job.id());
            if (known.isEmpty()) {
                create(job);
                continue;
            }
            TableItem item = known.get();
            JobState state = JobItem.read(job.workspace(), item);
            Instant now = clock.instant();
            if (state.phase().ended()) {
                return new Claim.Ended(state);
            }
            Instant until = Instant.ofEpochMilli(item.number("hu", 0));
            if (until.isAfter(now)) {
                return new Claim.Held(item.text("hm", ""), until);
            }
            Optional<TableItem> taken =
                    take(job, item.number("v", 0), messageId, lease, hourlyPrice);
            if (taken.isPresent()) {
                return new Claim.Taken(
                        new Hold(job.workspace(), job.id(), taken.get().need("ho")),
                        JobItem.read(job.workspace(), taken.get()),
                        checkpoint(taken.get()));
            }
        }
    }

    /** Empty if another writer changed the item in between. */
    private Optional<TableItem> take(
            Job job, long version, String messageId, Duration lease, double hourlyPrice) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        Instant now = clock.instant();
        var values = new HashMap<String, AttributeValue>();
        values.put(":v", TableItem.number(version));
        values.put(":one", TableItem.number(1));
        values.put(":ho", TableItem.text(HexFormat.of().formatHex(token)));
        values.put(":hm", TableItem.text(messageId));
        values.put(":hu", TableItem.number(now.plus(lease).toEpochMilli()));
        values.put(":ph", TableItem.text(JobItem.phase(Phase.RUNNING)));
        values.put(":now", TableItem.text(NumberText.instant(now)));
        values.put(":pr", TableItem.text(Double.toString(hourlyPrice)));
        try {
            var response =
                    client.updateItem(
                            update ->
                                    update.tableName(table)
                                            .key(
                                                    TableItem.key(
                                                            Keys.job(job.workspace(), job.id()),
                                                            Keys.ONLY))
                                            .updateExpression(
                                                    "SET ho = :ho, hm = :hm, hu = :hu, ph = :ph, up"
                                                            + " = :now, pr = :pr, st ="
                                                            + " if_not_exists(st, :now) ADD v :one, tr"
                                                            + " :one")
                                            .conditionExpression("v = :v")
                                            .expressionAttributeValues(values)
                                            .returnValues(ReturnValue.ALL_NEW));
            return Optional.of(TableItem.of(response.attributes()));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw Failures.because("take job " + job.id(), e);
        }
    }

    private Optional<byte[]> checkpoint(TableItem item) {
        return item.has("co")
                ? checkpoints.get(item.need("co"))
                : item.has("cp") ? Optional.of(item.bytes("cp")) : Optional.empty();
    }

    @Override
    public void renew(Hold hold, Duration lease) throws LostHoldException {
        long until = clock.instant().plus(lease).toEpochMilli();
        write(hold, "SET hu = :hu", Map.of(":hu", TableItem.number(until)));
    }

    @Override
    public void save(Hold hold, Progress progress, byte[] checkpoint) throws LostHoldException {
        var values = new HashMap<String, AttributeValue>();
        values.put(":pg", TableItem.text(JobItem.progress(progress)));
        values.put(":up", TableItem.text(NumberText.instant(clock.instant())));
        values.put(":zero", TableItem.number(0));
        String set = "SET pg = :pg, up = :up, tr = :zero" + report(progress, values);
        if (checkpoint.length <= INLINE_BYTES) {
            values.put(":cp", AttributeValue.fromB(SdkBytes.fromByteArray(checkpoint)));
            dropped(write(hold, set + ", cp = :cp REMOVE co, re", values));
            return;
        }
        String object = checkpoints.put(hold.workspace(), hold.jobId(), checkpoint);
        values.put(":co", TableItem.text(object));
        try {
            dropped(write(hold, set + ", co = :co REMOVE cp, re", values));
        } catch (LostHoldException e) {
            checkpoints.drop(object);
            throw e;
        }
    }

    @Override
    public void end(Hold hold, Phase phase, String reason, Progress progress)
            throws LostHoldException {
        var values = new HashMap<String, AttributeValue>();
        values.put(":ph", TableItem.text(JobItem.phase(phase)));
        values.put(":pg", TableItem.text(JobItem.progress(progress)));
        values.put(":up", TableItem.text(NumberText.instant(clock.instant())));
        values.put(":re", TableItem.text(cut(reason)));
        values.put(":hold", TableItem.text(hold.token()));
        values.put(":one", TableItem.number(1));
        Update update =
                Update.builder()
                        .tableName(table)
                        .key(TableItem.key(Keys.job(hold.workspace(), hold.jobId()), Keys.ONLY))
                        .updateExpression(
                                "SET ph = :ph, pg = :pg, up = :up, fi = :up, re = :re"
                                        + report(progress, values)
                                        + " REMOVE ho, hm, hu, cp, co ADD v :one")
                        .conditionExpression("ho = :hold")
                        .expressionAttributeValues(values)
                        .build();
        for (int failed = 0; ; failed++) {
            if (failed > 0) {
                backoff.pause(failed, "end job " + hold.jobId());
            }
            // A transaction that failed does not say why, nor does one give what was there.
            TableItem held = held(hold);
            Used used =
                    Used.ofWorker(
                            progress.busySeconds(),
                            JobItem.read(hold.workspace(), held).hourlyPrice());
            if (transactions.write(
                    List.of(
                            TransactWriteItem.builder().update(update).build(),
                            usage.add(
                                    hold.workspace(), UsageKind.WORKER, used, clock.instant())))) {
                dropped(held);
                return;
            }
        }
    }

    /** The item of a job that is held so. */
    private TableItem held(Hold hold) throws LostHoldException {
        return item(hold.workspace(), hold.jobId())
                .filter(item -> item.text("ho", "").equals(hold.token()))
                .orElseThrow(() -> new LostHoldException(hold.jobId()));
    }

    /** The part of an update that keeps the report of the file, if there is one. */
    private static String report(Progress progress, Map<String, AttributeValue> values) {
        if (progress.report().isEmpty()) {
            return "";
        }
        values.put(":fr", TableItem.text(FileReportText.encoded(progress.report().get())));
        return ", fr = :fr";
    }

    @Override
    public void release(Hold hold, String reason) throws LostHoldException {
        var values = new HashMap<String, AttributeValue>();
        values.put(":ph", TableItem.text(JobItem.phase(Phase.QUEUED)));
        values.put(":up", TableItem.text(NumberText.instant(clock.instant())));
        values.put(":re", TableItem.text(cut(reason)));
        String set = "SET ph = :ph, up = :up, re = :re";
        if (reason.isEmpty()) {
            // Nothing failed, so this does not count as a try.
            TableItem held = held(hold);
            values.put(":tr", TableItem.number(Math.max(0, held.number("tr", 0) - 1)));
            set += ", tr = :tr";
        }
        write(hold, set + " REMOVE ho, hm, hu", values);
    }

    /** Returns the item as it was before the write. */
    private TableItem write(Hold hold, String expression, Map<String, AttributeValue> values)
            throws LostHoldException {
        var all = new HashMap<>(values);
        all.put(":hold", TableItem.text(hold.token()));
        all.put(":one", TableItem.number(1));
        try {
            var response =
                    client.updateItem(
                            update ->
                                    update.tableName(table)
                                            .key(
                                                    TableItem.key(
                                                            Keys.job(
                                                                    hold.workspace(), hold.jobId()),
                                                            Keys.ONLY))
                                            .updateExpression(expression + " ADD v :one")
                                            .conditionExpression("ho = :hold")
                                            .expressionAttributeValues(all)
                                            .returnValues(ReturnValue.ALL_OLD));
            return TableItem.of(response.attributes());
        } catch (ConditionalCheckFailedException e) {
            throw new LostHoldException(hold.jobId());
        } catch (SdkException e) {
            throw Failures.because("write job " + hold.jobId(), e);
        }
    }

    /** Removes the object of a checkpoint that has been replaced. */
    private void dropped(TableItem before) {
        if (before.has("co")) {
            checkpoints.drop(before.need("co"));
        }
    }

    private static String cut(String text) {
        return text.length() <= REASON_LENGTH ? text : text.substring(0, REASON_LENGTH);
    }
}
