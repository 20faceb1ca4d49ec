package dev.earshot.queryapi.alert;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.Subject;
import dev.earshot.core.store.BrandStore;
import dev.earshot.query.TimeRange;
import dev.earshot.query.TrendQueries;
import dev.earshot.query.TrendQueries.Trend;
import dev.earshot.query.TrendQueries.Trends;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.series.BrandBuckets;
import dev.earshot.trends.spike.BucketVerdict;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The series of a brand, bucket by bucket. Thread-safe. */
public final class TrendRoutes {
    private final TrendQueries queries;
    private final BrandStore brands;
    private final InstantSource clock;

    public TrendRoutes(TrendQueries queries, BrandStore brands, InstantSource clock) {
        this.queries = queries;
        this.brands = brands;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(new Route("GET", "/v1/brands/{brand}/trends", Access.READ, this::trends));
    }

    private Response trends(Request request) {
        request.acceptOnly("kind", "key", "from", "to", "since");
        String brand = Fields.registered(request, brands);
        Trends trends =
                queries.trends(
                        new TrendQueries.Query(
                                request.workspace(),
                                brand,
                                kinds(request),
                                request.query("key"),
                                TimeRange.of(
                                        request.time("from"),
                                        request.time("to"),
                                        TrendQueries.USUAL,
                                        clock.instant()),
                                request.time("since")));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("brand", brand);
        view.put("bucketSeconds", BrandBuckets.BUCKET.toSeconds());
        view.put("from", trends.from());
        view.put("to", trends.to());
        Optional.of(bounds(brands.catalogue(request.workspace()).find(brand)))
                .filter(notes -> !notes.isEmpty())
                .ifPresent(notes -> view.put("notes", notes));
        view.put("series", trends.series().stream().map(TrendRoutes::view).toList());
        return Response.json(200, view);
    }

    /** What of a brand has no series because it has too many. */
    private static List<String> bounds(Optional<Brand> brand) {
        return brand.stream()
                .flatMap(
                        known ->
                                Stream.of(
                                        bound("products", known.products().size()),
                                        bound("hashtags", known.hashtags().size())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> bound(String what, int registered) {
        return registered <= Subject.MOST
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "of the brand's %,d %s the first %d have a series of their own;"
                                        + " register those first that matter most",
                                registered,
                                what,
                                Subject.MOST));
    }

    private static Set<TrendKind> kinds(Request request) {
        return request.query("kind")
                .map(text -> Fields.kinds("kind", Arrays.asList(text.split(",", -1))))
                .orElse(Set.of(TrendKind.MENTIONS));
    }

    private static Map<String, Object> view(Trend trend) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", trend.name().kind().key());
        Optional.of(trend.name().key())
                .filter(key -> !key.isEmpty())
                .ifPresent(key -> view.put("key", key));
        view.put("days", trend.days());
        trend.note().ifPresent(note -> view.put("note", note));
        view.put("points", trend.points().stream().map(TrendRoutes::view).toList());
        return view;
    }

    private static Map<String, Object> view(TrendQueries.Point point) {
        BucketVerdict verdict = point.verdict();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("time", verdict.time());
        verdict.count().ifPresent(count -> view.put("count", count));
        view.put("posts", point.posts());
        view.put("expected", verdict.expected());
        view.put("evidence", verdict.evidence());
        view.put("state", verdict.state().key());
        view.put("alert", verdict.alert());
        return view;
    }
}
