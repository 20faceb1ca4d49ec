package dev.earshot.alerts.message;

import dev.earshot.alerts.decision.Told;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.Explanation.Cause;
import dev.earshot.trends.episode.TrendKind;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says in a notice what a rule tells of an episode. Posts and what may name a person (reposts,
 * links, groups of authors, terms) stay out of it; they are behind the API, for those who may read.
 * Stateless.
 */
public final class EpisodeNotices {
    /** Kinds of cause that can't name a person. */
    private static final Set<String> IMPERSONAL = Set.of("platform", "language", "mood", "hashtag");

    private static final int SHOWN_CAUSES = 3;

    private EpisodeNotices() {}

    /** The notice of a decision. */
    public static Notice of(Told told) {
        Episode episode = told.change().episode();
        Instant at = told.repeats() ? told.at() : told.change().at();
        return new Notice(
                episode.workspace(),
                "episode." + (told.repeats() ? "goes_on" : episode.state().key()),
                episode.id(),
                episode.version(),
                at,
                Optional.of(episode.brand()).filter(brand -> !brand.equals(Episode.ALL_BRANDS)),
                title(episode, told.repeats()),
                sentence(episode),
                facts(episode));
    }

    private static String title(Episode episode, boolean repeats) {
        String what = name(episode.kind());
        String key = shownKey(episode).map(text -> " '" + text + "'").orElse("");
        String where =
                episode.brand().equals(Episode.ALL_BRANDS)
                        ? "many brands at once"
                        : episode.brand();
        String how =
                switch (episode.state()) {
                    case OPEN -> repeats ? "still high" : "rising";
                    case GREW -> repeats ? "still high" : "doubled again";
                    case RESOLVED -> "back to the usual";
                };
        return cut(where + ": " + what + key + " " + how, 200);
    }

    /** Our own words: the episode's may quote terms. */
    private static String sentence(Episode episode) {
        String unit = episode.kind().isShare() ? " posts of that kind" : " posts";
        String figures =
                number(episode.observed())
                        + unit
                        + " where "
                        + number(episode.expected())
                        + " were expected, "
                        + number(episode.ratio().value())
                        + " times the usual (95 %: "
                        + number(episode.ratio().interval().low())
                        + " to "
                        + number(episode.ratio().interval().high())
                        + ")";
        return episode.state() == EpisodeState.RESOLVED
                ? "Over since " + episode.end().orElse(episode.peak()) + ": " + figures + "."
                : "Since " + episode.start() + ": " + figures + ".";
    }

    private static Map<String, String> facts(Episode episode) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("episode", episode.id());
        facts.put("kind", episode.kind().key());
        shownKey(episode).ifPresent(key -> facts.put("key", key));
        facts.put("state", episode.state().key());
        facts.put("start", episode.start().toString());
        facts.put("peak", episode.peak().toString());
        episode.end().ifPresent(end -> facts.put("end", end.toString()));
        facts.put("observed", number(episode.observed()));
        facts.put("expected", number(episode.expected()));
        facts.put("ratio", number(episode.ratio().value()));
        facts.put("ratioLow", number(episode.ratio().interval().low()));
        facts.put("ratioHigh", number(episode.ratio().interval().high()));
        facts.put("evidence", number(episode.evidence()));
        episode.explanation().causes().stream()
                .filter(cause -> IMPERSONAL.contains(cause.kind()))
                .limit(SHOWN_CAUSES)
                .forEach(cause -> facts.put("cause " + cause.kind(), shown(cause)));
        return facts;
    }

    private static String shown(Cause cause) {
        return cut(cause.name(), 200)
                + String.format(Locale.ROOT, " (%.0f %% of the excess)", cause.share() * 100);
    }

    /** Which product, hashtag, platform or language; an account's name is left out. */
    private static Optional<String> shownKey(Episode episode) {
        return Optional.of(episode.key())
                .filter(key -> !key.isBlank() && !key.contains("@") && !key.contains("/"))
                .map(key -> cut(key, 80));
    }

    private static String name(TrendKind kind) {
        return switch (kind) {
            case MENTIONS -> "mentions";
            case COMPLAINT_SHARE -> "share of complaints";
            case NEGATIVE_SHARE -> "share of negative posts";
            case PRODUCT -> "posts about product";
            case HASHTAG -> "posts with hashtag";
            case LANGUAGE -> "posts in language";
            case PLATFORM -> "posts on platform";
            case TOPIC -> "topic";
        };
    }

    /** Two decimals at most below 100, none above. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%.0f", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }
}
