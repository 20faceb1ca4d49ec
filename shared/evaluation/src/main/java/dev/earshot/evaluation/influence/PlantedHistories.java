package dev.earshot.evaluation.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.evaluation.influence.world.RawAccount;
import dev.earshot.evaluation.influence.world.RawPost;
import dev.earshot.influence.Population;
import dev.earshot.influence.Scorer;
import dev.earshot.influence.evidence.Account;
import dev.earshot.influence.evidence.AuthorEvidence;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.BrandProfile;
import dev.earshot.influence.evidence.Interaction;
import dev.earshot.influence.evidence.PostFacts;
import dev.earshot.influence.evidence.Responses;
import dev.earshot.influence.graph.Endorsement;
import dev.earshot.influence.graph.Standing;
import dev.earshot.influence.graph.TopicRank;
import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.history.BrandDay;
import dev.earshot.influence.impact.AudienceSeries;
import dev.earshot.influence.impact.ImpactStudy;
import dev.earshot.influence.score.InfluencerScore;
import dev.earshot.influence.score.ScoreTable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Raw posts converted into the scorer's input, as the pipeline does: daily aggregates, references
 * resolved to authors, sketches instead of texts.
 */
final class PlantedHistories {
    private static final int IMPACT_DAYS = 120;
    private static final int DONORS = 40;

    private final Instant asOf;
    private final ScoreTable table = ScoreTable.CURRENT;
    private final Map<AuthorRef, Account> accounts = new HashMap<>();
    private final Map<AuthorRef, AuthorHistory> histories = new HashMap<>();
    private final Map<AuthorRef, List<AuthorDay>> days = new HashMap<>();
    private final Map<AuthorRef, List<AuthorRef>> audiences = new HashMap<>();
    private final Population population;
    private final List<AuthorRef> creators;
    private final Map<String, Map<AuthorRef, Standing>> standings = new HashMap<>();
    private final Map<AuthorRef, List<Topical>> topics = new HashMap<>();
    private final Map<String, TopicSketch> sketches = new HashMap<>();
    private final Map<AuthorRef, AuthorSummary> summaries = new HashMap<>();
    private final List<Endorsement> endorsements = new ArrayList<>();

    private record Topical(List<String> brands, TopicSketch sketch) {}

    PlantedHistories(
            Platform platform,
            List<RawPost> posts,
            Map<AuthorRef, RawAccount> known,
            List<AuthorRef> creators,
            Instant asOf) {
        this.asOf = asOf;
        this.creators = creators;
        known.forEach((ref, raw) -> accounts.put(ref, account(raw)));
        Map<PostId, RawPost> byId = new HashMap<>();
        Map<AuthorRef, List<RawPost>> byAuthor = new HashMap<>();
        for (RawPost post : posts) {
            byId.put(post.id(), post);
            byAuthor.computeIfAbsent(post.author(), a -> new ArrayList<>()).add(post);
        }
        Map<AuthorRef, List<Interaction>> received = new HashMap<>();
        Map<AuthorRef, List<Interaction>> given = new HashMap<>();
        for (RawPost post : posts) {
            RawPost target = post.reference().map(r -> byId.get(r.target())).orElse(null);
            if (target != null) {
                Interaction interaction = interaction(post, target);
                received.computeIfAbsent(target.author(), a -> new ArrayList<>()).add(interaction);
                given.computeIfAbsent(post.author(), a -> new ArrayList<>()).add(interaction);
            }
        }
        byAuthor.forEach(
                (author, own) -> {
                    days.put(author, days(own));
                    topics.put(
                            author,
                            own.stream()
                                    .filter(p -> p.reference().isEmpty())
                                    .map(p -> new Topical(p.brands(), sketch(p.text())))
                                    .toList());
                });
        for (AuthorRef creator : creators) {
            histories.put(
                    creator,
                    new AuthorHistory(
                            accounts.getOrDefault(creator, Account.unknown(creator)),
                            platform,
                            days.getOrDefault(creator, List.of()),
                            byAuthor.getOrDefault(creator, List.of()).stream()
                                    .map(this::facts)
                                    .toList(),
                            received.getOrDefault(creator, List.of()),
                            given.getOrDefault(creator, List.of())));
        }
        for (AuthorRef creator : creators) {
            AuthorHistory history = history(creator);
            summaries.put(creator, AuthorSummary.of(history, accounts, table, asOf));
            Responses responses = Responses.of(history, accounts, asOf);
            endorsements.addAll(responses.endorsements(creator));
            audiences.put(
                    creator,
                    responses.engagers().keySet().stream()
                            .sorted(java.util.Comparator.comparing(AuthorRef::pseudonym))
                            .toList());
        }
        population = Population.fit(summaries.values());
    }

    private static Account account(RawAccount raw) {
        return new Account(
                raw.ref(),
                OptionalLong.of(raw.followers()),
                OptionalLong.of(raw.following()),
                OptionalLong.of(raw.posts()),
                Optional.of(raw.createdAt()),
                Optional.of(false),
                Optional.of(raw.language()));
    }

    private static Interaction interaction(RawPost post, RawPost target) {
        Reference reference = post.reference().orElseThrow();
        return new Interaction(
                post.id(),
                post.author(),
                target.author(),
                target.id(),
                target.reference().isEmpty(),
                reference.kind(),
                post.createdAt(),
                target.createdAt(),
                post.language(),
                reference.kind() == Reference.Kind.REPOST
                        ? Optional.empty()
                        : Optional.of(CommentSketch.of(post.text())));
    }

    private PostFacts facts(RawPost post) {
        PostFacts.Kind kind =
                post.reference()
                        .map(
                                r ->
                                        switch (r.kind()) {
                                            case REPLY -> PostFacts.Kind.REPLY;
                                            case REPOST -> PostFacts.Kind.REPOST;
                                            case QUOTE -> PostFacts.Kind.ORIGINAL;
                                        })
                        .orElse(PostFacts.Kind.ORIGINAL);
        return new PostFacts(
                post.id(),
                kind,
                post.createdAt(),
                asOf,
                new Engagement(
                        OptionalLong.of(post.likes()),
                        OptionalLong.of(post.replies()),
                        OptionalLong.of(post.reposts()),
                        OptionalLong.of(post.quotes()),
                        known(post.views())),
                known(post.followers()),
                post.language(),
                post.sentiment(),
                false,
                post.brands(),
                sketch(post.text()));
    }

    private TopicSketch sketch(String text) {
        return sketches.computeIfAbsent(text, TopicSketch::of);
    }

    private static OptionalLong known(long count) {
        return count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
    }

    private static List<AuthorDay> days(List<RawPost> posts) {
        var byDay = new TreeMap<LocalDate, List<RawPost>>();
        for (RawPost post : posts) {
            byDay.computeIfAbsent(
                            LocalDate.ofInstant(post.createdAt(), ZoneOffset.UTC),
                            d -> new ArrayList<>())
                    .add(post);
        }
        var days = new ArrayList<AuthorDay>();
        byDay.forEach((day, own) -> days.add(day(day, own)));
        return days;
    }

    private static AuthorDay day(LocalDate day, List<RawPost> posts) {
        var brands = new TreeMap<String, BrandDay>();
        long interactions = 0;
        long negative = 0;
        OptionalLong followers = OptionalLong.empty();
        for (RawPost post : posts) {
            long own = post.likes() + post.replies() + post.reposts() + post.quotes();
            boolean isNegative = post.sentiment() == SentimentLabel.NEGATIVE;
            boolean isPositive = post.sentiment() == SentimentLabel.POSITIVE;
            interactions += own;
            negative += isNegative ? 1 : 0;
            followers = post.followers() < 0 ? followers : OptionalLong.of(post.followers());
            for (String brand : post.brands()) {
                brands.merge(
                        brand,
                        new BrandDay(1, isNegative ? 1 : 0, isPositive ? 1 : 0, own),
                        BrandDay::plus);
            }
        }
        return new AuthorDay(
                day,
                posts.size(),
                0,
                negative,
                interactions,
                followers,
                OptionalLong.empty(),
                brands);
    }

    AuthorHistory history(AuthorRef author) {
        AuthorHistory history = histories.get(author);
        if (history == null) {
            throw new IllegalArgumentException("no creator " + author);
        }
        return history;
    }

    /** This population, with one author's history taken from elsewhere. */
    Population populationWith(AuthorRef author, PlantedHistories elsewhere) {
        Map<AuthorRef, AuthorSummary> changed = new HashMap<>(summaries);
        AuthorSummary other = elsewhere.summaries.get(author);
        if (other != null) {
            changed.put(author, other);
        }
        return Population.fit(changed.values());
    }

    Population population() {
        return population;
    }

    Map<AuthorRef, Account> accounts() {
        return accounts;
    }

    /** Every author's standing on a brand's topic. */
    Map<AuthorRef, Standing> standings(BrandProfile brand) {
        return standings.computeIfAbsent(
                brand.brandId(),
                id -> {
                    Map<AuthorRef, Double> onTopic = new HashMap<>();
                    Map<AuthorRef, Double> share = new HashMap<>();
                    topics.forEach(
                            (author, posts) -> {
                                long count =
                                        posts.stream()
                                                .filter(
                                                        p ->
                                                                brand.isOnTopic(
                                                                        p.brands(), p.sketch()))
                                                .count();
                                if (count > 0) {
                                    onTopic.put(author, (double) count);
                                    share.put(author, (double) count / posts.size());
                                }
                            });
                    return TopicRank.of(endorsements, onTopic, share).standings();
                });
    }

    /** The evidence about one author for one brand. */
    AuthorEvidence evidence(AuthorRef author, BrandProfile brand) {
        AuthorHistory history = history(author);
        boolean spoke =
                history.days().stream().anyMatch(d -> d.brands().containsKey(brand.brandId()));
        return new AuthorEvidence(
                history,
                accounts,
                Optional.ofNullable(standings(brand).get(author)),
                spoke ? Optional.of(study(author, brand.brandId())) : Optional.empty());
    }

    /**
     * The author's own evidence from here; what depends on others (standing, audience) from
     * elsewhere.
     */
    AuthorEvidence evidenceAs(AuthorRef author, BrandProfile brand, PlantedHistories elsewhere) {
        AuthorHistory history = history(author);
        AuthorEvidence there = elsewhere.evidence(author, brand);
        return new AuthorEvidence(
                history,
                there.engagers(),
                there.standing(),
                there.impact().flatMap(study -> study.withPostsOf(history.days())));
    }

    private ImpactStudy study(AuthorRef author, String brand) {
        int at = creators.indexOf(author);
        var others = new ArrayList<AudienceSeries>();
        for (int k = 1; k < creators.size() && others.size() < DONORS; k++) {
            AuthorRef other = creators.get((at + k) % creators.size());
            if (audiences.getOrDefault(other, List.of()).size() >= 10) {
                others.add(series(other, brand));
            }
        }
        return new ImpactStudy(series(author, brand), others);
    }

    private AudienceSeries series(AuthorRef author, String brand) {
        LocalDate to = LocalDate.ofInstant(asOf, ZoneOffset.UTC).minusDays(4);
        return AudienceSeries.of(
                author,
                brand,
                to.minusDays(IMPACT_DAYS - 1L),
                to,
                days.getOrDefault(author, List.of()),
                audiences.getOrDefault(author, List.of()).stream()
                        .map(engager -> days.getOrDefault(engager, List.of()))
                        .toList());
    }

    Scorer scorer(List<BrandProfile> brands) {
        return new Scorer(table, population, brands);
    }

    /** A scorer that compares authors with another population. */
    Scorer scorer(List<BrandProfile> brands, Population others) {
        return new Scorer(table, others, brands);
    }

    InfluencerScore score(Scorer scorer, AuthorRef author, BrandProfile brand) {
        return scorer.score(evidence(author, brand), brand, asOf);
    }
}
