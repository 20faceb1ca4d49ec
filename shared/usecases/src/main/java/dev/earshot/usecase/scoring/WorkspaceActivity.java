package dev.earshot.usecase.scoring;

import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.store.AuthorPosts.Entry;
import dev.earshot.influence.evidence.Account;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.evidence.Disclosure;
import dev.earshot.influence.evidence.Interaction;
import dev.earshot.influence.evidence.PostFacts;
import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.history.AuthorDays;
import dev.earshot.influence.score.ScoreTable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A workspace's authors at one moment: their posts, and who responded to whom. The order of the
 * entries does not matter. Authors who objected are left out. Immutable, thread-safe.
 */
final class WorkspaceActivity {
    private static final Comparator<AuthorPost> BY_ID =
            Comparator.comparing(post -> post.id().toString());

    private final Map<AuthorRef, List<AuthorPost>> posts = new TreeMap<>(byPseudonym());
    private final Map<PostId, AuthorPost> byId = new HashMap<>();
    private final Map<AuthorRef, Instant> written = new HashMap<>();
    private final Map<ErasureMark, Instant> gone = new HashMap<>();
    private final Map<AuthorRef, List<Interaction>> received = new HashMap<>();
    private final Map<AuthorRef, List<Interaction>> given = new HashMap<>();
    private final Map<AuthorRef, List<AuthorDay>> days = new ConcurrentHashMap<>();
    private final Map<AuthorRef, Set<AuthorRef>> answered = new ConcurrentHashMap<>();
    private final Map<ErasureMark, List<AuthorPost>> hidden = new HashMap<>();
    private final Pictures pictures;
    private final Set<ErasureMark> objections;

    private WorkspaceActivity(Pictures pictures, Set<ErasureMark> objections) {
        this.pictures = pictures;
        this.objections = objections;
    }

    static Comparator<AuthorRef> byPseudonym() {
        return Comparator.comparing(AuthorRef::pseudonym);
    }

    static WorkspaceActivity of(
            Collection<Entry> entries, Set<ErasureMark> objections, Pictures pictures) {
        var activity = new WorkspaceActivity(pictures, objections);
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Gone mark ->
                        activity.gone.merge(
                                mark.mark(), mark.writtenAt(), WorkspaceActivity::later);
                case Entry.Post kept -> activity.add(kept);
            }
        }
        activity.posts.values().forEach(list -> list.sort(BY_ID));
        activity.connect();
        return activity;
    }

    private void add(Entry.Post kept) {
        AuthorRef author = kept.post().author().ref();
        ErasureMark mark = ErasureMark.of(author);
        if (objections.contains(mark)) {
            hidden.computeIfAbsent(mark, m -> new ArrayList<>()).add(kept.post());
            return;
        }
        posts.computeIfAbsent(author, a -> new ArrayList<>()).add(kept.post());
        byId.put(kept.post().id(), kept.post());
        written.merge(author, kept.writtenAt(), WorkspaceActivity::later);
    }

    private void connect() {
        for (List<AuthorPost> list : posts.values()) {
            for (AuthorPost post : list) {
                for (Reference reference : post.references()) {
                    AuthorPost target = byId.get(reference.target());
                    if (target == null) {
                        continue;
                    }
                    Interaction interaction = interaction(post, target, reference.kind());
                    received.computeIfAbsent(interaction.to(), a -> new ArrayList<>())
                            .add(interaction);
                    given.computeIfAbsent(interaction.from(), a -> new ArrayList<>())
                            .add(interaction);
                }
            }
        }
    }

    private static Interaction interaction(
            AuthorPost post, AuthorPost target, Reference.Kind kind) {
        return new Interaction(
                post.id(),
                post.author().ref(),
                target.author().ref(),
                target.id(),
                kindOf(target) == PostFacts.Kind.ORIGINAL,
                kind,
                post.publishedAt(),
                target.publishedAt(),
                post.language(),
                kind == Reference.Kind.REPOST ? Optional.empty() : Optional.of(post.words()));
    }

    /** All authors, by pseudonym. */
    Set<AuthorRef> authors() {
        return posts.keySet();
    }

    /** The number of posts. */
    long size() {
        return byId.size();
    }

    List<AuthorPost> posts(AuthorRef author) {
        return posts.getOrDefault(author, List.of());
    }

    List<Interaction> received(AuthorRef author) {
        return received.getOrDefault(author, List.of());
    }

    /** Brands that an author mentioned in posts of its own, not reposts, since a moment; sorted. */
    List<String> brands(AuthorRef author, Instant since) {
        return posts(author).stream()
                .filter(post -> !post.isRepost() && !post.publishedAt().isBefore(since))
                .flatMap(post -> post.brands().stream())
                .distinct()
                .sorted()
                .toList();
    }

    List<AuthorDay> days(AuthorRef author) {
        return days.computeIfAbsent(
                author, a -> AuthorDays.of(posts(a), post -> pictures.unsafe(post.pictures())));
    }

    /**
     * An account's days without its answers to an author that name a brand: whoever answers a post
     * about a brand speaks of it anyway, and says nothing of what the post moved.
     */
    List<AuthorDay> daysApartFrom(AuthorRef account, AuthorRef author) {
        boolean named =
                posts(account).stream()
                        .anyMatch(post -> !post.brands().isEmpty() && answers(post, author));
        return named
                ? AuthorDays.of(
                        posts(account).stream().filter(post -> !answers(post, author)).toList(),
                        post -> pictures.unsafe(post.pictures()))
                : days(account);
    }

    private boolean answers(AuthorPost post, AuthorRef author) {
        return post.references().stream()
                .map(reference -> byId.get(reference.target()))
                .anyMatch(target -> target != null && target.author().ref().equals(author));
    }

    /** Everyone who ever responded to an author, by pseudonym, without the author. */
    List<AuthorRef> audience(AuthorRef author) {
        return received(author).stream()
                .map(Interaction::from)
                .filter(from -> !from.equals(author))
                .distinct()
                .sorted(byPseudonym())
                .toList();
    }

    AuthorHistory history(AuthorRef author, Instant asOf) {
        List<AuthorPost> own = posts(author);
        Instant since = since(asOf);
        return new AuthorHistory(
                account(author),
                own.getFirst().id().platform(),
                days(author),
                newest(own.stream().filter(post -> !post.publishedAt().isBefore(since)).toList())
                        .stream()
                        .map(this::facts)
                        .toList(),
                newestOf(received(author)),
                newestOf(given.getOrDefault(author, List.of())));
    }

    static Instant since(Instant asOf) {
        return asOf.minus(java.time.Duration.ofDays(ScoreTable.CURRENT.windowDays()));
    }

    private static List<AuthorPost> newest(List<AuthorPost> posts) {
        return posts.stream()
                .sorted(
                        Comparator.comparing(AuthorPost::publishedAt)
                                .reversed()
                                .thenComparing(BY_ID))
                .limit(ScoreTable.CURRENT.maxPosts())
                .toList();
    }

    private static List<Interaction> newestOf(List<Interaction> interactions) {
        return interactions.stream()
                .sorted(
                        Comparator.comparing(Interaction::at)
                                .reversed()
                                .thenComparing(i -> i.response().toString())
                                .thenComparing(i -> i.target().toString())
                                .thenComparing(Interaction::kind))
                .limit(ScoreTable.CURRENT.maxInteractions())
                .toList();
    }

    /** The accounts of those who responded to an author. */
    Map<AuthorRef, Account> engagers(AuthorRef author) {
        var accounts = new LinkedHashMap<AuthorRef, Account>();
        audience(author).forEach(engager -> accounts.put(engager, account(engager)));
        return accounts;
    }

    /** An account as it was last seen, preferably with a description. */
    Account account(AuthorRef ref) {
        Optional<Author> seen =
                posts(ref).stream()
                        .max(
                                Comparator.comparing((AuthorPost post) -> post.author().described())
                                        .thenComparing(AuthorPost::authorSeenAt)
                                        .thenComparing(AuthorPost::publishedAt)
                                        .thenComparing(BY_ID))
                        .map(AuthorPost::author);
        return seen.map(
                        author ->
                                new Account(
                                        ref,
                                        author.followers(),
                                        author.following(),
                                        author.posts(),
                                        author.createdAt(),
                                        author.verified(),
                                        language(ref),
                                        answered(ref),
                                        elsewhere(ref)))
                .orElseGet(() -> Account.unknown(ref));
    }

    /** Whom an account answers, reposts or quotes. */
    private Set<AuthorRef> answered(AuthorRef author) {
        return answered.computeIfAbsent(
                author,
                a ->
                        given.getOrDefault(a, List.of()).stream()
                                .map(Interaction::to)
                                .filter(to -> !to.equals(a))
                                .collect(Collectors.toSet()));
    }

    /**
     * Whether an account answers posts that are not stored. A post that is deleted becomes one, so
     * no deletion makes an account look devoted to the author that is left.
     */
    private boolean elsewhere(AuthorRef author) {
        return posts(author).stream()
                .flatMap(post -> post.references().stream())
                .anyMatch(reference -> !byId.containsKey(reference.target()));
    }

    private Optional<String> language(AuthorRef author) {
        return posts(author).stream()
                .collect(Collectors.groupingBy(AuthorPost::language, Collectors.counting()))
                .entrySet()
                .stream()
                .max(
                        Map.Entry.<String, Long>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private PostFacts facts(AuthorPost post) {
        TopicSketch labels = pictures.topics(post.pictures());
        return new PostFacts(
                post.id(),
                kindOf(post),
                post.publishedAt(),
                post.engagementSeenAt(),
                post.engagement(),
                post.author().followers(),
                post.language(),
                post.sentiment(),
                pictures.unsafe(post.pictures()),
                post.brands(),
                labels.isEmpty() ? post.topics() : TopicSketch.mean(List.of(post.topics(), labels)),
                Disclosure.isStated(post.hashtags()));
    }

    static PostFacts.Kind kindOf(AuthorPost post) {
        return post.isRepost()
                ? PostFacts.Kind.REPOST
                : post.references().stream().anyMatch(r -> r.kind() == Reference.Kind.REPLY)
                        ? PostFacts.Kind.REPLY
                        : PostFacts.Kind.ORIGINAL;
    }

    /**
     * The authors whose scores may have changed: those with a write or a removal since a moment,
     * and those one response away from them, in either direction. Beyond that, a score depends only
     * on the baseline.
     *
     * @param changedMarks marks of further authors, such as new objectors
     */
    Set<AuthorRef> touched(Instant since, Set<ErasureMark> changedMarks) {
        var marks = new HashSet<>(changedMarks);
        gone.forEach(
                (mark, at) -> {
                    if (!at.isBefore(since)) {
                        marks.add(mark);
                    }
                });
        var first = new HashSet<AuthorRef>();
        written.forEach(
                (author, at) -> {
                    if (!at.isBefore(since)) {
                        first.add(author);
                    }
                });
        for (ErasureMark mark : changedMarks) {
            for (AuthorPost post : hidden.getOrDefault(mark, List.of())) {
                marks.add(ErasureMark.of(post.id()));
                for (Reference reference : post.references()) {
                    Optional.ofNullable(byId.get(reference.target()))
                            .ifPresent(target -> first.add(target.author().ref()));
                }
            }
        }
        if (!marks.isEmpty()) {
            for (AuthorRef author : authors()) {
                if (marks.contains(ErasureMark.of(author))
                        || ownsAny(author, marks)
                        || answersAny(author, marks)) {
                    first.add(author);
                }
            }
        }
        var touched = new HashSet<>(first);
        for (AuthorRef author : first) {
            received(author).forEach(interaction -> touched.add(interaction.from()));
            given.getOrDefault(author, List.of())
                    .forEach(interaction -> touched.add(interaction.to()));
        }
        return touched;
    }

    /** Whether an answer to a post of the author's was removed that did not name its author. */
    private boolean ownsAny(AuthorRef author, Set<ErasureMark> marks) {
        return posts(author).stream().anyMatch(post -> marks.contains(ErasureMark.of(post.id())));
    }

    private boolean answersAny(AuthorRef author, Set<ErasureMark> marks) {
        return posts(author).stream()
                .flatMap(post -> post.references().stream())
                .anyMatch(
                        reference ->
                                marks.contains(ErasureMark.of(reference.target()))
                                        || reference
                                                .author()
                                                .filter(a -> marks.contains(ErasureMark.of(a)))
                                                .isPresent());
    }

    /** Marks of what was removed since a moment. */
    Set<ErasureMark> gone(Instant since) {
        return gone.entrySet().stream()
                .filter(e -> !e.getValue().isBefore(since))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
