package dev.earshot.queryapi.alert;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.BrandStore;
import dev.earshot.query.EpisodePages;
import dev.earshot.query.EpisodePages.Found;
import dev.earshot.query.ItemPage;
import dev.earshot.query.TimeRange;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeHistory;
import dev.earshot.trends.episode.EpisodeState;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rose about a brand or about all, how far, how sure that is, and why. Thread-safe. */
public final class EpisodeRoutes {
    private static final int DEFAULT_LIMIT = 20;
    private static final Duration LONGEST = Duration.ofDays(92);

    private final EpisodeHistory history;
    private final BrandStore brands;
    private final KeptExamples examples;
    private final EpisodePages pages;
    private final InstantSource clock;

    public EpisodeRoutes(
            EpisodeHistory history,
            BrandStore brands,
            AnalysisStore posts,
            EpisodePages pages,
            InstantSource clock) {
        this.pages = pages;
        this.history = history;
        this.brands = brands;
        this.examples = new KeptExamples(posts);
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/brands/{brand}/episodes", Access.READ, this::episodes),
                new Route("GET", "/v1/episodes", Access.READ, this::all));
    }

    /** What rises or rose about any brand. */
    private Response all(Request request) {
        request.acceptOnly("state", "kind", "since", "cursor", "limit");
        Instant now = clock.instant();
        Instant since = request.time("since").orElse(now.minus(TimeRange.USUAL));
        if (Duration.between(since, now).compareTo(LONGEST) > 0) {
            throw ProblemException.parameter(
                    "since", "since must lie at most 92 days back, got " + since);
        }
        WorkspaceId workspace = request.workspace();
        List<String> names =
                Stream.concat(
                                Stream.of(Episode.ALL_BRANDS),
                                brands.catalogue(workspace).brands().stream().map(Brand::id))
                        .toList();
        ItemPage<EpisodePages.Found> page =
                pages.page(
                        new EpisodePages.Query(
                                workspace,
                                names,
                                states(request),
                                request.query("kind")
                                        .map(kinds -> Fields.kinds("kind", listed(kinds)))
                                        .orElse(Set.of()),
                                since,
                                // The posts' time may lie a little ahead of this clock.
                                now.plus(Duration.ofDays(1))),
                        request.query("cursor"),
                        request.number("limit", DEFAULT_LIMIT));
        Set<PostId> kept = kept(workspace, page.items().stream().map(Found::episode).toList());
        return Response.page(
                new ItemPage<>(
                        page.items().stream().map(found -> view(found, kept)).toList(),
                        page.next()));
    }

    private static List<String> listed(String text) {
        return Arrays.asList(text.split(",", -1));
    }

    private static Set<EpisodeState> states(Request request) {
        return request.query("state").map(EpisodeRoutes::listed).orElse(List.of()).stream()
                .map(
                        key ->
                                EpisodeState.of(key)
                                        .orElseThrow(
                                                () ->
                                                        ProblemException.parameter(
                                                                "state",
                                                                "state must be of open, grew,"
                                                                        + " resolved, got '"
                                                                        + Request.shortened(key)
                                                                        + "'")))
                .collect(Collectors.toSet());
    }

    private Set<PostId> kept(WorkspaceId workspace, Collection<Episode> episodes) {
        return examples.of(
                workspace,
                episodes.stream()
                        .flatMap(episode -> episode.explanation().posts().stream())
                        .collect(Collectors.toSet()));
    }

    private static Map<String, Object> view(Found found, Set<PostId> kept) {
        Map<String, Object> view = new LinkedHashMap<>();
        if (!found.episode().brand().equals(Episode.ALL_BRANDS)) {
            view.put("brand", found.episode().brand());
        }
        view.putAll(view(found.episode(), kept));
        view.put("changed", found.changed());
        view.put("part", found.part());
        return view;
    }

    private Response episodes(Request request) {
        request.acceptOnly("from", "to");
        WorkspaceId workspace = request.workspace();
        String brand = Fields.registered(request, brands);
        TimeRange range =
                TimeRange.of(
                        request.time("from"), request.time("to"), TimeRange.USUAL, clock.instant());
        if (Duration.between(range.from(), range.to()).compareTo(LONGEST) > 0) {
            throw ProblemException.parameter(
                    "from",
                    "from and to must lie at most 92 days apart, got "
                            + range.from()
                            + " and "
                            + range.to());
        }
        List<Episode> found =
                EpisodeChange.latest(history.changes(workspace, brand, range.from(), range.to()))
                        .stream()
                        .map(EpisodeChange::episode)
                        .toList();
        Set<PostId> kept = kept(workspace, found);
        return Response.json(
                200,
                Map.of(
                        "brand",
                        brand,
                        "from",
                        range.from(),
                        "to",
                        range.to(),
                        "episodes",
                        found.stream()
                                .sorted(Comparator.comparing(Episode::start).reversed())
                                .map(episode -> view(episode, kept))
                                .toList()));
    }

    private static Map<String, Object> view(Episode episode, Set<PostId> kept) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", episode.id());
        view.put("kind", episode.kind().key());
        if (!episode.key().isEmpty()) {
            view.put("key", episode.key());
        }
        view.put("state", episode.state().key());
        view.put("start", episode.start());
        view.put("peak", episode.peak());
        episode.end().ifPresent(end -> view.put("end", end));
        view.put("observed", episode.observed());
        view.put("expected", episode.expected());
        view.put(
                "ratio",
                Map.of(
                        "value", episode.ratio().value(),
                        "low", episode.ratio().interval().low(),
                        "high", episode.ratio().interval().high()));
        view.put("evidence", episode.evidence());
        view.put("summary", episode.summary());
        Optional.of(episode.explanation().words())
                .filter(words -> !words.isEmpty())
                .ifPresent(words -> view.put("why", words));
        view.put(
                "causes",
                episode.explanation().causes().stream()
                        .map(
                                cause ->
                                        Map.of(
                                                "kind", cause.kind(),
                                                "name", cause.name(),
                                                "share", cause.share()))
                        .toList());
        view.put(
                "posts",
                episode.explanation().posts().stream()
                        .filter(kept::contains)
                        .map(PostId::toString)
                        .toList());
        return view;
    }
}
