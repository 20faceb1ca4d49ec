package dev.earshot.usecase.drift;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.PostScan;
import dev.earshot.core.text.Reading;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Holds the labels of a month's posts against those of the months before, language by language.
 * Reposts are left out: they repeat one reading. Dialects are compared where a language tag names
 * one; nobody's dialect is guessed, since that would be a guess at where people come from. One pass
 * over all posts of a workspace. Thread-safe; failures surface as {@link
 * dev.earshot.core.store.StoreException}.
 */
public final class WatchDrift {
    private static final int PAGE = 500;
    private static final Duration WEEK = Duration.ofDays(7);

    private final PostScan posts;

    public WatchDrift(PostScan posts) {
        this.posts = posts;
    }

    /**
     * What was found at a month's end.
     *
     * @param until the end of the weeks that were compared
     * @param languages how many had posts enough to be judged
     * @param moved the surest first
     * @param models revisions of the models that read the posts compared, sorted; more than one
     *     where the release changed meanwhile
     */
    public record Report(Instant until, int languages, List<Drift> moved, List<String> models) {
        public Report {
            moved = List.copyOf(moved);
            models = List.copyOf(models);
        }
    }

    /** The weeks until a month began, in UTC, held against those before them. */
    public Report until(WorkspaceId workspace, YearMonth month) {
        Instant end = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant begin = end.minus(WEEK.multipliedBy(LabelWeeks.NOW + LabelWeeks.BEFORE));
        var weeks = new LabelWeeks();
        var models = new TreeSet<String>();
        for (int part = 0; part < PostScan.PARTS; part++) {
            Optional<PostId> after = Optional.empty();
            do {
                PostScan.Page page = posts.part(workspace, part, after, PAGE);
                page.posts().stream()
                        .filter(post -> !post.isRepost())
                        .filter(post -> !post.createdAt().isBefore(begin))
                        .filter(post -> post.createdAt().isBefore(end))
                        .forEach(
                                post -> {
                                    weeks.add(
                                            post.reading().language(),
                                            post.reading().label(),
                                            weeksAgo(post, end));
                                    model(post).ifPresent(models::add);
                                });
                after = page.next();
            } while (after.isPresent());
        }
        return new Report(end, weeks.judged(), weeks.moved(), List.copyOf(models));
    }

    private static long weeksAgo(PostAnalysis post, Instant end) {
        return (Duration.between(post.createdAt(), end).toNanos() - 1) / WEEK.toNanos();
    }

    private static Optional<String> model(PostAnalysis post) {
        return switch (post.reading()) {
            case Reading.Read read -> read.model().map(ModelVersion::revision);
            case Reading.Abstained abstained -> Optional.empty();
        };
    }
}
