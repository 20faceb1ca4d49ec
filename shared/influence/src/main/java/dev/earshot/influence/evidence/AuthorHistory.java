package dev.earshot.influence.evidence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.score.ScoreTable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * All stored facts about one author that affect the score. The same facts in any order make an
 * equal history, so a score does not depend on the order of arrival.
 *
 * @param account as last seen
 * @param days ascending, one per day with any activity; going back at least {@link
 *     ScoreTable#windowDays()}
 * @param posts newest first; the newest {@link ScoreTable#maxPosts()} within the window are enough
 * @param received responses to the author's posts by others, oldest first; the newest {@link
 *     ScoreTable#maxInteractions()} are enough. Own responses to own posts are dropped
 * @param given the author's responses to others' posts, with the same order and limit
 */
public record AuthorHistory(
        Account account,
        Platform platform,
        List<AuthorDay> days,
        List<PostFacts> posts,
        List<Interaction> received,
        List<Interaction> given) {
    private static final Comparator<PostFacts> NEWEST_FIRST =
            Comparator.comparing(PostFacts::createdAt)
                    .reversed()
                    .thenComparing(post -> post.id().toString());
    private static final Comparator<Interaction> OLDEST_FIRST =
            Comparator.comparing(Interaction::at)
                    .thenComparing(interaction -> interaction.response().toString())
                    .thenComparing(interaction -> interaction.target().toString());

    public AuthorHistory {
        days = days.stream().sorted(Comparator.comparing(AuthorDay::day)).toList();
        for (int i = 1; i < days.size(); i++) {
            LocalDate day = days.get(i).day();
            if (day.equals(days.get(i - 1).day())) {
                throw new IllegalArgumentException("days must not repeat, got " + day + " twice");
            }
        }
        posts = posts.stream().sorted(NEWEST_FIRST).toList();
        AuthorRef self = account.ref();
        received =
                received.stream()
                        .filter(interaction -> !interaction.from().equals(self))
                        .sorted(OLDEST_FIRST)
                        .toList();
        given =
                given.stream()
                        .filter(interaction -> !interaction.to().equals(self))
                        .sorted(OLDEST_FIRST)
                        .toList();
    }

    /** The pseudonym. */
    public AuthorRef ref() {
        return account.ref();
    }
}
