package dev.earshot.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.directory.Creator;
import dev.earshot.core.directory.CreatorDirectory;
import dev.earshot.core.directory.DirectorySettings;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Profile;
import dev.earshot.influence.score.ScoreStore;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What every {@link CreatorDirectory} must do. Each test uses empty stores. */
public abstract class CreatorDirectoryContract {
    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final AuthorRef ANN = new AuthorRef("a".repeat(32));
    private static final AuthorRef BEN = new AuthorRef("b".repeat(32));

    /** Who objects. */
    protected abstract ScoreStore scores();

    /** The directory under test. */
    protected abstract CreatorDirectory directory();

    private static Creator creator(AuthorRef author, String handle, long followers, Instant at) {
        return new Creator(
                author,
                new Profile(Platform.MASTODON, handle, Optional.of("Ann \u00c5sa")),
                followers,
                at);
    }

    private void turnOn(long minFollowers) {
        directory().change(ACME, new DirectorySettings(true, minFollowers));
    }

    @Test
    void list_directoryNeverTurnedOn_keepsNobody() {
        directory().list(ACME, List.of(creator(ANN, "ann@m.example", 1_000_000, NOON)));

        assertThat(directory().settings(ACME)).isEqualTo(DirectorySettings.OFF);
        assertThat(directory().find(ACME, List.of(ANN))).isEmpty();
    }

    @Test
    void list_directoryOn_keepsThoseWithEnoughFollowers() {
        turnOn(5_000);
        Creator ann = creator(ANN, "ann@m.example", 5_000, NOON);
        directory().list(ACME, List.of(ann, creator(BEN, "ben@m.example", 4_999, NOON)));

        assertThat(directory().find(ACME, List.of(ANN, BEN))).containsOnlyKeys(ANN);
        assertThat(directory().find(ACME, List.of(ANN))).containsEntry(ANN, ann);
        assertThat(directory().find(new WorkspaceId("other"), List.of(ANN))).isEmpty();
    }

    @Test
    void list_newHandleSeenLater_replacesTheEntry() {
        turnOn(5_000);
        Creator renamed = creator(ANN, "anna@m.example", 6_000, NOON.plusSeconds(60));
        directory().list(ACME, List.of(creator(ANN, "ann@m.example", 5_000, NOON)));
        directory().list(ACME, List.of(renamed));
        directory().list(ACME, List.of(creator(ANN, "old@m.example", 5_000, NOON.minusSeconds(9))));

        assertThat(directory().find(ACME, List.of(ANN))).containsEntry(ANN, renamed);
    }

    @Test
    void list_authorWhoObjects_isLeftOut() {
        turnOn(5_000);
        scores().object(ACME, ANN, NOON);
        directory().list(ACME, List.of(creator(ANN, "ann@m.example", 9_000, NOON)));

        assertThat(directory().find(ACME, List.of(ANN))).isEmpty();
    }

    @Test
    void forget_listedCreator_isGoneAndComesBackOnlyWithANewSighting() {
        turnOn(5_000);
        Creator ann = creator(ANN, "ann@m.example", 9_000, NOON);
        directory().list(ACME, List.of(ann));

        assertThat(directory().forget(ACME, ANN)).isTrue();
        assertThat(directory().forget(ACME, ANN)).isFalse();
        assertThat(directory().find(ACME, List.of(ANN))).isEmpty();
    }

    @Test
    void change_higherThreshold_forgetsWhoIsTooSmall() {
        turnOn(5_000);
        directory()
                .list(
                        ACME,
                        List.of(
                                creator(ANN, "ann@m.example", 9_000, NOON),
                                creator(BEN, "ben@m.example", 6_000, NOON)));
        turnOn(8_000);

        assertThat(directory().find(ACME, List.of(ANN, BEN))).containsOnlyKeys(ANN);
    }

    @Test
    void change_off_forgetsEverybody() {
        turnOn(5_000);
        Instant later = NOON.plus(Duration.ofDays(2));
        directory().list(ACME, List.of(creator(ANN, "ann@m.example", 9_000, NOON)));
        directory().change(ACME, DirectorySettings.OFF);
        directory().list(ACME, List.of(creator(BEN, "ben@m.example", 9_000, later)));
        turnOn(5_000);

        assertThat(directory().find(ACME, List.of(ANN, BEN))).isEmpty();
    }
}
