package dev.earshot.usecase.job;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.job.ClaimTally;
import dev.earshot.core.job.Progress;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.PostScan;
import dev.earshot.core.store.TextVault;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.Rematch;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes through all stored posts of a workspace and attributes them to a brand as its terms are now.
 * A post that is attributed already is left alone, so a step may be repeated. The checkpoint is
 * {@code part post}: the part of the posts and the last that was seen of it.
 */
final class ClaimExecution implements JobExecution {
    /** Posts whose texts are opened, matched and committed together. */
    private static final int PAGE = 100;

    private final WorkspaceId workspace;
    private final String brandId;
    private final Dependencies dependencies;
    private final OpenedTexts texts;
    private int part;
    private Optional<PostId> after = Optional.empty();
    private Progress progress;
    private @Nullable Rematch rematch;

    /**
     * Dependencies.
     *
     * @param step how long a step lasts; it takes at least one page
     */
    record Dependencies(
            PostScan scan, AnalysisStore posts, TextVault texts, Brands brands, Duration step) {}

    ClaimExecution(
            WorkspaceId workspace,
            String brandId,
            Progress progress,
            Optional<byte[]> checkpoint,
            Dependencies dependencies) {
        this.workspace = workspace;
        this.brandId = brandId;
        this.progress = progress;
        this.dependencies = dependencies;
        this.texts = new OpenedTexts(dependencies.texts());
        checkpoint.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).ifPresent(this::goOn);
    }

    private void goOn(String checkpoint) {
        String[] words = checkpoint.split(" ", 2);
        part = Integer.parseInt(words[0]);
        after = words.length > 1 ? Optional.of(PostId.parse(words[1])) : Optional.empty();
    }

    @Override
    public Step step() {
        Rematch matching = rematch;
        if (matching == null) {
            BrandCatalogue catalogue = dependencies.brands().catalogue(workspace);
            if (catalogue.find(brandId).isEmpty()) {
                return new Step.Refused(
                        "no brand '" + brandId + "' is registered; PUT it first", progress);
            }
            matching = Rematch.of(catalogue, dependencies.brands().of(workspace).own(), brandId);
            rematch = matching;
        }
        long deadline = System.nanoTime() + dependencies.step().toNanos();
        do {
            PostScan.Page page = dependencies.scan().part(workspace, part, after, PAGE);
            settle(page.posts(), matching);
            after = page.next();
            part += after.isEmpty() ? 1 : 0;
        } while (part < PostScan.PARTS && System.nanoTime() < deadline);
        passed();
        String place = part + after.map(id -> " " + id).orElse("");
        return part == PostScan.PARTS
                ? new Step.Finished(progress)
                : new Step.Going(progress, Optional.of(place.getBytes(StandardCharsets.UTF_8)));
    }

    private void settle(List<PostAnalysis> posts, Rematch matching) {
        List<Optional<String>> opened = texts.of(posts);
        var changes = new ArrayList<PostChange>();
        var changed = new ArrayList<ClaimTally>();
        long gone = 0;
        for (int i = 0; i < posts.size(); i++) {
            PostAnalysis post = posts.get(i);
            gone += post.text().isPresent() && opened.get(i).isEmpty() ? 1 : 0;
            matching.change(post, opened.get(i))
                    .ifPresent(
                            change -> {
                                changes.add(change);
                                changed.add(tally(post, change));
                            });
        }
        List<Ledger.Effect> effects =
                changes.isEmpty() ? List.of() : dependencies.posts().commit(workspace, changes);
        ClaimTally sum = progress.claim().orElse(ClaimTally.NONE);
        long done = 0;
        for (int i = 0; i < effects.size(); i++) {
            if (effects.get(i) == Ledger.Effect.REPLACED) {
                sum = sum.plus(changed.get(i));
                done++;
            }
        }
        progress =
                new Progress(
                                progress.fraction(),
                                progress.done() + posts.size(),
                                progress.refused() + gone,
                                progress.analysed() + done,
                                0,
                                0)
                        .withClaim(sum);
    }

    private void passed() {
        progress =
                new Progress(
                                (double) part / PostScan.PARTS,
                                progress.done(),
                                progress.refused(),
                                progress.analysed(),
                                0,
                                0)
                        .withClaim(progress.claim().orElse(ClaimTally.NONE));
    }

    private ClaimTally tally(PostAnalysis post, PostChange.Attribute change) {
        boolean does = post.brands().contains(brandId);
        boolean would = change.named().contains(brandId);
        boolean own = post.isOwn(brandId) != change.own().contains(brandId);
        return new ClaimTally(
                would && !does ? 1 : 0,
                does && !would ? 1 : 0,
                change.unread().contains(brandId) && !post.context().unread().contains(brandId)
                        ? 1
                        : 0,
                own ? 1 : 0);
    }

    @Override
    public void close() {
        texts.close();
    }
}
