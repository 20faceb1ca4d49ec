package dev.earshot.aws.privacy;

import dev.earshot.aws.client.Backoff;
import dev.earshot.aws.table.ConditionalPuts;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableBatches;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.privacy.PersonRequest;
import dev.earshot.core.privacy.RequestState;
import dev.earshot.core.privacy.RequestStore;
import dev.earshot.core.privacy.Right;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Requests under {@code PR#<ws>}, {@code <id>}: {@code rt} right, {@code pf} platform, {@code pe}
 * the person's digest, {@code u} the pseudonym while it is needed, {@code po} posts, {@code st}
 * state, {@code ra}, {@code dl} and {@code ch} times, {@code idn} identity, {@code re} reason,
 * {@code n} posts held, {@code rc} receipt, {@code v} version. They stay as long as counts do,
 * since the operator must be able to show what was done. Thread-safe.
 */
public final class DynamoRequestStore implements RequestStore {
    static final String PSEUDONYM = "u";

    private final DynamoDbClient client;
    private final String table;
    private final Retention retention;
    private final InstantSource clock;
    private final TableBatches items;

    public DynamoRequestStore(
            DynamoDbClient client,
            String table,
            Retention retention,
            InstantSource clock,
            RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.retention = retention;
        this.clock = clock;
        this.items = new TableBatches(client, table, clock, new Backoff(random), "requests");
    }

    @Override
    public boolean put(PersonRequest request) {
        TableItem item =
                TableItem.at(Keys.personRequests(request.workspace()), request.id())
                        .with("rt", request.right().key())
                        .with("pf", request.platform().key())
                        .with("pe", request.person().digest())
                        .with("po", request.posts().stream().map(Object::toString).toList())
                        .with("st", request.state().key())
                        .with("ra", NumberText.instant(request.receivedAt()))
                        .with("dl", NumberText.instant(request.deadline()))
                        .with("ch", NumberText.instant(request.changedAt()))
                        .with("n", request.postsHeld())
                        .with("v", request.version())
                        .with(Keys.EXPIRES_AT, retention.countExpiry(clock.instant()));
        request.author().ifPresent(author -> item.with(PSEUDONYM, author.pseudonym()));
        request.identity().ifPresent(how -> item.with("idn", how));
        request.reason().ifPresent(why -> item.with("re", why));
        request.receipt().ifPresent(text -> item.with("rc", text));
        return ConditionalPuts.next(client, table, item, "keep a request");
    }

    @Override
    public Optional<PersonRequest> find(WorkspaceId workspace, String id) {
        String pk = Keys.personRequests(workspace);
        return Optional.ofNullable(items.get(List.of(TableItem.key(pk, id))).get(pk + " " + id))
                .map(item -> read(workspace, item));
    }

    @Override
    public List<PersonRequest> list(WorkspaceId workspace) {
        return items.query(Keys.personRequests(workspace), "").stream()
                .map(item -> read(workspace, item))
                .sorted(
                        Comparator.comparing(PersonRequest::receivedAt)
                                .reversed()
                                .thenComparing(PersonRequest::id))
                .toList();
    }

    private static PersonRequest read(WorkspaceId workspace, TableItem item) {
        return new PersonRequest(
                workspace,
                item.need(Keys.SK),
                Right.of(item.need("rt")).orElseThrow(),
                Platform.of(item.need("pf")).orElseThrow(),
                new ErasureMark(item.need("pe")),
                text(item, PSEUDONYM).map(AuthorRef::new),
                item.texts("po").stream().map(Keys::postId).toList(),
                RequestState.of(item.need("st")).orElseThrow(),
                NumberText.instant(item.need("ra")),
                NumberText.instant(item.need("dl")),
                NumberText.instant(item.need("ch")),
                text(item, "idn"),
                text(item, "re"),
                (int) item.number("n", 0),
                text(item, "rc"),
                item.number("v", 1));
    }

    private static Optional<String> text(TableItem item, String name) {
        return item.has(name) ? Optional.of(item.need(name)) : Optional.empty();
    }
}
