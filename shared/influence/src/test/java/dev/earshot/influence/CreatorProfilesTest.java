package dev.earshot.influence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.influence.evidence.Account;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.evidence.Disclosure;
import dev.earshot.influence.evidence.Interaction;
import dev.earshot.influence.evidence.PostFacts;
import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.profile.Cells.Cell;
import dev.earshot.influence.profile.CreatorProfile;
import dev.earshot.influence.profile.Doubt;
import dev.earshot.influence.profile.Partnership;
import dev.earshot.influence.profile.Responders;
import dev.earshot.influence.profile.Suspicion;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

class CreatorProfilesTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-01");
    private static final AuthorRef SELF = ref(0);

    private final List<AuthorDay> days = new ArrayList<>();
    private final List<PostFacts> posts = new ArrayList<>();
    private final List<Interaction> received = new ArrayList<>();

    private static AuthorRef ref(int id) {
        return new AuthorRef(String.format(Locale.ROOT, "%032x", id));
    }

    private CreatorProfile profile() {
        return CreatorProfiles.of(
                new AuthorHistory(
                        Account.unknown(SELF), Platform.X, days, posts, received, List.of()),
                Map.of(),
                NOW);
    }

    private void seen(int daysAgo, long followers) {
        days.add(
                new AuthorDay(
                        TODAY.minusDays(daysAgo),
                        1,
                        0,
                        0,
                        0,
                        OptionalLong.of(followers),
                        OptionalLong.empty(),
                        Map.of()));
    }

    private void post(int daysAgo, boolean advertising, String... brands) {
        posts.add(
                new PostFacts(
                        new PostId(Platform.X, "p" + posts.size()),
                        PostFacts.Kind.ORIGINAL,
                        NOW.minus(Duration.ofDays(daysAgo)),
                        NOW,
                        Engagement.UNKNOWN,
                        OptionalLong.empty(),
                        "en",
                        SentimentLabel.NEUTRAL,
                        false,
                        List.of(brands),
                        TopicSketch.EMPTY,
                        advertising));
    }

    private void answered(int from, int hour, String language, String comment) {
        Instant at = NOW.minus(Duration.ofDays(2)).plus(Duration.ofHours(hour));
        received.add(
                new Interaction(
                        new PostId(Platform.X, "r" + received.size()),
                        ref(from),
                        SELF,
                        new PostId(Platform.X, "p" + received.size() % 2),
                        true,
                        Reference.Kind.REPLY,
                        at,
                        at.minus(Duration.ofHours(6)),
                        language,
                        Optional.of(CommentSketch.of(comment))));
    }

    @Test
    void growth_severalSightingsAWeek_isTheLastOfEach() {
        seen(400, 10);
        seen(20, 1_000);
        seen(8, 1_100);
        seen(7, 1_200);
        seen(0, 1_300);

        assertThat(profile().growth())
                .containsExactly(
                        new CreatorProfile.Growth(TODAY.minusDays(20), 1_000),
                        new CreatorProfile.Growth(TODAY.minusDays(7), 1_200),
                        new CreatorProfile.Growth(TODAY, 1_300));
    }

    @Test
    void responders_nineteen_tellNothing() {
        for (int i = 1; i <= 19; i++) {
            answered(i, 17, "en", "own words of number " + i);
        }

        assertThat(profile().responders()).isEmpty();
    }

    @Test
    void responders_fiftyInTwoLanguages_areTheirLanguagesAndHours() {
        for (int i = 1; i <= 50; i++) {
            answered(i, i <= 25 ? 17 : 5, i <= 30 ? "en" : "pt", "own words of number " + i);
        }

        assertThat(profile().responders())
                .contains(
                        new Responders(
                                List.of(new Cell("en", .6), new Cell("pt", .4)),
                                List.of(new Cell("04-08", .5), new Cell("16-20", .5))));
    }

    /** Someone who answers a hundred times is one account. */
    @Test
    void responders_oneWhoAnswersOften_countsOnce() {
        for (int i = 1; i <= 40; i++) {
            answered(i, 17, i <= 20 ? "en" : "pt", "own words of number " + i);
        }
        for (int i = 0; i < 100; i++) {
            answered(1, 3, "en", "again with number " + i);
        }

        assertThat(profile().responders().orElseThrow().languages())
                .containsExactly(new Cell("en", .5), new Cell("pt", .5));
    }

    @Test
    void suspicion_copiedComments_areCountedWithThePostsTheyAreUnder() {
        for (int i = 1; i <= 6; i++) {
            answered(i, 17, "en", "what a lovely day for all of us here");
        }
        for (int i = 7; i <= 10; i++) {
            answered(i, 17, "en", "own " + i + " words " + 31 * i + " of " + 17 * i);
        }

        Suspicion suspicion = profile().suspicion();

        assertThat(suspicion.seen()).isEqualTo(10);
        assertThat(suspicion.doubted()).containsExactly(Map.entry(Doubt.COPIED, 6.0));
        assertThat(suspicion.share()).isEqualTo(.6);
        assertThat(suspicion.evidence()).hasSize(2);
    }

    @Test
    void suspicion_whoAnswersNobodyElseAndOften_isDoubted() {
        for (int i = 0; i < 4; i++) {
            answered(1, 17, "en", "own " + i + " words " + 31 * i + " of " + 17 * i);
        }

        // An account of which nothing is known answers one alone as far as is known.
        assertThat(profile().suspicion().doubted()).containsExactly(Map.entry(Doubt.DEVOTED, 4.0));
    }

    @Test
    void partnerships_disclosedPosts_areToldByBrand() {
        post(30, true, "acme");
        post(10, true, "acme", "zenith");
        post(5, false, "acme");
        post(3, false, "rival");
        post(1, true);

        assertThat(profile().partnerships())
                .containsExactly(
                        new Partnership(
                                Optional.empty(), 1, 0, TODAY.minusDays(1), TODAY.minusDays(1)),
                        new Partnership(
                                Optional.of("acme"),
                                2,
                                1,
                                TODAY.minusDays(30),
                                TODAY.minusDays(10)),
                        new Partnership(
                                Optional.of("zenith"),
                                1,
                                0,
                                TODAY.minusDays(10),
                                TODAY.minusDays(10)));
    }

    @Test
    void disclosure_tagsOfManyLanguages_areRead() {
        assertThat(List.of("Ad", "WERBUNG", "publi", "広告"))
                .allMatch(tag -> Disclosure.isStated(List.of("tea", tag)));
        assertThat(Disclosure.isStated(List.of("adventure", "partner", "tea"))).isFalse();
        assertThat(Disclosure.isStated(List.of())).isFalse();
    }
}
