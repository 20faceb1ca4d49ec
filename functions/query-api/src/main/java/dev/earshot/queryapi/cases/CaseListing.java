package dev.earshot.queryapi.cases;

import dev.earshot.core.FieldException;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.post.Platform;
import dev.earshot.core.store.BrandStore;
import dev.earshot.engagement.cases.Case;
import dev.earshot.engagement.cases.CaseFilter;
import dev.earshot.engagement.cases.CaseId;
import dev.earshot.engagement.cases.CaseKind;
import dev.earshot.engagement.cases.CaseList;
import dev.earshot.engagement.cases.CaseState;
import dev.earshot.engagement.cases.CaseStore;
import dev.earshot.engagement.cases.Priority;
import dev.earshot.engagement.view.CaseView;
import dev.earshot.query.Cursors;
import dev.earshot.queryapi.http.Choices;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Lists cases, filtered, newest or most urgent first. Thread-safe. */
public final class CaseListing {
    private static final int DEFAULT_LIMIT = 20;
    private static final Duration DEFAULT_RANGE = Duration.ofDays(90);
    private static final String[] PARAMETERS = {
        "state",
        "kind",
        "brand",
        "platform",
        "team",
        "agent",
        "priority",
        "overdue",
        "from",
        "to",
        "order",
        "cursor",
        "limit"
    };

    private final CaseList cases;
    private final BrandStore brands;
    private final Cursors cursors;
    private final InstantSource clock;

    public CaseListing(CaseList cases, BrandStore brands, Cursors cursors, InstantSource clock) {
        this.cases = cases;
        this.brands = brands;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * A page of cases.
     *
     * @param from and {@code to}: the conversations began in between
     * @param incomplete said where the order by urgency did not look at all cases
     */
    record Page(
            List<CaseView> items,
            Instant from,
            Instant to,
            Optional<String> next,
            Optional<String> incomplete) {}

    /** Ways to order cases. */
    private enum Order {
        NEWEST,
        URGENT
    }

    Response list(Request request) {
        request.acceptOnly(PARAMETERS);
        int limit = request.number("limit", DEFAULT_LIMIT);
        if (limit < 1 || limit > CaseStore.MAX_PAGE) {
            throw ProblemException.parameter(
                    "limit",
                    "limit must lie between 1 and " + CaseStore.MAX_PAGE + ", got " + limit);
        }
        Order order =
                request.query("order")
                        .map(
                                text ->
                                        Choices.of(
                                                "order",
                                                text,
                                                Order.values(),
                                                each ->
                                                        each.name()
                                                                .toLowerCase(
                                                                        java.util.Locale.ROOT)))
                        .orElse(Order.URGENT);
        List<String> scope = scope(request);
        Optional<List<String>> cursor = request.query("cursor").map(text -> open(scope, text));
        Instant to = cursor.map(c -> Instant.parse(c.get(1))).orElseGet(() -> to(request));
        Instant from = request.time("from").orElseGet(() -> to.minus(DEFAULT_RANGE));
        if (!from.isBefore(to)) {
            throw ProblemException.parameter(
                    "from", "from must be before to, got " + from + " and " + to);
        }
        Predicate<Case> wanted = wanted(request);
        return Response.json(
                200,
                switch (order) {
                    case NEWEST -> newest(request, scope, cursor, from, to, wanted, limit);
                    case URGENT -> urgent(request, scope, cursor, from, to, wanted, limit);
                });
    }

    private Instant to(Request request) {
        // Posts of the next minute may be in by the time that the answer is read.
        return request.time("to").orElseGet(() -> clock.instant().plus(Duration.ofDays(1)));
    }

    private Page newest(
            Request request,
            List<String> scope,
            Optional<List<String>> cursor,
            Instant from,
            Instant to,
            Predicate<Case> wanted,
            int limit) {
        CaseList.Found found =
                cases.newest(
                        request.workspace(),
                        from,
                        to,
                        wanted,
                        cursor.map(c -> new CaseId(c.get(0))),
                        limit);
        return new Page(
                found.cases().stream().map(CaseView::listed).toList(),
                from,
                to,
                found.last().map(id -> seal(scope, id, to)),
                Optional.empty());
    }

    private Page urgent(
            Request request,
            List<String> scope,
            Optional<List<String>> cursor,
            Instant from,
            Instant to,
            Predicate<Case> wanted,
            int limit) {
        CaseList.Found found = cases.mostUrgent(request.workspace(), from, to, wanted);
        List<Case> ranked = found.cases();
        int start = cursor.map(c -> after(ranked, c.get(0))).orElse(0);
        int end = Math.min(ranked.size(), start + limit);
        return new Page(
                ranked.subList(start, end).stream().map(CaseView::listed).toList(),
                from,
                to,
                end < ranked.size()
                        ? Optional.of(seal(scope, ranked.get(end - 1).id(), to))
                        : Optional.empty(),
                found.last()
                        .map(
                                last ->
                                        "only the newest "
                                                + CaseList.MAX_RANKED
                                                + " cases were ranked; ask with to="
                                                + last.begun()
                                                + " for older ones"));
    }

    /** Where to go on: after the case that the page before ended with, wherever it stands now. */
    private static int after(List<Case> ranked, String last) {
        for (int i = 0; i < ranked.size(); i++) {
            if (ranked.get(i).id().value().equals(last)) {
                return i + 1;
            }
        }
        throw ProblemException.parameter(
                "cursor",
                "the case that the page before ended with is not among these any more; begin again");
    }

    private Predicate<Case> wanted(Request request) {
        CaseFilter filter =
                new CaseFilter(
                        request.query("state").map(CaseListing::states).orElseGet(Set::of),
                        request.query("kind")
                                .map(
                                        text ->
                                                Choices.of(
                                                        "kind",
                                                        text,
                                                        CaseKind.values(),
                                                        CaseKind::key)),
                        request.query("brand"),
                        request.query("platform")
                                .map(
                                        text ->
                                                Choices.of(
                                                        "platform",
                                                        text,
                                                        Platform.values(),
                                                        Platform::key)),
                        request.query("team"),
                        request.query("agent"),
                        request.query("priority")
                                .map(
                                        text ->
                                                Choices.of(
                                                        "priority",
                                                        text,
                                                        Priority.Level.values(),
                                                        Priority.Level::key)),
                        request.query("overdue")
                                .filter("true"::equals)
                                .map(yes -> clock.instant()));
        if (request.query("brand").isPresent()) {
            return filter::takes;
        }
        Set<String> rivals = rivals(request.workspace());
        return each -> filter.takes(each) && !rivals.containsAll(each.brands());
    }

    /** Brands that are watched as somebody's competitor alone: their complaints are theirs. */
    private Set<String> rivals(WorkspaceId workspace) {
        BrandCatalogue catalogue = brands.catalogue(workspace);
        Set<String> own = catalogue.ids();
        return catalogue.watched().stream()
                .map(Brand::id)
                .filter(id -> !own.contains(id))
                .collect(Collectors.toSet());
    }

    private static Set<CaseState> states(String text) {
        if (text.equals("open")) {
            return Arrays.stream(CaseState.values())
                    .filter(CaseState::open)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseState.class)));
        }
        Set<CaseState> states = EnumSet.noneOf(CaseState.class);
        for (String each : text.split(",", -1)) {
            states.add(Choices.of("state", each, CaseState.values(), CaseState::key));
        }
        return states;
    }

    private static List<String> scope(Request request) {
        return List.of(
                "cases",
                request.workspace().value(),
                Arrays.stream(PARAMETERS)
                        .filter(name -> !name.equals("cursor") && !name.equals("limit"))
                        .map(name -> name + "=" + request.query(name).orElse(""))
                        .collect(Collectors.joining("&")));
    }

    private String seal(List<String> scope, CaseId last, Instant to) {
        return cursors.seal(scope, List.of(last.value(), to.toString()));
    }

    private List<String> open(List<String> scope, String text) {
        List<String> fields =
                cursors.open(scope, text)
                        .filter(found -> found.size() == 2)
                        .orElseThrow(
                                () ->
                                        ProblemException.parameter(
                                                "cursor",
                                                "cursor must be one that this listing gave with the"
                                                        + " same filters"));
        try {
            return List.of(new CaseId(fields.get(0)).value(), fields.get(1));
        } catch (FieldException e) {
            throw ProblemException.parameter("cursor", "cursor must be one that this listing gave");
        }
    }
}
