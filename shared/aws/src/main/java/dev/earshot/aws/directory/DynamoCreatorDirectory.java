package dev.earshot.aws.directory;

import dev.earshot.aws.client.Backoff;
import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableBatches;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.directory.Creator;
import dev.earshot.core.directory.CreatorDirectory;
import dev.earshot.core.directory.DirectorySettings;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Profile;
import dev.earshot.core.store.StoreException;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Creators under {@code H#<ws>}, {@code <pseudonym>}: {@code sa} the salt, {@code se} platform,
 * handle and name, sealed, {@code fo} followers, {@code at} when seen, and when it expires.
 * Settings under {@code HS#<ws>}: {@code mf} the least followers, absent while the directory is
 * off.
 *
 * <p>An entry is written in one transaction with checks that the directory takes so many followers,
 * that the author does not object and that the account has not ended; so no entry can overtake an
 * objection, an end or the switch. Thread-safe.
 */
public final class DynamoCreatorDirectory implements CreatorDirectory {
    /** An unchanged entry is not written again sooner. */
    private static final Duration FRESH = Duration.ofDays(1);

    private static final String SEPARATOR = "\0";

    private final DynamoDbClient client;
    private final String table;
    private final Retention retention;
    private final InstantSource clock;
    private final SecureRandom random;
    private final CreatorSeal seal;
    private final Backoff backoff;
    private final TableBatches items;

    /**
     * @param secrets 32 bytes each, which the table does not hold: the one to seal entries under
     *     first, then those under which they may lie; under another no entry can be read
     */
    public DynamoCreatorDirectory(
            DynamoDbClient client,
            String table,
            Retention retention,
            InstantSource clock,
            SecureRandom random,
            List<byte[]> secrets) {
        this.client = client;
        this.table = table;
        this.retention = retention;
        this.clock = clock;
        this.random = random;
        this.seal = new CreatorSeal(secrets);
        this.backoff = new Backoff(random);
        this.items = new TableBatches(client, table, clock, backoff, "creators");
    }

    @Override
    public DirectorySettings settings(WorkspaceId workspace) {
        var found =
                Failures.in(
                        "read the directory's settings",
                        () ->
                                client.getItem(
                                        request ->
                                                request.tableName(table)
                                                        .key(settingsKey(workspace))
                                                        .consistentRead(true)));
        return found.hasItem()
                ? new DirectorySettings(true, TableItem.of(found.item()).number("mf", 0))
                : DirectorySettings.OFF;
    }

    @Override
    public void change(WorkspaceId workspace, DirectorySettings settings) {
        if (settings.on()) {
            TableItem item =
                    TableItem.at(Keys.directory(workspace), Keys.ONLY)
                            .with("mf", settings.minFollowers());
            Failures.in(
                    "turn the directory on",
                    () -> client.putItem(put -> put.tableName(table).item(item.attributes())));
            forget(workspace, entry -> entry.number("fo", 0) < settings.minFollowers());
        } else {
            Failures.in(
                    "turn the directory off",
                    () ->
                            client.deleteItem(
                                    request ->
                                            request.tableName(table).key(settingsKey(workspace))));
            forget(workspace, entry -> true);
        }
    }

    private void forget(WorkspaceId workspace, Predicate<TableItem> which) {
        items.delete(
                items.query(Keys.creators(workspace), "").stream()
                        .filter(which)
                        .map(entry -> TableItem.key(Keys.creators(workspace), entry.need("SK")))
                        .toList());
    }

    @Override
    public void list(WorkspaceId workspace, List<Creator> creators) {
        if (creators.isEmpty()) {
            return;
        }
        DirectorySettings settings = settings(workspace);
        Map<AuthorRef, Creator> newest =
                creators.stream()
                        .filter(c -> settings.on() && c.followers() >= settings.minFollowers())
                        .collect(
                                Collectors.toMap(
                                        Creator::author,
                                        Function.identity(),
                                        (a, b) -> a.seenAt().isAfter(b.seenAt()) ? a : b));
        Map<AuthorRef, Creator> known = find(workspace, newest.keySet());
        for (Creator creator : newest.values()) {
            Creator before = known.get(creator.author());
            if (before == null || isNews(creator, before)) {
                write(workspace, creator);
            }
        }
    }

    private static boolean isNews(Creator now, Creator before) {
        return now.seenAt().isAfter(before.seenAt())
                && (!now.profile().equals(before.profile())
                        || now.seenAt().isAfter(before.seenAt().plus(FRESH)));
    }

    private void write(WorkspaceId workspace, Creator creator) {
        byte[] salt = newSalt();
        Profile profile = creator.profile();
        String plain =
                String.join(
                        SEPARATOR,
                        profile.platform().key(),
                        profile.handle(),
                        profile.name().orElse(""));
        TableItem entry =
                TableItem.at(Keys.creators(workspace), creator.author().pseudonym())
                        .with("sa", salt)
                        .with("se", seal.seal(workspace, creator.author(), salt, plain))
                        .with("fo", creator.followers())
                        .with("at", NumberText.instant(creator.seenAt()))
                        .with(Keys.EXPIRES_AT, retention.resultExpiry(clock.instant()));
        ConditionCheck takesThem =
                check(
                        settingsKey(workspace),
                        "mf <= :followers",
                        Map.of(":followers", TableItem.number(creator.followers())));
        ErasureMark mark = ErasureMark.of(creator.author());
        ConditionCheck noObjection =
                check(
                        TableItem.key(Keys.objections(workspace), mark.digest()),
                        "attribute_not_exists(PK)",
                        Map.of());
        // As DynamoAuthorEnds reads it: no request, and no end that was not taken back since.
        ConditionCheck noEnd =
                check(
                        TableItem.key(Keys.ends(workspace, mark), mark.digest()),
                        "attribute_not_exists(rq) AND (attribute_not_exists(en) OR en <= rs)",
                        Map.of());
        List<TransactWriteItem> actions =
                List.of(
                        TransactWriteItem.builder().conditionCheck(takesThem).build(),
                        TransactWriteItem.builder().conditionCheck(noObjection).build(),
                        TransactWriteItem.builder().conditionCheck(noEnd).build(),
                        TransactWriteItem.builder().put(put(entry)).build());
        for (int failed = 1; !written(actions); failed++) {
            backoff.pause(failed, "list a creator against other writers");
        }
    }

    /** True if it is settled: written, or forbidden by a check. False after a conflict. */
    private boolean written(List<TransactWriteItem> actions) {
        try {
            Failures.in(
                    "list a creator",
                    () -> client.transactWriteItems(request -> request.transactItems(actions)));
            return true;
        } catch (StoreException e) {
            if (!(e.getCause() instanceof TransactionCanceledException canceled)) {
                throw e;
            }
            return canceled.cancellationReasons().stream()
                    .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()));
        }
    }

    private ConditionCheck check(
            Map<String, AttributeValue> key, String condition, Map<String, AttributeValue> values) {
        var check =
                ConditionCheck.builder().tableName(table).key(key).conditionExpression(condition);
        return values.isEmpty() ? check.build() : check.expressionAttributeValues(values).build();
    }

    private Put put(TableItem item) {
        return Put.builder().tableName(table).item(item.attributes()).build();
    }

    @Override
    public Map<AuthorRef, Creator> find(WorkspaceId workspace, Collection<AuthorRef> authors) {
        long now = clock.instant().getEpochSecond();
        Map<AuthorRef, Creator> found = new HashMap<>();
        List<Map<String, AttributeValue>> keys =
                authors.stream()
                        .distinct()
                        .map(a -> TableItem.key(Keys.creators(workspace), a.pseudonym()))
                        .toList();
        for (TableItem item : items.get(keys).values()) {
            if (!item.expired(now)) {
                creator(workspace, item).ifPresent(c -> found.put(c.author(), c));
            }
        }
        return found;
    }

    private Optional<Creator> creator(WorkspaceId workspace, TableItem item) {
        AuthorRef author = new AuthorRef(item.need("SK"));
        return seal.open(workspace, author, item.bytes("sa"), item.bytes("se"))
                .map(plain -> plain.split(SEPARATOR, -1))
                .map(
                        parts ->
                                new Creator(
                                        author,
                                        new Profile(
                                                Platform.of(parts[0]).orElseThrow(),
                                                parts[1],
                                                Optional.of(parts[2])),
                                        item.number("fo", 0),
                                        NumberText.instant(item.need("at"))));
    }

    @Override
    public int reseal(WorkspaceId workspace) {
        int resealed = 0;
        for (TableItem item : items.query(Keys.creators(workspace), "")) {
            var author = new AuthorRef(item.need("SK"));
            byte[] sealed = item.bytes("se");
            if (!seal.isCurrent(workspace, author, item.bytes("sa"), sealed)) {
                Optional<String> plain = seal.open(workspace, author, item.bytes("sa"), sealed);
                resealed +=
                        plain.isPresent() && reseal(workspace, author, plain.get(), sealed) ? 1 : 0;
            }
        }
        return resealed;
    }

    /** Only what lies there unchanged: an entry that was forgotten meanwhile must not come back. */
    private boolean reseal(WorkspaceId workspace, AuthorRef author, String plain, byte[] before) {
        byte[] salt = newSalt();
        Map<String, AttributeValue> values =
                Map.of(
                        ":salt", TableItem.bytes(salt),
                        ":sealed", TableItem.bytes(seal.seal(workspace, author, salt, plain)),
                        ":before", TableItem.bytes(before));
        try {
            Failures.in(
                    "seal a creator anew",
                    () ->
                            client.updateItem(
                                    update ->
                                            update.tableName(table)
                                                    .key(
                                                            TableItem.key(
                                                                    Keys.creators(workspace),
                                                                    author.pseudonym()))
                                                    .updateExpression(
                                                            "SET sa = :salt, se = :sealed")
                                                    .conditionExpression("se = :before")
                                                    .expressionAttributeValues(values)));
            return true;
        } catch (StoreException e) {
            if (e.getCause() instanceof ConditionalCheckFailedException) {
                return false;
            }
            throw e;
        }
    }

    private byte[] newSalt() {
        byte[] salt = new byte[CreatorSeal.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    @Override
    public boolean forget(WorkspaceId workspace, AuthorRef author) {
        return Failures.in(
                "forget a creator",
                () ->
                        client.deleteItem(
                                        request ->
                                                request.tableName(table)
                                                        .key(
                                                                TableItem.key(
                                                                        Keys.creators(workspace),
                                                                        author.pseudonym()))
                                                        .returnValues(ReturnValue.ALL_OLD))
                                .hasAttributes());
    }

    private static Map<String, AttributeValue> settingsKey(WorkspaceId workspace) {
        return TableItem.key(Keys.directory(workspace), Keys.ONLY);
    }
}
