package dev.earshot.core.feedback;

import dev.earshot.core.Checks;
import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.PostId;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.SentimentLabel;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A person's correction of a post's verdicts, beside what was shown. It changes no result and no
 * count, nothing is trained on it by itself, and it holds no text of the post.
 *
 * @param said what it should have been; at least one label, none of them an abstention
 * @param shown the labels that the person saw, for all of the post and each brand in {@code said}
 * @param language BCP-47 tag of the post
 * @param model what read the post; empty where no model did
 * @param at when it was given
 * @param by the caller's name, as in the audit
 */
public record Feedback(
        WorkspaceId workspace,
        PostId post,
        Labels said,
        Labels shown,
        String language,
        Optional<ModelVersion> model,
        Instant at,
        String by) {
    /** A longer name of a caller does not occur. */
    private static final int MAX_NAME = 200;

    public Feedback {
        if (said.post().isEmpty() && said.brands().isEmpty()) {
            throw new IllegalArgumentException("said must hold at least one label, got none");
        }
        if (said.post().filter(label -> label == SentimentLabel.ABSTAIN).isPresent()
                || said.brands().containsValue(SentimentLabel.ABSTAIN)) {
            throw new IllegalArgumentException(
                    "said must be negative, neutral, positive or mixed, got abstain");
        }
        Checks.name("by", by, MAX_NAME);
    }

    /** A correction of a post as it is stored. */
    public static Feedback of(PostAnalysis post, Labels said, Instant at, String by) {
        Map<String, SentimentLabel> shown =
                said.brands().keySet().stream()
                        .collect(Collectors.toMap(brand -> brand, post::label));
        return new Feedback(
                post.workspace(),
                post.id(),
                said,
                new Labels(Optional.of(post.reading().label()), shown),
                post.reading().language(),
                post.reading() instanceof Reading.Read read ? read.model() : Optional.empty(),
                at,
                by);
    }
}
