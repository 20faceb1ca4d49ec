package dev.earshot.engagement.predict;

import dev.earshot.core.Checks;
import dev.earshot.core.text.Reading;

import java.time.Instant;
import java.util.Optional;

/**
 * A post with what came of it.
 *
 * @param responses likes, reposts and replies together
 */
public record PastPost(Planned post, double responses) {
    public PastPost {
        Checks.inRange("responses", responses, 0, 1e12);
    }

    /** A post without a picture, by the only account there is, which no encoder has read. */
    public PastPost(Instant at, String text, double responses) {
        this(
                new Planned("account", at, Optional.of(text), Planned.Form.TEXT, Optional.empty()),
                responses);
    }

    /** The same post as the text encoder reads it. */
    public PastPost read(Reading reading) {
        return new PastPost(
                new Planned(
                        post.account(), post.at(), post.text(), post.form(), Optional.of(reading)),
                responses);
    }

    Instant at() {
        return post.at();
    }

    /** What is predicted: log(1 + responses). */
    double target() {
        return Math.log1p(responses);
    }
}
