package dev.earshot.usecase.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.directory.Creator;
import dev.earshot.core.directory.DirectorySettings;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.testkit.SettableClock;
import dev.earshot.testkit.directory.InMemoryCreatorDirectory;
import dev.earshot.testkit.store.InMemoryScoreStore;
import dev.earshot.wire.PostReader;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class CreatorListingTest {
    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Pseudonymiser PSEUDONYMS =
            new Pseudonymiser("a key for tests alone".getBytes(StandardCharsets.UTF_8));

    private final SettableClock clock = new SettableClock(NOON);
    private final InMemoryScoreStore scores = new InMemoryScoreStore();
    private final InMemoryCreatorDirectory directory = new InMemoryCreatorDirectory(scores);
    private final CreatorListing listing = new CreatorListing(directory, clock);

    @Test
    void published_postsOfXWithUser_listThoseWithEnoughFollowers() {
        directory.change(ACME, new DirectorySettings(true, 5_000));

        listing.published(ACME, List.of(post("1", "7", "AnnTea", 5_000)));
        listing.published(ACME, List.of(post("2", "8", "ben", 4_999)));

        Creator ann = directory.find(ACME, List.of(author("7"))).get(author("7"));
        assertThat(ann).isNotNull();
        assertThat(ann.profile().handle()).isEqualTo("anntea");
        assertThat(ann.profile().name()).contains("The AnnTea");
        assertThat(ann.followers()).isEqualTo(5_000);
        assertThat(directory.find(ACME, List.of(author("8")))).isEmpty();
    }

    @Test
    void published_whileOff_listsNobodyAndNoticesTheSwitchWithinAMinute() {
        listing.published(ACME, List.of(post("1", "7", "AnnTea", 90_000)));
        directory.change(ACME, new DirectorySettings(true, 5_000));
        listing.published(ACME, List.of(post("1", "7", "AnnTea", 90_000)));
        assertThat(directory.find(ACME, List.of(author("7")))).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        listing.published(ACME, List.of(post("1", "7", "AnnTea", 90_000)));

        assertThat(directory.find(ACME, List.of(author("7")))).hasSize(1);
    }

    @Test
    void gone_listedAccount_isForgotten() {
        directory.change(ACME, new DirectorySettings(true, 5_000));
        listing.published(ACME, List.of(post("1", "7", "AnnTea", 90_000)));

        listing.gone(ACME, author("7"));

        assertThat(directory.find(ACME, List.of(author("7")))).isEmpty();
    }

    private static AuthorRef author(String account) {
        return PSEUDONYMS.pseudonym(ACME, Platform.X, account);
    }

    private static PostEvent post(String id, String account, String handle, long followers) {
        String body =
                """
                {"data": {"id": "%s", "text": "Tea", "author_id": "%s",
                 "created_at": "2026-03-04T08:00:00.000Z"},
                 "includes": {"users": [{"id": "%2$s", "username": "%s", "name": "The %3$s",
                  "public_metrics": {"followers_count": %d}}]}}
                """
                        .formatted(id, account, handle, followers);
        Decoded read =
                new PostReader(PSEUDONYMS)
                        .decode(new PostMessage("m", ACME, Optional.empty(), body, NOON))
                        .getFirst();
        return ((Decoded.Event) read).event();
    }
}
