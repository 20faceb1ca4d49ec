package dev.earshot.cli.trends;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.earshot.core.post.PostId;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.Explanation;
import dev.earshot.trends.spike.BucketVerdict;
import dev.earshot.trends.topic.Topic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;

/** The lines that {@code trends} prints, each a JSON object. Stateless. */
final class TrendLines {
    private static final MathContext FIGURES = new MathContext(6);

    private TrendLines() {}

    static String of(BucketVerdict verdict) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("time", verdict.time().toString());
        verdict.count()
                .ifPresentOrElse(
                        count -> number(line, "count", count), () -> line.putNull("count"));
        number(line, "expected", verdict.expected());
        number(line, "evidence", verdict.evidence());
        line.put("state", verdict.state().key());
        line.put("alert", verdict.alert());
        return line.toString();
    }

    static String of(Episode episode) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("episode", episode.id());
        line.put("kind", episode.kind().key());
        line.put("key", episode.key());
        line.put("start", episode.start().toString());
        line.put("peak", episode.peak().toString());
        line.put("end", episode.end().map(Instant::toString).orElse(null));
        line.put("state", episode.state().key());
        number(line, "observed", episode.observed());
        number(line, "expected", episode.expected());
        number(line, "ratio", episode.ratio().value());
        number(line, "ratioLow", episode.ratio().interval().low());
        number(line, "ratioHigh", episode.ratio().interval().high());
        number(line, "evidence", episode.evidence());
        line.put("summary", episode.summary());
        if (!episode.explanation().equals(Explanation.NONE)) {
            why(line, episode.explanation());
        }
        return line.toString();
    }

    static String of(Topic topic) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("topic", topic.id());
        line.put("label", topic.label());
        line.put("state", topic.strength().key());
        line.put("start", topic.start().toString());
        line.put("peak", topic.peak().toString());
        line.put("last", topic.last().toString());
        number(line, "posts", topic.posts());
        number(line, "expected", topic.expected());
        line.put("authors", topic.authors());
        number(line, "evidence", topic.evidence());
        var marks = line.putArray("terms");
        topic.marks()
                .forEach(
                        mark ->
                                marks.addObject()
                                        .put("kind", mark.kind())
                                        .put("name", mark.name()));
        var posts = line.putArray("examples");
        topic.examples().stream().limit(Topic.EXAMPLES).map(PostId::toString).forEach(posts::add);
        return line.toString();
    }

    private static void why(ObjectNode line, Explanation explanation) {
        line.put("why", explanation.words());
        var causes = line.putArray("causes");
        explanation
                .causes()
                .forEach(
                        cause -> {
                            ObjectNode one = causes.addObject();
                            one.put("kind", cause.kind());
                            one.put("name", cause.name());
                            number(one, "share", cause.share());
                        });
        var posts = line.putArray("posts");
        explanation.posts().stream().map(PostId::toString).forEach(posts::add);
        explanation
                .synchrony()
                .ifPresent(
                        synchrony -> {
                            ObjectNode one = line.putObject("synchrony");
                            number(one, "share", synchrony.share());
                            number(one, "expected", synchrony.expected());
                            one.put("synchronised", synchrony.synchronised());
                        });
    }

    /** Six figures; whole numbers as such. */
    private static void number(ObjectNode line, String field, double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            line.put(field, (long) value);
        } else {
            line.put(field, new BigDecimal(value).round(FIGURES).doubleValue());
        }
    }
}
