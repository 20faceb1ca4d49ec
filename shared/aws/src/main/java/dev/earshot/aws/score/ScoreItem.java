package dev.earshot.aws.score;

import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.InfluencerScore;
import dev.earshot.influence.score.ScoredAuthor;
import dev.earshot.influence.score.ScoredAuthor.OnTopic;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A score as attributes, numbers in full: {@code u} pseudonym, {@code pf} platform, {@code br}
 * brand, {@code sc} score, low, high and posts, {@code at} as of, {@code tv} table, {@code fo}
 * followers, {@code cv} caveats, {@code tp} topics, {@code pr} the {@link ProfileItem}, and the
 * components by name: {@code n} value, low, high and weight, {@code r} reasons, {@code e} evidence.
 * An entry of the history keeps the first reason of each component and no evidence. A component
 * that is missing was not known when the score was made. Stateless.
 */
final class ScoreItem {
    private ScoreItem() {}

    static void write(ScoredAuthor scored, boolean whole, TableItem item) {
        InfluencerScore score = scored.score();
        item.with("u", score.author().pseudonym())
                .with("pf", score.platform().key())
                .with("br", score.brandId())
                .with(
                        "sc",
                        score.score()
                                + " "
                                + score.low()
                                + " "
                                + score.high()
                                + " "
                                + score.posts())
                .with("at", NumberText.instant(score.asOf()))
                .with("tv", score.tableVersion());
        if (whole) {
            item.with("cv", score.caveats());
            scored.followers().ifPresent(followers -> item.with("fo", followers));
            item.with("tp", scored.topics().stream().map(ScoreItem::text).toList());
            scored.profile().ifPresent(profile -> item.with("pr", ProfileItem.write(profile)));
        }
        for (Component component : score.components()) {
            item.with(component.name().key(), component(component, whole));
        }
    }

    private static AttributeValue component(Component component, boolean whole) {
        List<String> reasons = component.reasons();
        TableItem map =
                TableItem.of(new java.util.HashMap<>())
                        .with(
                                "n",
                                component.value()
                                        + " "
                                        + component.low()
                                        + " "
                                        + component.high()
                                        + " "
                                        + component.weight())
                        .with("r", whole ? reasons : reasons.stream().limit(1).toList());
        if (whole) {
            map.with("e", component.evidence().stream().map(PostId::toString).toList());
        }
        return AttributeValue.fromM(map.attributes());
    }

    static ScoredAuthor read(TableItem item) {
        String[] numbers = item.need("sc").split(" ", -1);
        var components = new ArrayList<Component>();
        for (Component.Name name : Component.Name.values()) {
            Map<String, AttributeValue> map =
                    item.find(name.key()).map(AttributeValue::m).orElse(Map.of());
            components.add(
                    map.isEmpty()
                            ? Component.unknown(name, "scores of that time did not have it")
                            : component(name, TableItem.of(map)));
        }
        var score =
                new InfluencerScore(
                        new AuthorRef(item.need("u")),
                        Platform.of(item.need("pf")).orElse(Platform.UPLOAD),
                        item.need("br"),
                        Double.parseDouble(numbers[0]),
                        Double.parseDouble(numbers[1]),
                        Double.parseDouble(numbers[2]),
                        components,
                        item.texts("cv"),
                        Integer.parseInt(numbers[3]),
                        NumberText.instant(item.need("at")),
                        item.need("tv"));
        return new ScoredAuthor(
                score,
                item.has("fo") ? OptionalLong.of(item.number("fo", 0)) : OptionalLong.empty(),
                item.texts("tp").stream().map(ScoreItem::topic).toList(),
                item.find("pr").map(map -> ProfileItem.read(TableItem.of(map.m()))));
    }

    private static Component component(Component.Name name, TableItem map) {
        String[] numbers = map.need("n").split(" ", -1);
        return new Component(
                name,
                Double.parseDouble(numbers[0]),
                Double.parseDouble(numbers[1]),
                Double.parseDouble(numbers[2]),
                Double.parseDouble(numbers[3]),
                map.texts("r"),
                map.texts("e").stream().map(Keys::postId).toList());
    }

    private static String text(OnTopic topic) {
        return topic.topic()
                + " "
                + topic.score()
                + " "
                + topic.low()
                + " "
                + topic.high()
                + " "
                + topic.reason();
    }

    private static OnTopic topic(String text) {
        String[] words = text.split(" ", 5);
        return new OnTopic(
                words[0],
                Double.parseDouble(words[1]),
                Double.parseDouble(words[2]),
                Double.parseDouble(words[3]),
                words[4]);
    }

    static Instant asOf(TableItem item) {
        return NumberText.instant(item.need("at"));
    }
}
