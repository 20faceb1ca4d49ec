package dev.earshot.aws.cases;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.StoreException;
import dev.earshot.engagement.cases.CaseEvent;
import dev.earshot.engagement.cases.CaseFile;
import dev.earshot.engagement.cases.CaseId;
import dev.earshot.engagement.cases.CaseSettings;
import dev.earshot.engagement.cases.CaseStore;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cases under {@code G#<ws>#<month>}, by the month in which the conversation began: links to the
 * posts ({@link CaseLinks}), and a log {@code <case>#L#<post>} with {@code v} its version and
 * {@code ev} its entries. A log lies with the case's first post and is deleted in the transaction
 * that removes that post; entries that follow lie with the next one. Posts themselves are read
 * where they are stored, so that a case always shows them as they are now. Thread-safe.
 */
public final class DynamoCaseStore implements CaseStore {
    private final DynamoDbClient client;
    private final String table;
    private final Retention retention;
    private final InstantSource clock;
    private final AnalysisStore posts;

    /**
     * @param posts the posts in the same table
     */
    public DynamoCaseStore(
            DynamoDbClient client,
            String table,
            Retention retention,
            InstantSource clock,
            AnalysisStore posts) {
        this.client = client;
        this.table = table;
        this.retention = retention;
        this.clock = clock;
        this.posts = posts;
    }

    @Override
    public Optional<CaseFile> find(WorkspaceId workspace, CaseId id) {
        var pages =
                new Pages(
                        Keys.cases(workspace, id.begun()),
                        "PK = :pk AND begins_with(SK, :lo)",
                        Map.of(":lo", TableItem.text(id + "#")));
        var found = new Stored(id);
        for (TableItem item = pages.next(); item != null; item = pages.next()) {
            found.add(item);
        }
        return files(workspace, List.of(found)).stream().findFirst();
    }

    @Override
    public List<CaseFile> list(
            WorkspaceId workspace, Instant from, Instant to, Optional<CaseId> after, int limit) {
        var files = new ArrayList<CaseFile>();
        if (!from.isBefore(to)) {
            return files;
        }
        String low = CaseId.time(from);
        String high = after.map(CaseId::value).orElseGet(() -> CaseId.time(to));
        Instant latest = after.map(CaseId::begun).orElseGet(() -> to.minusNanos(1));
        YearMonth first = month(from);
        for (YearMonth month = month(latest);
                !month.isBefore(first);
                month = month.minusMonths(1)) {
            var pages =
                    new Pages(
                            Keys.cases(
                                    workspace,
                                    month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC)),
                            "PK = :pk AND SK BETWEEN :lo AND :hi",
                            Map.of(":lo", TableItem.text(low), ":hi", TableItem.text(high)));
            var open = new ArrayList<Stored>();
            for (TableItem item = pages.next(); item != null; item = pages.next()) {
                CaseId id = Stored.id(item);
                if (open.isEmpty() || !open.getLast().id().equals(id)) {
                    // One more than wanted, so that the last of those wanted is whole.
                    if (open.size() >= limit - files.size()) {
                        files.addAll(files(workspace, open));
                        open.clear();
                        if (files.size() >= limit) {
                            return files;
                        }
                    }
                    open.add(new Stored(id));
                }
                open.getLast().add(item);
            }
            files.addAll(files(workspace, open));
            if (files.size() >= limit) {
                return files;
            }
        }
        return files;
    }

    private static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    }

    /** The files of those cases of which a post is there. */
    private List<CaseFile> files(WorkspaceId workspace, List<Stored> cases) {
        List<PostId> ids =
                cases.stream().flatMap(each -> each.posts().stream()).distinct().toList();
        Map<PostId, StoredPost> states = ids.isEmpty() ? Map.of() : posts.find(workspace, ids);
        var files = new ArrayList<CaseFile>();
        for (Stored each : cases) {
            List<PostAnalysis> live =
                    each.posts().stream()
                            .map(states::get)
                            .filter(StoredPost.Live.class::isInstance)
                            .map(state -> ((StoredPost.Live) state).analysis())
                            .filter(post -> post.context().conversation().isPresent())
                            .toList();
            each.file(live).ifPresent(files::add);
        }
        return files;
    }

    @Override
    public boolean append(WorkspaceId workspace, List<Addition> additions) {
        long expiresAt = retention.resultExpiry(clock.instant());
        var actions = new ArrayList<TransactWriteItem>();
        for (Addition addition : additions) {
            actions.add(there(workspace, addition.file()));
            actions.add(entry(workspace, addition, expiresAt));
        }
        try {
            Failures.in(
                    "write to a case's log",
                    () -> client.transactWriteItems(request -> request.transactItems(actions)));
            return true;
        } catch (StoreException e) {
            if (lost(e.getCause())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean lost(@org.jspecify.annotations.Nullable Throwable cause) {
        if (cause instanceof TransactionConflictException) {
            return true;
        }
        return cause instanceof TransactionCanceledException canceled
                && canceled.cancellationReasons().stream()
                        .anyMatch(
                                reason ->
                                        "ConditionalCheckFailed".equals(reason.code())
                                                || "TransactionConflict".equals(reason.code()));
    }

    private TransactWriteItem there(WorkspaceId workspace, CaseFile file) {
        return TransactWriteItem.builder()
                .conditionCheck(
                        ConditionCheck.builder()
                                .tableName(table)
                                .key(
                                        CaseLinks.key(
                                                workspace,
                                                file.id(),
                                                CaseLinks.POST,
                                                file.posts().getFirst().id()))
                                .conditionExpression("attribute_exists(PK)")
                                .build())
                .build();
    }

    private TransactWriteItem entry(WorkspaceId workspace, Addition addition, long expiresAt) {
        CaseFile file = addition.file();
        var values = new HashMap<String, AttributeValue>();
        values.put(":none", AttributeValue.fromL(List.of()));
        values.put(":new", AttributeValue.fromL(List.of(LogEntries.write(addition.event()))));
        values.put(":next", TableItem.number(file.version() + 1));
        values.put(":expires", TableItem.number(expiresAt));
        String condition = "attribute_not_exists(PK)";
        if (file.version() > 0) {
            condition = "v = :v";
            values.put(":v", TableItem.number(file.version()));
        }
        return TransactWriteItem.builder()
                .update(
                        Update.builder()
                                .tableName(table)
                                .key(
                                        CaseLinks.key(
                                                workspace,
                                                file.id(),
                                                CaseLinks.LOG,
                                                file.posts().getFirst().id()))
                                .updateExpression(
                                        "SET ev = list_append(if_not_exists(ev, :none), :new),"
                                                + " v = :next, expiresAt = :expires")
                                .conditionExpression(condition)
                                .expressionAttributeValues(values)
                                .build())
                .build();
    }

    @Override
    public Optional<CaseSettings> settings(WorkspaceId workspace) {
        var response =
                Failures.in(
                        "read case settings",
                        () ->
                                client.getItem(
                                        request ->
                                                request.tableName(table)
                                                        .consistentRead(true)
                                                        .key(
                                                                TableItem.key(
                                                                        Keys.caseSettings(
                                                                                workspace),
                                                                        Keys.ONLY))));
        return response.hasItem()
                ? Optional.of(SettingsItem.read(TableItem.of(response.item())))
                : Optional.empty();
    }

    @Override
    public void put(WorkspaceId workspace, CaseSettings settings) {
        Failures.in(
                "write case settings",
                () ->
                        client.putItem(
                                request ->
                                        request.tableName(table)
                                                .item(
                                                        SettingsItem.write(workspace, settings)
                                                                .attributes())));
    }

    /** Items of a partition, descending, without those that have expired. */
    private final class Pages {
        private final String partition;
        private final String condition;
        private final Map<String, AttributeValue> values;
        private List<Map<String, AttributeValue>> page = List.of();
        private Map<String, AttributeValue> last = Map.of();
        private boolean ended;
        private int place;

        Pages(String partition, String condition, Map<String, AttributeValue> bounds) {
            this.partition = partition;
            this.condition = condition;
            this.values = new HashMap<>(bounds);
            values.put(":pk", TableItem.text(partition));
        }

        @org.jspecify.annotations.Nullable
        TableItem next() {
            long now = clock.instant().getEpochSecond();
            while (true) {
                while (place < page.size()) {
                    TableItem item = TableItem.of(page.get(place++));
                    if (!item.expired(now)) {
                        return item;
                    }
                }
                if (ended) {
                    return null;
                }
                fetch();
            }
        }

        private void fetch() {
            var request =
                    QueryRequest.builder()
                            .tableName(table)
                            .consistentRead(true)
                            .scanIndexForward(false)
                            .keyConditionExpression(condition)
                            .expressionAttributeValues(values)
                            .limit(2 * MAX_PAGE);
            if (!last.isEmpty()) {
                request.exclusiveStartKey(last);
            }
            var response =
                    Failures.in(
                            "read the cases of " + partition, () -> client.query(request.build()));
            page = response.items();
            place = 0;
            last = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of();
            ended = last.isEmpty();
        }
    }

    /** What the table holds of a case. */
    private record Stored(
            CaseId id,
            List<PostId> posts,
            Map<PostId, List<CaseEvent>> logs,
            Map<PostId, Long> versions) {
        Stored(CaseId id) {
            this(id, new ArrayList<>(), new HashMap<>(), new HashMap<>());
        }

        static CaseId id(TableItem item) {
            String key = item.need(Keys.SK);
            return new CaseId(key.substring(0, key.indexOf('#')));
        }

        void add(TableItem item) {
            String rest = item.need(Keys.SK).substring(id.value().length());
            PostId post = Keys.postId(rest.substring(CaseLinks.POST.length()));
            if (rest.startsWith(CaseLinks.POST)) {
                posts.add(post);
            } else {
                versions.put(post, item.number("v", 0));
                logs.put(
                        post,
                        item.find("ev").map(AttributeValue::l).orElse(List.of()).stream()
                                .map(LogEntries::read)
                                .toList());
            }
        }

        Optional<CaseFile> file(List<PostAnalysis> live) {
            return CaseFile.of(id, live, logs, versions);
        }
    }
}
