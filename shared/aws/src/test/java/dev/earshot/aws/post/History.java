package dev.earshot.aws.post;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.testkit.Posts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A random history of posts and its expected outcome: the last state of each post that was not
 * removed. Half of the posts are chains of edits with an id for each edit, as on X; the others are
 * edited under one id.
 *
 * @param changes one for each message, in the order of what happened
 * @param survivors the last state of each post that stays
 */
record History(WorkspaceId workspace, List<PostChange> changes, List<PostAnalysis> survivors) {
    static final List<String> BRANDS = List.of("acme", "zenith", "umbra");

    static History random(long seed) {
        return random(seed, 4);
    }

    /** Of up to 99 posts. */
    static History random(long seed, int posts) {
        var random = new Random(seed);
        var workspace = new WorkspaceId("run-" + seed);
        var changes = new ArrayList<PostChange>();
        var survivors = new ArrayList<PostAnalysis>();
        for (int post = 0; post < posts; post++) {
            int first = 1_000 + 10 * post;
            int edits = random.nextInt(3);
            boolean chain = random.nextBoolean();
            PostAnalysis last = null;
            for (int edit = 0; edit <= edits; edit++) {
                last = state(random, workspace, first, edit, chain);
                changes.add(new PostChange.Store(last));
            }
            if (random.nextInt(3) == 0) {
                int id = first + (chain ? random.nextInt(edits + 1) : 0);
                changes.add(
                        new PostChange.Remove(id(id), Posts.PUBLISHED.plus(Duration.ofHours(1))));
            } else if (last != null) {
                survivors.add(last);
            }
        }
        return new History(workspace, List.copyOf(changes), List.copyOf(survivors));
    }

    /** Every id that a change names. */
    Set<PostId> ids() {
        var ids = new TreeSet<>(Comparator.comparing(PostId::toString));
        for (PostChange change : changes) {
            ids.addAll(Ledger.touched(change));
        }
        return ids;
    }

    /** The survivors' counts, by brand. */
    Map<String, WindowCounts> counts() {
        var counts = new HashMap<String, WindowCounts>();
        BRANDS.forEach(brand -> counts.put(brand, WindowCounts.NONE));
        for (PostAnalysis post : survivors) {
            post.brands()
                    .forEach(b -> counts.merge(b, WindowCounts.of(post, b), WindowCounts::plus));
        }
        return counts;
    }

    private static PostAnalysis state(
            Random random, WorkspaceId workspace, int first, int edit, boolean chain) {
        List<String> brands = new ArrayList<>(BRANDS);
        brands.removeIf(brand -> random.nextBoolean());
        String[] others = new String[chain ? edit : 0];
        for (int i = 0; i < others.length; i++) {
            others[i] = "" + (first + i + 1);
        }
        SentimentLabel[] labels = SentimentLabel.values();
        PostAnalysis state =
                Posts.post("" + first)
                        .in(workspace)
                        .alsoKnownAs(others)
                        .at(Posts.PUBLISHED.plus(Duration.ofMinutes(random.nextInt(90))))
                        .edit(edit, "text " + first + " " + edit)
                        .feeling(labels[random.nextInt(labels.length)])
                        .about(brands.toArray(String[]::new))
                        .analysis();
        // Public counts of a later state are always seen later, so the last state's counts win.
        return Posts.sighted(
                state,
                state.revision().observedAt(),
                Optional.of(Posts.account(Posts.author(random.nextInt(3)), random.nextInt(100))),
                Posts.liked(random.nextInt(50), random.nextInt(5)),
                new Reference(Reference.Kind.REPLY, id(9_000), Optional.of(Posts.author(3))));
    }

    private static PostId id(int nativeId) {
        return new PostId(Platform.X, "" + nativeId);
    }
}
