package dev.earshot.cli.influencers;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.influence.profile.CreatorProfile;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.InfluencerScore;
import dev.earshot.influence.score.RankRange;
import dev.earshot.influence.score.ScoredAuthor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An author on the board.
 *
 * @param name the handle where it is known, else the pseudonym
 * @param score 0 to 100, between {@code low} and {@code high}
 * @param parts the components; empty where only {@code reason} is known
 * @param caveats what a reader must know before using the number
 * @param profile what is known of a creator beside the score
 */
public record BoardLine(
        String name,
        String platform,
        OptionalLong followers,
        double score,
        double low,
        double high,
        String reason,
        List<Part> parts,
        List<String> caveats,
        Optional<CreatorProfile> profile) {
    public BoardLine {
        parts = List.copyOf(parts);
        caveats = List.copyOf(caveats);
    }

    /**
     * One component.
     *
     * @param weight 0 if it is unknown, or shown as information alone
     */
    public record Part(
            String name,
            double value,
            double low,
            double high,
            double weight,
            List<String> reasons) {
        public Part {
            reasons = List.copyOf(reasons);
        }

        /** Whether anything is known of it. */
        boolean isKnown() {
            return weight > 0;
        }
    }

    /** The line of a score. */
    static BoardLine of(String name, ScoredAuthor scored) {
        InfluencerScore score = scored.score();
        return new BoardLine(
                name,
                score.platform().key(),
                scored.followers(),
                score.score(),
                score.low(),
                score.high(),
                score.reason(),
                score.components().stream().map(BoardLine::part).toList(),
                score.caveats(),
                scored.profile());
    }

    private static Part part(Component c) {
        return new Part(c.name().key(), c.value(), c.low(), c.high(), c.weight(), c.reasons());
    }

    /** The line of a place in an answer of the API. */
    static BoardLine of(JsonNode place) {
        return new BoardLine(
                place.path("author").asText(),
                place.path("platform").asText(),
                place.has("followers")
                        ? OptionalLong.of(place.path("followers").asLong())
                        : OptionalLong.empty(),
                place.path("score").asDouble(),
                place.path("interval").path(0).asDouble(),
                place.path("interval").path(1).asDouble(),
                place.path("reason").asText(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** The same with what the API says of the author alone. */
    BoardLine with(JsonNode detail) {
        var components = new ArrayList<Part>();
        for (JsonNode each : detail.path("components")) {
            components.add(
                    new Part(
                            each.path("name").asText(),
                            each.path("value").asDouble(),
                            each.path("interval").path(0).asDouble(),
                            each.path("interval").path(1).asDouble(),
                            each.path("weight").asDouble(),
                            texts(each.path("reasons"))));
        }
        return new BoardLine(
                name,
                platform,
                followers,
                score,
                low,
                high,
                reason,
                components,
                texts(detail.path("caveats")),
                ProfileText.read(detail.path("profile")));
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** The ranks that each author of a board may have, such as {@code 3 to 9}. */
    static List<String> ranks(List<BoardLine> board) {
        return RankRange.of(
                        1,
                        board.stream()
                                .map(l -> new RankRange.Estimate(l.score(), l.low(), l.high()))
                                .toList())
                .stream()
                .map(RankRange::text)
                .toList();
    }
}
