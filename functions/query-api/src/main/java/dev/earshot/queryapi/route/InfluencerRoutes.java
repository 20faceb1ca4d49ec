package dev.earshot.queryapi.route;

import dev.earshot.core.FieldException;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.store.BrandStore;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.influence.score.ScoredAuthor;
import dev.earshot.query.InfluencerPages;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.wire.api.influencer.ComparisonView;
import dev.earshot.wire.api.influencer.LeaderboardView;
import dev.earshot.wire.api.influencer.ScoredAuthorView;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Authors' scores: leaderboards, one author's score taken apart, and choices within a budget.
 * Thread-safe.
 */
public final class InfluencerRoutes {
    private static final int DEFAULT_LIMIT = 20;
    private static final int HISTORY = 30;
    private static final int MAX_BODY_BYTES = 1 << 18;

    /** Longer than any hashtag; a key of the table has room for it. */
    private static final int MAX_TOPIC = 200;

    private static final int MAX_CANDIDATES = 500;
    private static final int MAX_COMPARED = 5;
    private static final int EXPORT_PAGE = 100;
    private static final int MAX_EXPORTED = 1_000;

    private final ScoreStore scores;
    private final BrandStore brands;
    private final InfluencerPages pages;
    private final Portfolios portfolios;

    public InfluencerRoutes(ScoreStore scores, BrandStore brands, InfluencerPages pages) {
        this.scores = scores;
        this.brands = brands;
        this.pages = pages;
        this.portfolios = new Portfolios(scores);
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/influencers", Access.READ, this::list),
                new Route("GET", "/v1/influencers/compare", Access.READ, this::compare),
                new Route("GET", "/v1/influencers/export", Access.READ, this::export),
                new Route("POST", "/v1/influencers/portfolio", Access.READ, this::portfolio),
                new Route("GET", "/v1/influencers/{pseudonym}", Access.READ, this::get));
    }

    private Response list(Request request) {
        request.acceptOnly("brand", "topic", "platform", "minFollowers", "cursor", "limit");
        String brand = brand(request, request.query("brand"));
        InfluencerPages.Page page =
                pages.page(
                        new InfluencerPages.Query(
                                request.workspace(),
                                brand,
                                request.query("topic").map(InfluencerRoutes::topic),
                                request.query("platform").map(InfluencerRoutes::platform),
                                followers(request),
                                request.query("cursor"),
                                request.number("limit", DEFAULT_LIMIT)));
        return Response.json(
                200,
                new LeaderboardView(
                        brand,
                        request.query("topic").map(InfluencerRoutes::topic),
                        InfluencerViews.places(page.firstRank(), page.places()),
                        page.next()));
    }

    private Response get(Request request) {
        request.acceptOnly("brand", "price");
        OptionalDouble price = price(request);
        AuthorRef author = author(request.path("pseudonym"));
        String brand = brand(request, request.query("brand"));
        ScoredAuthor scored =
                scores.find(request.workspace(), author, brand)
                        .orElseThrow(
                                () ->
                                        ProblemException.notFound(
                                                "this author has no score for '"
                                                        + brand
                                                        + "': unknown, no creator and silent about it, not scored"
                                                        + " yet, or objecting to it"));
        return Response.json(
                200,
                InfluencerViews.detail(
                        scored,
                        scores.audience(request.workspace(), author).size(),
                        scores.history(request.workspace(), author, brand, HISTORY),
                        price));
    }

    private Response compare(Request request) {
        request.acceptOnly("brand", "authors");
        String brand = brand(request, request.query("brand"));
        List<String> names =
                Arrays.stream(request.query("authors").orElse("").split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
        if (names.isEmpty() || names.size() > MAX_COMPARED) {
            throw ProblemException.parameter(
                    "authors",
                    "authors must be 1 to "
                            + MAX_COMPARED
                            + " pseudonyms, split by commas, got "
                            + names.size());
        }
        var views = new ArrayList<ScoredAuthorView>();
        var unknown = new ArrayList<String>();
        for (String name : names) {
            AuthorRef author = author(name);
            Optional<ScoredAuthor> scored = scores.find(request.workspace(), author, brand);
            if (scored.isEmpty()) {
                unknown.add(name);
            } else {
                views.add(
                        InfluencerViews.detail(
                                scored.get(),
                                scores.audience(request.workspace(), author).size(),
                                scores.history(request.workspace(), author, brand, HISTORY),
                                OptionalDouble.empty()));
            }
        }
        return Response.json(200, new ComparisonView(brand, views, unknown));
    }

    /** The first thousand of a board, for a spreadsheet. */
    private Response export(Request request) {
        request.acceptOnly("brand", "topic", "platform", "minFollowers");
        String brand = brand(request, request.query("brand"));
        var places = new ArrayList<ScoreStore.Place>();
        Optional<String> cursor = Optional.empty();
        do {
            InfluencerPages.Page page =
                    pages.page(
                            new InfluencerPages.Query(
                                    request.workspace(),
                                    brand,
                                    request.query("topic").map(InfluencerRoutes::topic),
                                    request.query("platform").map(InfluencerRoutes::platform),
                                    followers(request),
                                    cursor,
                                    EXPORT_PAGE));
            places.addAll(page.places());
            cursor = page.next();
        } while (cursor.isPresent() && places.size() < MAX_EXPORTED);
        return new Response(200, "text/csv; charset=utf-8", BoardCsv.of(places), Map.of());
    }

    private Response portfolio(Request request) {
        request.acceptOnly();
        JsonObject body = JsonObject.of(request.body(MAX_BODY_BYTES));
        body.acceptOnly(List.of("brand", "budget", "prices"));
        String brand = brand(request, body.text("brand"));
        double budget = number("budget", body.any("budget"));
        Map<AuthorRef, Double> prices = new LinkedHashMap<>();
        if (!(body.any("prices") instanceof Map<?, ?> given) || given.isEmpty()) {
            throw ProblemException.parameter(
                    "prices",
                    "prices must be an object of pseudonyms and prices, with one at least");
        }
        if (given.size() > MAX_CANDIDATES) {
            throw ProblemException.parameter(
                    "prices",
                    "prices must hold at most " + MAX_CANDIDATES + " authors, got " + given.size());
        }
        given.forEach(
                (key, price) ->
                        prices.put(author(String.valueOf(key)), number("prices." + key, price)));
        return Response.json(200, portfolios.choose(request.workspace(), brand, budget, prices));
    }

    private static double number(String name, @org.jspecify.annotations.Nullable Object value) {
        // As a double: a decimal may be so small that it becomes 0.
        if (value instanceof BigDecimal number
                && number.doubleValue() > 0
                && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw ProblemException.parameter(
                Request.shortened(name),
                Request.shortened(name) + " must be a number above 0, of 4.9e-324 to 1.8e308");
    }

    /** What the creator asks for, in any currency. */
    private static OptionalDouble price(Request request) {
        Optional<String> text = request.query("price");
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!text.get().matches("[0-9]{1,12}([.][0-9]{1,4})?")) {
            throw ProblemException.parameter(
                    "price",
                    "price must be a number of 0 or more such as 250 or 99.50, got '"
                            + Request.shortened(text.get())
                            + "'");
        }
        return OptionalDouble.of(Double.parseDouble(text.get()));
    }

    /** A brand that the workspace watches. */
    private String brand(Request request, Optional<String> given) {
        String id =
                given.orElseThrow(
                        () -> ProblemException.parameter("brand", "brand must be given: its id"));
        boolean known =
                brands.catalogue(request.workspace()).watched().stream()
                        .anyMatch(brand -> brand.id().equals(id));
        if (!known) {
            throw ProblemException.unknownBrand(id);
        }
        return id;
    }

    static AuthorRef author(String pseudonym) {
        try {
            return new AuthorRef(pseudonym);
        } catch (FieldException e) {
            throw ProblemException.parameter(
                    "pseudonym",
                    "a pseudonym has 32 hexadecimal digits in lower case, got '"
                            + Request.shortened(pseudonym)
                            + "'");
        }
    }

    private static String topic(String text) {
        if (text.length() > MAX_TOPIC) {
            throw ProblemException.parameter(
                    "topic",
                    "topic must have at most " + MAX_TOPIC + " characters, got " + text.length());
        }
        String plain = text.startsWith("#") ? text.substring(1) : text;
        return plain.toLowerCase(Locale.ROOT);
    }

    static Platform platform(String text) {
        return Platform.of(text)
                .orElseThrow(
                        () ->
                                ProblemException.parameter(
                                        "platform",
                                        "platform must be one of "
                                                + String.join(
                                                        ", ",
                                                        Arrays.stream(Platform.values())
                                                                .map(Platform::key)
                                                                .toList())
                                                + ", got '"
                                                + Request.shortened(text)
                                                + "'"));
    }

    private static OptionalLong followers(Request request) {
        Optional<String> text = request.query("minFollowers");
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.get().matches("[0-9]{1,15}")) {
            throw ProblemException.parameter(
                    "minFollowers",
                    "minFollowers must be a whole number of 0 or more, got '"
                            + Request.shortened(text.get())
                            + "'");
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }
}
