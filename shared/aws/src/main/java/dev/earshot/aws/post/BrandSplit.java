package dev.earshot.aws.post;

import dev.earshot.aws.post.PlannedChange.Write;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.post.Revision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Splits the change of a post that mentions dozens of brands, too many for one transaction. Each
 * step is a transaction of its own, after which counts and links agree with the post's item: first
 * brands are removed from it, then it gets its new content with a few brands, then the remaining
 * brands are added. Until the last step the item keeps its old revision and models (or a revision
 * that loses to every other), so a commit that is repeated after a crash continues where it
 * stopped. Stateless.
 */
final class BrandSplit {
    /**
     * Brands added or removed in one step. Each costs a link and a partial count: 81 actions in
     * all.
     */
    private static final int MAX_MOVED = 40;

    /**
     * Brands in the step with new content. Each may cost twice that, in the old hour and in the
     * new.
     */
    private static final int MAX_REWRITTEN = 20;

    private static final Revision LOSES_TO_ALL = new Revision(Long.MIN_VALUE, Instant.EPOCH, "");

    private BrandSplit() {}

    /** The next step of a plan that is too large; empty if its brands are not the cause. */
    static Optional<Write> next(List<Write> writes) {
        for (Write write : writes) {
            Optional<PostAnalysis> before = write.before().live();
            if (write.after() instanceof StoredPost.Live live) {
                Optional<PostAnalysis> step = towards(live.analysis(), before);
                if (step.isPresent()) {
                    return step.map(post -> step(write, post));
                }
            } else if (before.isPresent() && !before.get().brands().isEmpty()) {
                return Optional.of(step(write, fewer(before.get())));
            }
        }
        return Optional.empty();
    }

    private static Optional<PostAnalysis> towards(
            PostAnalysis after, Optional<PostAnalysis> before) {
        if (before.isPresent() && countsAlike(before.get(), after)) {
            return more(before.get(), after);
        }
        if (before.isPresent() && before.get().brands().size() > MAX_REWRITTEN) {
            return Optional.of(fewer(before.get()));
        }
        if (after.brands().size() > MAX_REWRITTEN) {
            Revision revision = before.map(PostAnalysis::revision).orElse(LOSES_TO_ALL);
            PostAnalysis part = with(after, revision, after.brands().subList(0, MAX_REWRITTEN));
            return Optional.of(before.map(b -> madeAs(b, part)).orElse(part));
        }
        return Optional.empty();
    }

    private static PostAnalysis madeAs(PostAnalysis before, PostAnalysis part) {
        return part.madeBy(before.models()).with(part.context().with(before.context().seenBy()));
    }

    /** Whether all brands of {@code before} stay and need no write. */
    private static boolean countsAlike(PostAnalysis before, PostAnalysis after) {
        return before.createdAt().equals(after.createdAt())
                && before.id().equals(after.id())
                && before.brands().stream()
                        .allMatch(
                                brand ->
                                        WindowCounts.of(before, brand)
                                                .equals(WindowCounts.of(after, brand)))
                && after.brands().containsAll(before.brands());
    }

    private static Optional<PostAnalysis> more(PostAnalysis before, PostAnalysis after) {
        Set<String> there = new HashSet<>(before.brands());
        List<String> missing = after.brands().stream().filter(b -> !there.contains(b)).toList();
        if (missing.size() <= MAX_MOVED) {
            return Optional.empty();
        }
        var brands = new ArrayList<>(before.brands());
        brands.addAll(missing.subList(0, MAX_MOVED));
        return Optional.of(with(before, before.revision(), brands));
    }

    private static PostAnalysis fewer(PostAnalysis post) {
        List<String> brands = post.brands();
        return with(
                post, post.revision(), brands.subList(0, Math.max(0, brands.size() - MAX_MOVED)));
    }

    private static Write step(Write write, PostAnalysis post) {
        return new Write(
                write.id(),
                write.before(),
                new StoredPost.Live(post),
                write.before().live().isPresent() ? write.before().expiresAt() : write.expiresAt(),
                write.before().live().isPresent()
                        ? write.before().countExpiry()
                        : write.countExpiry());
    }

    private static PostAnalysis with(PostAnalysis post, Revision revision, List<String> brands) {
        return post.about(brands, revision);
    }
}
