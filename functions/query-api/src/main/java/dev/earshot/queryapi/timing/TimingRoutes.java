package dev.earshot.queryapi.timing;

import dev.earshot.core.FieldException;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostTraits;
import dev.earshot.core.statistics.Interval;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AnalysisStore.BrandPosts;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.BrandWalk;
import dev.earshot.engagement.timing.Advice;
import dev.earshot.engagement.timing.Effect;
import dev.earshot.engagement.timing.Published;
import dev.earshot.engagement.timing.SplitTest;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When a brand's own posts did well, which of them, and how to make sure. Thread-safe. */
public final class TimingRoutes {
    private static final Duration LOOK_BACK = Duration.ofDays(366);
    private static final int MAX_POSTS = 20_000;
    private static final int MAX_CONTENTS = 20;
    private static final String TEST = "/v1/brands/{brand}/timing/test";

    private final AnalysisStore posts;
    private final BrandStore brands;
    private final InstantSource clock;

    public TimingRoutes(AnalysisStore posts, BrandStore brands, InstantSource clock) {
        this.posts = posts;
        this.brands = brands;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/brands/{brand}/timing", Access.READ, this::advice),
                new Route("GET", TEST, Access.READ, this::test));
    }

    private Response advice(Request request) {
        request.acceptOnly("zone");
        ZoneId zone = zone(request);
        Instant now = clock.instant();
        Advice advice = Advice.of(published(request, now.minus(LOOK_BACK), now), zone);
        List<Effect> best = advice.bestHours();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("brand", request.path("brand"));
        view.put("zone", zone.getId());
        view.put("posts", advice.posts());
        view.put("finding", finding(advice, best));
        view.put("bestHours", best.stream().map(TimingRoutes::view).toList());
        view.put("hours", advice.hours().stream().map(TimingRoutes::view).toList());
        view.put(
                "contents",
                advice.contents().stream().limit(MAX_CONTENTS).map(TimingRoutes::view).toList());
        return Response.json(200, view);
    }

    private static String finding(Advice advice, List<Effect> best) {
        if (advice.posts() < Advice.MIN_POSTS) {
            return "Too few posts: at least "
                    + Advice.MIN_POSTS
                    + " by the brand's own accounts with known responses are needed, "
                    + advice.posts()
                    + " are there.";
        }
        return best.isEmpty()
                ? "No evidence that any hour does better than another."
                : "Posts at "
                        + String.join(", ", best.stream().map(Effect::group).toList())
                        + " o'clock did better than chance explains. They were not sent at random:"
                        + " test it.";
    }

    private Response test(Request request) {
        request.acceptOnly("zone", "hours", "from", "rise", "pairs");
        SplitTest test = ProblemException.made(() -> split(request));
        Instant now = clock.instant();
        Instant begin = test.from().atStartOfDay(test.zone()).toInstant();
        int pairs = request.query("pairs").isPresent() ? request.number("pairs", 0) : 0;
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("brand", request.path("brand"));
        if (pairs == 0) {
            List<Published> before =
                    published(request, begin.minus(LOOK_BACK), earlier(begin, now));
            if (before.size() < Advice.MIN_POSTS) {
                throw ProblemException.parameter(
                        "pairs",
                        "pairs must be given, since how much responses vary can't be told from "
                                + before.size()
                                + " posts before "
                                + test.from());
            }
            pairs = test.pairs(Advice.deviation(before));
        }
        if (pairs < 3 || 2 * pairs > SplitTest.MAX_DAYS) {
            throw ProblemException.parameter(
                    "rise",
                    "the test would take "
                            + pairs
                            + " pairs of days; it must be 3 to "
                            + SplitTest.MAX_DAYS / 2
                            + ": look for a larger rise");
        }
        SplitTest.Finding finding =
                test.read(
                        pairs,
                        begin.isBefore(now) ? published(request, begin, now) : List.of(),
                        now);
        view.put("hours", List.of(test.one(), test.other()));
        view.put("zone", test.zone().getId());
        view.put("from", test.from().toString());
        view.put("to", test.from().plusDays(2L * pairs - 1).toString());
        view.put("rise", test.rise());
        view.put("pairs", pairs);
        view.put("posts", 2 * pairs);
        view.put("power", SplitTest.POWER);
        view.put(
                "slots",
                test.slots(pairs).stream()
                        .map(slot -> Map.of("day", slot.day().toString(), "hour", slot.hour()))
                        .toList());
        view.put("pairsKept", finding.kept());
        view.put("finding", finding(test, finding));
        finding.rise()
                .ifPresent(
                        rise -> {
                            view.put("measuredRise", rise.value());
                            view.put("interval", ends(rise.interval()));
                        });
        return Response.json(200, view);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String finding(SplitTest test, SplitTest.Finding finding) {
        if (finding.rise().isEmpty()) {
            return (finding.over() ? "Too little to read: " : "Not read before its end: ")
                    + finding.kept()
                    + " of "
                    + finding.pairs()
                    + " pairs of days have a post in both hours.";
        }
        return finding.rise().get().evident()
                ? "Posts at " + test.other() + " and at " + test.one() + " o'clock differ."
                : "No difference could be shown.";
    }

    private SplitTest split(Request request) {
        String hours = request.query("hours").orElse("");
        if (!hours.matches("[0-9]{1,2},[0-9]{1,2}")) {
            throw new FieldException(
                    "hours",
                    "must be two hours of the day such as 9,18, got '"
                            + Request.shortened(hours)
                            + "'");
        }
        String[] both = hours.split(",", -1);
        return new SplitTest(
                Integer.parseInt(both[0]),
                Integer.parseInt(both[1]),
                day(request),
                zone(request),
                rise(request));
    }

    private static LocalDate day(Request request) {
        String text = request.query("from").orElse("");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new FieldException(
                    "from",
                    "must be the test's first day, such as 2026-03-01, got '"
                            + Request.shortened(text)
                            + "'");
        }
    }

    private static double rise(Request request) {
        String text = request.query("rise").orElse("0.2");
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new FieldException(
                    "rise", "must be a number such as 0.2, got '" + Request.shortened(text) + "'");
        }
    }

    private static ZoneId zone(Request request) {
        return ProblemException.made(() -> SplitTest.zone(request.query("zone").orElse("UTC")));
    }

    private List<Published> published(Request request, Instant from, Instant to) {
        WorkspaceId workspace = request.workspace();
        String brand = request.path("brand");
        if (brands.catalogue(workspace).find(brand).isEmpty()) {
            throw ProblemException.notFound(
                    "no brand '" + Request.shortened(brand) + "' is registered; PUT it first");
        }
        return BrandWalk.of(
                        posts,
                        new BrandPosts(
                                workspace,
                                brand,
                                Optional.empty(),
                                PostTraits.OWN,
                                from,
                                to,
                                Optional.empty(),
                                100),
                        MAX_POSTS,
                        post -> true)
                .posts()
                .stream()
                .flatMap(post -> Published.of(post).stream())
                .toList();
    }

    private static Map<String, Object> view(Effect effect) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("group", effect.group());
        view.put("posts", effect.posts());
        view.put("rise", effect.rise());
        view.put("interval", ends(effect.interval()));
        view.put("p", effect.p());
        view.put("evident", effect.evident());
        return view;
    }

    private static List<Double> ends(Interval interval) {
        return List.of(interval.low(), interval.high());
    }
}
