package dev.earshot.usecase.scoring;

import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.Population;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.Responses;
import dev.earshot.influence.graph.Endorsement;
import dev.earshot.influence.graph.Standing;
import dev.earshot.influence.graph.TopicRank;
import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.impact.AudienceSeries;
import dev.earshot.influence.score.ScoreTable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What all scores of a day depend on besides each author's own activity: the population of peers,
 * the authors' standings in the topics' graphs, and the audiences that effects are compared with.
 * Within one baseline nothing else changes a score, so scoring only the authors that a change
 * reached equals scoring everybody. A baseline names nobody: authors are digests of their
 * pseudonyms.
 *
 * @param id unique
 * @param asOf the time that the scores are for: the end of the baseline's day, UTC
 * @param catalogue version of the brands it was made with
 * @param table version of the constants
 * @param size posts in the workspace when it was made
 * @param members the population
 * @param creators digests of all creators, of whom the population is a sample where there are many
 * @param topics the topics of each brand, most used first
 * @param standings by brand and topic, as {@link #graph} names them
 * @param controls audiences of other authors, by brand
 */
record DailyBaseline(
        String id,
        Instant asOf,
        long catalogue,
        String table,
        long size,
        List<AuthorSummary> members,
        Set<AuthorRef> creators,
        Map<String, List<String>> topics,
        Map<String, Map<AuthorRef, Standing>> standings,
        Map<String, List<AudienceSeries>> controls) {
    /** Maximum topics of a brand with a leaderboard. */
    static final int TOPICS = 20;

    private static final int TOPIC_AUTHORS = 3;

    /** Each effect is compared with placebos among these, so the cost grows with the square. */
    private static final int CONTROLS = 24;

    private static final int CONTROL_AUDIENCE = 3;
    private static final int DAYS = 180;

    DailyBaseline {
        members = List.copyOf(members);
        creators = Set.copyOf(creators);
    }

    /** Whether the author acted as a creator when the baseline was made. */
    boolean isCreator(AuthorRef author) {
        return creators.contains(AuthorSummary.anonymous(author));
    }

    /** The key in {@link #standings} of the graph of a brand, or of one of its topics. */
    static String graph(String brandId, Optional<String> topic) {
        return topic.map(t -> brandId + "#" + t).orElse(brandId);
    }

    static LocalDate firstDay(Instant asOf) {
        return lastDay(asOf).minusDays(DAYS - 1L);
    }

    static LocalDate lastDay(Instant asOf) {
        return LocalDate.ofInstant(asOf.minusNanos(1), ZoneOffset.UTC);
    }

    /** The end of the day that contains a moment. */
    static Instant endOfDay(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }

    /**
     * Whether scores at this time may still use it: same day, same brands and constants, and the
     * workspace has grown or shrunk by at most a tenth.
     */
    boolean holds(Instant now, BrandCatalogue brands, long posts) {
        return asOf.equals(endOfDay(now))
                && catalogue == brands.version()
                && table.equals(ScoreTable.CURRENT.version())
                && Math.abs(posts - size) * 10 <= size;
    }

    static DailyBaseline of(
            String id, Instant now, BrandCatalogue brands, WorkspaceActivity activity) {
        Instant asOf = endOfDay(now);
        List<AuthorSummary> summaries =
                activity.authors().stream()
                        .map(
                                author ->
                                        AuthorSummary.of(
                                                activity.history(author, asOf),
                                                activity.engagers(author),
                                                ScoreTable.CURRENT,
                                                asOf))
                        .toList();
        List<AuthorSummary> members = Population.fit(summaries).members();
        Set<AuthorRef> creators =
                summaries.stream()
                        .filter(AuthorSummary::isCreator)
                        .map(AuthorSummary::author)
                        .collect(Collectors.toSet());
        Map<AuthorRef, Responses> responses = new HashMap<>();
        for (AuthorRef author : activity.authors()) {
            if (!activity.received(author).isEmpty()) {
                responses.put(
                        author,
                        Responses.of(
                                activity.history(author, asOf), activity.engagers(author), asOf));
            }
        }
        Map<String, List<String>> topics = topics(activity);
        var standings = new TreeMap<String, Map<AuthorRef, Standing>>();
        var controls = new TreeMap<String, List<AudienceSeries>>();
        for (Brand brand : brands.watched()) {
            Set<String> alike = new HashSet<>(competitors(brand, brands));
            alike.add(brand.id());
            standings.put(
                    graph(brand.id(), Optional.empty()),
                    standings(
                            activity,
                            responses,
                            post -> post.brands().stream().anyMatch(alike::contains)));
            for (String topic : topics.getOrDefault(brand.id(), List.of())) {
                standings.put(
                        graph(brand.id(), Optional.of(topic)),
                        standings(activity, responses, post -> post.hashtags().contains(topic)));
            }
            controls.put(brand.id(), controls(activity, brand.id(), asOf));
        }
        return new DailyBaseline(
                id,
                asOf,
                brands.version(),
                ScoreTable.CURRENT.version(),
                activity.size(),
                members,
                creators,
                topics,
                standings,
                controls);
    }

    private static List<String> competitors(Brand brand, BrandCatalogue brands) {
        Set<String> known = brands.ids();
        return brand.competitors().stream()
                .map(name -> known.contains(name) ? name : Brand.idOf(name))
                .toList();
    }

    /** Hashtags in posts about a brand that several authors use. */
    private static Map<String, List<String>> topics(WorkspaceActivity activity) {
        var users = new TreeMap<String, Map<String, Set<AuthorRef>>>();
        for (AuthorRef author : activity.authors()) {
            for (AuthorPost post : activity.posts(author)) {
                for (String brand : post.brands()) {
                    for (String topic : post.hashtags()) {
                        users.computeIfAbsent(brand, b -> new TreeMap<>())
                                .computeIfAbsent(topic, t -> new HashSet<>())
                                .add(author);
                    }
                }
            }
        }
        var topics = new TreeMap<String, List<String>>();
        users.forEach(
                (brand, byTopic) ->
                        topics.put(
                                brand,
                                byTopic.entrySet().stream()
                                        .filter(e -> e.getValue().size() >= TOPIC_AUTHORS)
                                        .sorted(
                                                Comparator.comparingInt(
                                                                (Map.Entry<String, Set<AuthorRef>>
                                                                                e) ->
                                                                        -e.getValue().size())
                                                        .thenComparing(Map.Entry::getKey))
                                        .limit(TOPICS)
                                        .map(Map.Entry::getKey)
                                        .toList()));
        return topics;
    }

    /**
     * The standings of authors who write on a topic: each person who responds to posts on it is an
     * edge to their author, as far as the responses count.
     */
    private static Map<AuthorRef, Standing> standings(
            WorkspaceActivity activity,
            Map<AuthorRef, Responses> responses,
            Predicate<AuthorPost> onTopic) {
        var endorsements = new ArrayList<Endorsement>();
        var topicPosts = new HashMap<AuthorRef, Double>();
        var share = new HashMap<AuthorRef, Double>();
        for (AuthorRef author : activity.authors()) {
            List<AuthorPost> own =
                    activity.posts(author).stream().filter(post -> !post.isRepost()).toList();
            Set<dev.earshot.core.post.PostId> about =
                    own.stream().filter(onTopic).map(AuthorPost::id).collect(Collectors.toSet());
            if (about.isEmpty()) {
                continue;
            }
            topicPosts.put(author, (double) about.size());
            share.put(author, (double) about.size() / own.size());
            Responses received = responses.get(author);
            if (received != null) {
                endorsements.addAll(received.endorsements(author, i -> about.contains(i.target())));
            }
        }
        if (endorsements.isEmpty()) {
            return Map.of();
        }
        var named = new TreeMap<AuthorRef, Standing>(WorkspaceActivity.byPseudonym());
        TopicRank.of(endorsements, topicPosts, share)
                .standings()
                .forEach(
                        (author, standing) -> {
                            if (topicPosts.containsKey(author)) {
                                named.put(AuthorSummary.anonymous(author), standing);
                            }
                        });
        return named;
    }

    /**
     * The audiences that an effect is compared with, the largest first, those of authors who did
     * not mention the brand before all others.
     */
    private static List<AudienceSeries> controls(
            WorkspaceActivity activity, String brandId, Instant asOf) {
        record Donor(AuthorRef author, boolean spoke, int audience) {}
        return activity.authors().stream()
                .map(
                        author ->
                                new Donor(
                                        author,
                                        activity.brands(author, WorkspaceActivity.since(asOf))
                                                .contains(brandId),
                                        activity.audience(author).size()))
                .filter(donor -> donor.audience() >= CONTROL_AUDIENCE)
                .sorted(
                        Comparator.comparing(Donor::spoke)
                                .thenComparing(donor -> -donor.audience())
                                .thenComparing(donor -> donor.author().pseudonym()))
                .limit(CONTROLS)
                .map(
                        donor -> {
                            AudienceSeries series = series(activity, donor.author(), brandId, asOf);
                            return new AudienceSeries(
                                    AuthorSummary.anonymous(donor.author()),
                                    brandId,
                                    series.firstDay(),
                                    series.days(),
                                    series.brandPosts(),
                                    series.audience());
                        })
                .toList();
    }

    /** What an author's audience published about a brand, without its answers to the author. */
    static AudienceSeries series(
            WorkspaceActivity activity, AuthorRef author, String brandId, Instant asOf) {
        List<List<AuthorDay>> audience =
                activity.audience(author).stream()
                        .map(account -> activity.daysApartFrom(account, author))
                        .toList();
        AudienceSeries series =
                AudienceSeries.of(
                        author,
                        brandId,
                        firstDay(asOf),
                        lastDay(asOf),
                        activity.days(author),
                        audience);
        return new AudienceSeries(
                author,
                brandId,
                series.firstDay(),
                series.days(),
                new TreeSet<>(series.brandPosts()),
                series.audience());
    }
}
