package dev.earshot.aws.directory;

import dev.earshot.aws.client.Backoff;
import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.TableBatches;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.privacy.Erased;
import dev.earshot.core.privacy.ErasurePort;
import dev.earshot.influence.shortlist.ShortlistStore;
import dev.earshot.influence.shortlist.Shortlisted;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Shortlists under {@code HL#<ws>}, {@code <list>#<pseudonym>}: {@code no} the note, {@code by} and
 * {@code at}. They stay until somebody takes them off. Thread-safe.
 */
public final class DynamoShortlistStore implements ShortlistStore, ErasurePort {
    private final DynamoDbClient client;
    private final String table;
    private final TableBatches items;

    public DynamoShortlistStore(
            DynamoDbClient client, String table, InstantSource clock, RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.items = new TableBatches(client, table, clock, new Backoff(random), "shortlists");
    }

    @Override
    public List<Shortlisted> all(WorkspaceId workspace) {
        return under(workspace, "");
    }

    @Override
    public List<Shortlisted> of(WorkspaceId workspace, String list) {
        return under(workspace, list + "#");
    }

    private List<Shortlisted> under(WorkspaceId workspace, String prefix) {
        return items.query(Keys.shortlists(workspace), prefix).stream()
                .map(DynamoShortlistStore::entry)
                .toList();
    }

    private static Shortlisted entry(TableItem item) {
        String[] key = item.need(Keys.SK).split("#", -1);
        return new Shortlisted(
                key[0],
                new AuthorRef(key[1]),
                item.text("no", ""),
                item.need("by"),
                NumberText.instant(item.need("at")));
    }

    @Override
    public void put(WorkspaceId workspace, Shortlisted author) {
        TableItem item =
                TableItem.at(
                                Keys.shortlists(workspace),
                                author.list() + "#" + author.author().pseudonym())
                        .with("by", author.by())
                        .with("at", NumberText.instant(author.at()));
        TableItem whole = author.note().isEmpty() ? item : item.with("no", author.note());
        Failures.in(
                "keep a shortlist",
                () -> client.putItem(put -> put.tableName(table).item(whole.attributes())));
    }

    @Override
    public boolean remove(WorkspaceId workspace, String list, AuthorRef author) {
        return Failures.in(
                "change a shortlist",
                () ->
                        client.deleteItem(
                                        request ->
                                                request.tableName(table)
                                                        .key(key(workspace, list, author))
                                                        .returnValues(ReturnValue.ALL_OLD))
                                .hasAttributes());
    }

    @Override
    public void forget(WorkspaceId workspace, AuthorRef author) {
        forget(workspace, author::equals);
    }

    private long forget(WorkspaceId workspace, Predicate<AuthorRef> who) {
        List<Map<String, AttributeValue>> theirs =
                all(workspace).stream()
                        .filter(each -> who.test(each.author()))
                        .map(each -> key(workspace, each.list(), each.author()))
                        .toList();
        items.delete(theirs);
        return theirs.size();
    }

    private static Map<String, AttributeValue> key(
            WorkspaceId workspace, String list, AuthorRef author) {
        return TableItem.key(Keys.shortlists(workspace), list + "#" + author.pseudonym());
    }

    @Override
    public String name() {
        return "shortlists";
    }

    @Override
    public Set<String> covers() {
        return Set.of("HL");
    }

    @Override
    public long erase(Erased people) {
        long gone = forget(people.workspace(), people::is);
        List<Shortlisted> naming =
                all(people.workspace()).stream()
                        .filter(each -> people.isNamedIn(each.note()))
                        .toList();
        for (Shortlisted each : naming) {
            put(
                    people.workspace(),
                    new Shortlisted(each.list(), each.author(), "", each.by(), each.at()));
        }
        return gone + naming.size();
    }
}
