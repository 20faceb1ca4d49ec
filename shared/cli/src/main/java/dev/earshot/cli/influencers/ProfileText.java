package dev.earshot.cli.influencers;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.influence.profile.Cells.Cell;
import dev.earshot.influence.profile.CreatorProfile;
import dev.earshot.influence.profile.CreatorProfile.Growth;
import dev.earshot.influence.profile.Doubt;
import dev.earshot.influence.profile.Partnership;
import dev.earshot.influence.profile.Responders;
import dev.earshot.influence.profile.Suspicion;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A creator's profile in plain words. Stateless. */
final class ProfileText {
    private static final String CURVE = "▁▂▃▄▅▆▇█";
    private static final int FEW_POSTS = 2;

    private static final Map<Doubt, String> DOUBTS =
            Map.of(
                    Doubt.COPIED, "repeat another account's words",
                    Doubt.TRADED, "by accounts that trade responses",
                    Doubt.DEVOTED, "by accounts that answer nobody else",
                    Doubt.IMPLAUSIBLE, "by accounts that look made for sale");

    private ProfileText() {}

    /** Lines of the board, one a subject; what is not known is left out. */
    static List<String> lines(CreatorProfile profile, OptionalDouble price) {
        var lines = new ArrayList<String>();
        growth(profile.growth()).ifPresent(lines::add);
        profile.responders()
                .ifPresent(
                        responders -> {
                            groups("responders write", responders.languages(), "")
                                    .ifPresent(lines::add);
                            groups("they respond at", responders.hours(), " (UTC)")
                                    .ifPresent(lines::add);
                        });
        suspicion(profile.suspicion()).ifPresent(lines::add);
        for (Partnership partnership : profile.partnerships()) {
            lines.add(partnership(partnership));
        }
        price.ifPresent(asked -> lines.add(cost(asked, profile.people())));
        return lines;
    }

    private static Optional<String> growth(List<Growth> weeks) {
        if (weeks.size() < 2) {
            return Optional.empty();
        }
        Growth first = weeks.getFirst();
        Growth last = weeks.getLast();
        long change = last.followers() - first.followers();
        return Optional.of(
                String.format(
                        Locale.ROOT,
                        "followers %s %,d to %,d in %d days (%+.1f %%)",
                        curve(weeks),
                        first.followers(),
                        last.followers(),
                        ChronoUnit.DAYS.between(first.day(), last.day()),
                        100.0 * change / Math.max(1, first.followers())));
    }

    private static String curve(List<Growth> weeks) {
        long least = weeks.stream().mapToLong(Growth::followers).min().orElse(0);
        long most = weeks.stream().mapToLong(Growth::followers).max().orElse(0);
        var curve = new StringBuilder();
        for (Growth week : weeks) {
            double height =
                    most == least ? 0 : (double) (week.followers() - least) / (most - least);
            curve.append(CURVE.charAt((int) Math.round(height * (CURVE.length() - 1))));
        }
        return curve.toString();
    }

    private static Optional<String> groups(String what, List<Cell> cells, String after) {
        return cells.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        cells.stream()
                                .map(
                                        cell ->
                                                String.format(
                                                        Locale.ROOT,
                                                        "%s %.0f %%",
                                                        cell.name().isEmpty()
                                                                ? "other"
                                                                : cell.name(),
                                                        100 * cell.share()))
                                .collect(Collectors.joining(", ", what + " ", after)));
    }

    private static Optional<String> suspicion(Suspicion suspicion) {
        if (suspicion.seen() == 0) {
            return Optional.empty();
        }
        String head =
                String.format(
                        Locale.ROOT,
                        "%.0f %% of %,d responses are doubted",
                        100 * suspicion.share(),
                        suspicion.seen());
        String parts =
                suspicion.doubted().entrySet().stream()
                        .map(
                                e ->
                                        String.format(
                                                Locale.ROOT,
                                                "%.0f %s",
                                                Math.ceil(e.getValue()),
                                                DOUBTS.get(e.getKey())))
                        .collect(Collectors.joining(", "));
        String posts =
                suspicion.evidence().stream()
                        .limit(FEW_POSTS)
                        .map(PostId::nativeId)
                        .collect(Collectors.joining(", "));
        return Optional.of(
                head
                        + (parts.isEmpty() ? "" : ": " + parts)
                        + (posts.isEmpty() ? "" : "; see posts " + posts));
    }

    private static String partnership(Partnership partnership) {
        return (partnership.brand().isPresent()
                        ? "advertised " + partnership.brand().get()
                        : "advertised brands that are not registered")
                + " in "
                + partnership.disclosed()
                + (partnership.disclosed() == 1 ? " post" : " posts")
                + ", the last on "
                + partnership.last();
    }

    private static String cost(double price, double people) {
        return people > 0
                ? String.format(
                        Locale.ROOT,
                        "%.2f for each of the %.0f people seen to respond, at a price of %.2f",
                        price / people,
                        people,
                        price)
                : "nobody was seen to respond, so the price reaches nobody that is known";
    }

    /** The profile in an answer of the API; empty where there is none. */
    static Optional<CreatorProfile> read(JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        var growth = new ArrayList<Growth>();
        for (JsonNode week : node.path("growth")) {
            growth.add(
                    new Growth(
                            LocalDate.parse(week.path("day").asText()),
                            week.path("followers").asLong()));
        }
        var partnerships = new ArrayList<Partnership>();
        for (JsonNode each : node.path("partnerships")) {
            partnerships.add(
                    new Partnership(
                            Optional.ofNullable(each.path("brand").asText(null)),
                            each.path("disclosed").asInt(),
                            each.path("others").asInt(),
                            LocalDate.parse(each.path("first").asText()),
                            LocalDate.parse(each.path("last").asText())));
        }
        JsonNode responders = node.path("responders");
        return Optional.of(
                new CreatorProfile(
                        growth,
                        node.path("people").asDouble(),
                        responders.isMissingNode()
                                ? Optional.empty()
                                : Optional.of(
                                        new Responders(
                                                cells(responders.path("languages")),
                                                cells(responders.path("hours")))),
                        suspicion(node.path("suspicious")),
                        partnerships));
    }

    private static List<Cell> cells(JsonNode groups) {
        var cells = new ArrayList<Cell>();
        for (JsonNode group : groups) {
            cells.add(new Cell(group.path("name").asText(), group.path("share").asDouble()));
        }
        return cells;
    }

    private static Suspicion suspicion(JsonNode node) {
        var doubted = new EnumMap<Doubt, Double>(Doubt.class);
        for (Doubt doubt : Doubt.values()) {
            if (node.path("doubted").has(doubt.key())) {
                doubted.put(doubt, node.path("doubted").path(doubt.key()).asDouble());
            }
        }
        var evidence = new ArrayList<PostId>();
        for (JsonNode post : node.path("evidence")) {
            Platform.of(post.path("platform").asText())
                    .ifPresent(
                            platform ->
                                    evidence.add(new PostId(platform, post.path("id").asText())));
        }
        return new Suspicion(node.path("seen").asInt(), doubted, evidence);
    }
}
