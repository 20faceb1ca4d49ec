package dev.earshot.aws.score;

import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.influence.score.ScoreStore.Place;
import dev.earshot.influence.score.ScoredAuthor;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A place on a leaderboard: {@code L#<ws>#<brand>#<topic>} / {@code <distance to 100>#<pseudonym>},
 * so that the highest score sorts first. It is valid only while the author's score lists its key.
 */
record ScorePlace(String partition, String sortKey, Place place) {
    private static final double MAX_SCORE = 100;
    private static final double STEP = 1e9;

    static String partition(WorkspaceId workspace, String brandId, Optional<String> topic) {
        return Keys.board(workspace, brandId, topic.orElse(""));
    }

    /** Twelve digits that ascend as the score descends. */
    static String sortKey(double score, AuthorRef author) {
        return String.format(Locale.ROOT, "%012d", Math.round((MAX_SCORE - score) * STEP))
                + "#"
                + author.pseudonym();
    }

    /** The places of one score: the brand's and its topics'. */
    static List<ScorePlace> of(WorkspaceId workspace, ScoredAuthor scored) {
        var score = scored.score();
        var places = new ArrayList<ScorePlace>();
        places.add(
                of(
                        workspace,
                        Optional.empty(),
                        scored,
                        score.score(),
                        score.low(),
                        score.high(),
                        score.reason()));
        for (ScoredAuthor.OnTopic topic : scored.topics()) {
            places.add(
                    of(
                            workspace,
                            Optional.of(topic.topic()),
                            scored,
                            topic.score(),
                            topic.low(),
                            topic.high(),
                            topic.reason()));
        }
        return places;
    }

    private static ScorePlace of(
            WorkspaceId workspace,
            Optional<String> topic,
            ScoredAuthor scored,
            double score,
            double low,
            double high,
            String reason) {
        AuthorRef author = scored.score().author();
        return new ScorePlace(
                partition(workspace, scored.score().brandId(), topic),
                sortKey(score, author),
                new Place(
                        author,
                        scored.score().platform(),
                        scored.followers(),
                        score,
                        low,
                        high,
                        reason,
                        scored.score().asOf()));
    }

    /** The name under which the author's score lists it. */
    String name() {
        return partition + " " + sortKey;
    }

    Map<String, AttributeValue> write(long expiresAt) {
        TableItem item =
                TableItem.at(partition, sortKey)
                        .with(Keys.EXPIRES_AT, expiresAt)
                        .with("pf", place.platform().key())
                        .with("sc", place.score() + " " + place.low() + " " + place.high())
                        .with("r", place.reason())
                        .with("at", NumberText.instant(place.asOf()));
        place.followers().ifPresent(followers -> item.with("fo", followers));
        return item.attributes();
    }

    static ScorePlace read(TableItem item) {
        String sortKey = item.need(Keys.SK);
        String[] numbers = item.need("sc").split(" ", -1);
        return new ScorePlace(
                item.need(Keys.PK),
                sortKey,
                new Place(
                        new AuthorRef(sortKey.substring(sortKey.indexOf('#') + 1)),
                        Platform.of(item.need("pf")).orElse(Platform.UPLOAD),
                        item.has("fo")
                                ? OptionalLong.of(item.number("fo", 0))
                                : OptionalLong.empty(),
                        Double.parseDouble(numbers[0]),
                        Double.parseDouble(numbers[1]),
                        Double.parseDouble(numbers[2]),
                        item.need("r"),
                        NumberText.instant(item.need("at"))));
    }
}
