package dev.earshot.queryapi.route;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.query.BrandQueries;
import dev.earshot.query.Bucket;
import dev.earshot.query.PostPages;
import dev.earshot.query.TimeRange;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.wire.api.ApiJson;
import dev.earshot.wire.api.brand.BrandListView;
import dev.earshot.wire.api.brand.BrandPostsView;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/** Brands, and what was said about them. Thread-safe. */
public final class BrandRoutes {
    private static final int MAX_BODY_BYTES = 1 << 20;
    private static final int DEFAULT_LIMIT = 20;

    private static final int MAX_BRANDS = 500;
    private static final int MAX_TERMS = 50_000;

    /** Each competitor adds as much work to a summary as the brand itself. */
    private static final int MAX_COMPETITORS = 50;

    private final BrandStore brands;
    private final BrandQueries queries;
    private final PostPages pages;
    private final ClaimRoutes claims;
    private final InstantSource clock;

    public BrandRoutes(
            BrandStore brands,
            BrandQueries queries,
            PostPages pages,
            ClaimRoutes claims,
            InstantSource clock) {
        this.claims = claims;
        this.brands = brands;
        this.queries = queries;
        this.pages = pages;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/brands", Access.READ, this::list),
                new Route("GET", "/v1/brands/{brand}", Access.READ, this::get),
                new Route("PUT", "/v1/brands/{brand}", Access.WRITE, this::put),
                new Route("DELETE", "/v1/brands/{brand}", Access.WRITE, this::delete),
                new Route("GET", "/v1/brands/{brand}/posts", Access.READ, this::posts),
                new Route("GET", "/v1/brands/{brand}/summary", Access.READ, this::summary),
                new Route("GET", "/v1/brands/{brand}/timeline", Access.READ, this::timeline));
    }

    private Response list(Request request) {
        request.acceptOnly();
        BrandCatalogue catalogue = brands.catalogue(request.workspace());
        return Response.json(200, new BrandListView(catalogue.version(), catalogue.brands()));
    }

    private Response get(Request request) {
        request.acceptOnly();
        return Response.json(200, brand(request));
    }

    private Response put(Request request) {
        request.acceptOnly("claim");
        boolean claim = request.query("claim").map(BrandRoutes::claim).orElse(false);
        Brand brand = read(request);
        List<Brand> before = brands.catalogue(request.workspace()).brands();
        boolean known = before.stream().anyMatch(each -> each.id().equals(brand.id()));
        checkRoom(before, brand);
        if (claim) {
            claims.admit(request.workspace());
        }
        brands.put(request.workspace(), brand);
        Response saved = Response.json(known ? 200 : 201, brand);
        return claim
                ? saved.with(
                        "location",
                        "/v1/jobs/"
                                + claims.start(
                                                request.workspace(),
                                                brand.id(),
                                                brands.version(request.workspace()))
                                        .job()
                                        .id())
                : saved;
    }

    private static boolean claim(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw ProblemException.parameter(
                    "claim", "claim must be true or false, got '" + Request.shortened(text) + "'");
        }
        return text.equals("true");
    }

    /** Every post is searched for every brand of its workspace, so these are bounded together. */
    private static void checkRoom(List<Brand> before, Brand brand) {
        List<Brand> others = before.stream().filter(each -> !each.id().equals(brand.id())).toList();
        if (others.size() >= MAX_BRANDS) {
            throw ProblemException.parameter(
                    "brand",
                    "a workspace watches at most " + MAX_BRANDS + " brands; delete one first");
        }
        int terms = others.stream().mapToInt(Brand::terms).sum() + brand.terms();
        if (terms > MAX_TERMS) {
            throw ProblemException.parameter(
                    "brand",
                    "the brands of a workspace have at most "
                            + MAX_TERMS
                            + " names, handles, hashtags, products and words together; with this"
                            + " one they have "
                            + terms);
        }
    }

    private Response delete(Request request) {
        request.acceptOnly();
        Brand brand = brand(request);
        if (!brands.delete(request.workspace(), brand.id())) {
            throw ProblemException.unknownBrand(request.path("brand"));
        }
        return Response.noContent();
    }

    private Response posts(Request request) {
        request.acceptOnly(
                "sentiment",
                "intent",
                "emotion",
                "irony",
                "review",
                "language",
                "platform",
                "own",
                "from",
                "to",
                "cursor",
                "limit");
        Brand brand = brand(request);
        PostPages.Page page =
                pages.page(
                        new PostPages.Query(
                                request.workspace(),
                                brand.id(),
                                request.query("sentiment").map(BrandRoutes::sentiment),
                                PostFilters.traits(request),
                                request.time("from"),
                                request.time("to"),
                                request.query("cursor"),
                                request.number("limit", DEFAULT_LIMIT)));
        return Response.json(
                200,
                new BrandPostsView(
                        brand.id(),
                        page.range().from(),
                        page.range().to(),
                        page.posts(),
                        page.next(),
                        page.unreadBefore()));
    }

    private Response summary(Request request) {
        request.acceptOnly("from", "to");
        return queries.summary(
                        request.workspace(),
                        request.path("brand"),
                        range(request, TimeRange.SUMMARY))
                .map(summary -> Response.json(200, BrandViews.summary(summary)))
                .orElseThrow(() -> ProblemException.unknownBrand(request.path("brand")));
    }

    private Response timeline(Request request) {
        request.acceptOnly("bucket", "from", "to");
        Bucket bucket = request.query("bucket").map(BrandRoutes::bucket).orElse(Bucket.HOUR);
        return queries.timeline(
                        request.workspace(),
                        request.path("brand"),
                        bucket,
                        range(request, bucket.usualRange()))
                .map(timeline -> Response.json(200, BrandViews.timeline(timeline)))
                .orElseThrow(() -> ProblemException.unknownBrand(request.path("brand")));
    }

    private Brand brand(Request request) {
        return queries.brand(request.workspace(), request.path("brand"))
                .orElseThrow(() -> ProblemException.unknownBrand(request.path("brand")));
    }

    private TimeRange range(Request request, Duration usual) {
        return TimeRange.of(request.time("from"), request.time("to"), usual, clock.instant());
    }

    private static Brand read(Request request) {
        Brand brand =
                ProblemException.rightOrThrow(
                        ApiJson.brand(request.path("brand"), request.body(MAX_BODY_BYTES)));
        int competitors = brand.competitors().size();
        if (competitors > MAX_COMPETITORS) {
            throw ProblemException.parameter(
                    "competitors",
                    "competitors must hold at most " + MAX_COMPETITORS + ", got " + competitors);
        }
        return brand;
    }

    private static SentimentLabel sentiment(String text) {
        return Arrays.stream(SentimentLabel.values())
                .filter(label -> label.key().equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                ProblemException.parameter(
                                        "sentiment",
                                        "sentiment must be negative, neutral, positive, mixed"
                                                + " or abstain,"
                                                + " got '"
                                                + Request.shortened(text)
                                                + "'"));
    }

    private static Bucket bucket(String text) {
        return Bucket.of(text)
                .orElseThrow(
                        () ->
                                ProblemException.parameter(
                                        "bucket",
                                        "bucket must be minute, hour or day, got '"
                                                + Request.shortened(text)
                                                + "'"));
    }
}
