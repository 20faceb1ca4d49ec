package dev.earshot.aws.privacy;

import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostId;
import dev.earshot.core.privacy.Erased;
import dev.earshot.core.privacy.ErasurePort;
import dev.earshot.core.store.AnalysisStore;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What items beside the posts say of people: episodes lose the ids of posts that are not there any
 * more, and what of their causes may name somebody; requests lose the pseudonym; of jobs and
 * deliveries and saved views, an item that names an account goes whole. Thread-safe.
 */
public final class ItemTraces implements ErasurePort {
    private static final String EPISODES = "EC";
    private static final String REQUESTS = "PR";
    private static final String AUDIT = "AU";
    private static final String CAMPAIGNS = "GC";
    private static final String VIEWS = "SV";
    private static final List<String> NAMING = List.of("J", "AV", VIEWS, AUDIT, CAMPAIGNS);

    /** Kinds of cause whose names may lead to a person. */
    private static final Set<String> PERSONAL =
            Set.of("repost", "link", "author_group", "term", "author", "post");

    private final WorkspaceItems items;
    private final AnalysisStore posts;

    public ItemTraces(DynamoDbClient client, String table, AnalysisStore posts) {
        this.items = new WorkspaceItems(client, table);
        this.posts = posts;
    }

    @Override
    public String name() {
        return "episodes, campaigns, saved views, jobs, deliveries, requests";
    }

    @Override
    public Set<String> covers() {
        return Set.of(EPISODES, REQUESTS, AUDIT, CAMPAIGNS, VIEWS, "J", "AV");
    }

    @Override
    public long erase(Erased people) {
        var kinds = new ArrayList<>(List.of(EPISODES, REQUESTS));
        kinds.addAll(NAMING);
        long changed = 0;
        var episodes = new ArrayList<TableItem>();
        for (TableItem item : items.of(people.workspace(), kinds)) {
            String key = item.need(Keys.PK);
            if (key.startsWith(EPISODES + "#")) {
                episodes.add(item);
            } else if (key.startsWith(REQUESTS + "#")) {
                changed += withoutPseudonym(item, people);
            } else if (key.startsWith(CAMPAIGNS + "#")) {
                changed += withoutCreators(item, people);
            } else if (key.startsWith(AUDIT + "#")) {
                changed += olderAudit(item, people);
            } else if (strings(item).anyMatch(people::isNamedIn)) {
                items.delete(item);
                changed++;
            }
        }
        return changed + withoutPosts(people, episodes);
    }

    private long withoutCreators(TableItem item, Erased people) {
        List<String> creators = item.texts("cr");
        List<String> left =
                creators.stream().filter(each -> !people.is(new AuthorRef(each))).toList();
        if (left.size() == creators.size()) {
            return 0;
        }
        item.attributes().remove("cr");
        items.put(item.with("cr", left));
        return 1;
    }

    /** Lines of before the log was chained hold the pseudonym. */
    private long olderAudit(TableItem item, Erased people) {
        if (!item.has("u") || !people.is(new AuthorRef(item.need("u")))) {
            return 0;
        }
        items.delete(item);
        return 1;
    }

    private long withoutPseudonym(TableItem item, Erased people) {
        boolean theirs =
                people.authors().stream().anyMatch(mark -> mark.digest().equals(item.need("pe")));
        // While an erasure is under way it is known by its digest alone.
        if (!theirs || !item.has(DynamoRequestStore.PSEUDONYM)) {
            return 0;
        }
        item.attributes().remove(DynamoRequestStore.PSEUDONYM);
        items.put(item.with("v", item.number("v", 1) + 1));
        return 1;
    }

    private long withoutPosts(Erased people, List<TableItem> episodes) {
        List<PostId> named =
                episodes.stream()
                        .flatMap(item -> item.texts("po").stream())
                        .map(Keys::postId)
                        .distinct()
                        .toList();
        Set<String> gone = new HashSet<>();
        if (!named.isEmpty()) {
            Set<PostId> there = posts.find(people.workspace(), named).keySet();
            named.stream().filter(id -> !there.contains(id)).forEach(id -> gone.add(id.toString()));
        }
        long changed = 0;
        for (TableItem item : episodes) {
            List<String> left =
                    item.texts("po").stream().filter(post -> !gone.contains(post)).toList();
            if (left.size() < item.texts("po").size()) {
                List<String> causes =
                        item.texts("ca").stream()
                                .filter(cause -> !PERSONAL.contains(cause.split(" ", 2)[0]))
                                .toList();
                item.attributes().keySet().removeAll(Set.of("po", "ca", "w"));
                items.put(item.with("po", left).with("ca", causes));
                changed++;
            }
        }
        return changed;
    }

    private static Stream<String> strings(TableItem item) {
        return item.attributes().entrySet().stream()
                .filter(each -> !each.getKey().equals(Keys.PK))
                .flatMap(each -> strings(each.getValue()));
    }

    private static Stream<String> strings(AttributeValue value) {
        return switch (value.type()) {
            case S -> Stream.of(value.s());
            case L -> value.l().stream().flatMap(ItemTraces::strings);
            case M -> value.m().values().stream().flatMap(ItemTraces::strings);
            case SS -> value.ss().stream();
            case N, NS, B, BS, BOOL, NUL, UNKNOWN_TO_SDK_VERSION -> Stream.empty();
        };
    }
}
