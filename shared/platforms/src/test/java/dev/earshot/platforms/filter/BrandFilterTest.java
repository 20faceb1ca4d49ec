package dev.earshot.platforms.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.collect.feed.Item;
import dev.earshot.collect.feed.Page;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.wire.PostReader;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

final class BrandFilterTest {
    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Pseudonymiser PSEUDONYMS =
            new Pseudonymiser("a key for tests alone".getBytes(StandardCharsets.UTF_8));
    private static final String FORMAT = "bluesky-jetstream";

    private final Set<PostId> stored = new HashSet<>();
    private final Set<AuthorRef> authors = new HashSet<>();
    private final Set<AuthorRef> ended = new HashSet<>();

    @Test
    void wanted_postsAndTheirContext_keepsThoseThatNameTheBrand() {
        Item named = post("1", "\"text\":\"My Nivaro is broken\"");
        Item inAlt =
                post(
                        "2",
                        "\"text\":\"look\",\"embed\":{\"$type\":\"app.bsky.embed.images\",\"images\":"
                                + "[{\"alt\":\"a Nivaro on fire\",\"image\":{\"ref\":{\"$link\":\"b\"}}}]}");
        Item other = post("3", "\"text\":\"My kettle is broken\"");
        Item rival = post("4", "\"text\":\"My Talvix is broken\"");

        assertThat(wanted(List.of(named, inAlt, other, rival), item -> false))
                .containsExactly(named, inAlt);
    }

    @Test
    void wanted_removals_keepsThoseOfPostsThatWereSentAreHereOrAreStored() {
        Item here = post("1", "\"text\":\"Nivaro\"");
        Item removedHere = removal("1");
        Item removedSent = removal("2");
        Item removedStored = removal("3");
        Item removedUnknown = removal("4");
        stored.add(new PostId(Platform.BLUESKY, "did:plc:a:3"));

        assertThat(
                        wanted(
                                List.of(
                                        here,
                                        removedHere,
                                        removedSent,
                                        removedStored,
                                        removedUnknown),
                                removedSent::equals))
                .containsExactly(here, removedHere, removedSent, removedStored);
    }

    @Test
    void wanted_endedAndRestoredAccounts_keepsThoseThatMatter() {
        Item gone = account("did:plc:known", false);
        Item stranger = account("did:plc:stranger", false);
        Item back = account("did:plc:ended", true);
        Item neverEnded = account("did:plc:never", true);
        Item sent = account("did:plc:sent", false);
        authors.add(author("did:plc:known"));
        ended.add(author("did:plc:ended"));

        assertThat(wanted(List.of(gone, stranger, back, neverEnded, sent), sent::equals))
                .containsExactly(gone, back, sent);
    }

    @Test
    void wanted_recordsThatCanNotBeRead_keepsThoseThatNameTheBrandAnywhere() {
        Item named = item("x", event("\"kind\":\"commit\",\"commit\":{\"note\":\"Nivaro\"}"));
        Item other = item("y", event("\"kind\":\"commit\",\"commit\":{\"note\":\"kettle\"}"));
        Item like =
                item(
                        "z",
                        event(
                                "\"kind\":\"commit\",\"commit\":{\"operation\":\"create\",\"rkey\":\"9\","
                                        + "\"collection\":\"app.bsky.feed.like\",\"record\":{}}"));

        assertThat(wanted(List.of(named, other, like), item -> false)).containsExactly(named);
    }

    private List<Item> wanted(List<Item> items, Predicate<Item> sent) {
        Known known =
                new Known() {
                    @Override
                    public Set<PostId> posts(WorkspaceId workspace, Collection<PostId> ids) {
                        Set<PostId> found = new HashSet<>(ids);
                        found.retainAll(stored);
                        return found;
                    }

                    @Override
                    public boolean author(WorkspaceId workspace, AuthorRef author) {
                        return authors.contains(author);
                    }

                    @Override
                    public boolean ended(WorkspaceId workspace, AuthorRef author) {
                        return ended.contains(author);
                    }
                };
        return new BrandFilter(new PostReader(PSEUDONYMS), known, InstantSource.fixed(NOON))
                .wanted(
                        ACME,
                        List.of(Brand.named("nivaro", "Nivaro")),
                        FORMAT,
                        Page.of(items, Optional.empty()),
                        items,
                        sent);
    }

    private static AuthorRef author(String did) {
        return PSEUDONYMS.pseudonym(ACME, Platform.BLUESKY, did);
    }

    private static Item post(String rkey, String record) {
        return item(
                "did:plc:a/" + rkey,
                event(
                        "\"kind\":\"commit\",\"commit\":{\"operation\":\"create\",\"rev\":\"r\","
                                + "\"collection\":\"app.bsky.feed.post\",\"rkey\":\""
                                + rkey
                                + "\",\"record\":{\"$type\":\"app.bsky.feed.post\","
                                + "\"createdAt\":\"2026-03-04T11:00:00Z\","
                                + record
                                + "}}"));
    }

    private static Item removal(String rkey) {
        return new Item(
                "removal of " + rkey,
                "did:plc:a/" + rkey,
                NOON,
                event(
                        "\"kind\":\"commit\",\"commit\":{\"operation\":\"delete\",\"rev\":\"r\","
                                + "\"collection\":\"app.bsky.feed.post\",\"rkey\":\""
                                + rkey
                                + "\"}"));
    }

    private static Item account(String did, boolean active) {
        String state = active ? "\"active\":true" : "\"active\":false,\"status\":\"deleted\"";
        return item(
                did,
                event("\"kind\":\"account\",\"account\":{" + state + "}")
                        .replace("did:plc:a", did));
    }

    private static String event(String rest) {
        return "{\"did\":\"did:plc:a\",\"time_us\":1772625600000000," + rest + "}";
    }

    private static Item item(String key, String json) {
        return new Item(key, NOON, json);
    }
}
