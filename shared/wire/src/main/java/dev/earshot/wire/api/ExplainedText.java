package dev.earshot.wire.api;

import dev.earshot.core.post.PostId;
import dev.earshot.core.text.TextExplanation;

import java.util.Optional;

/**
 * An explanation to be shown.
 *
 * @param post the post that the text is of; empty for a bare text
 */
public record ExplainedText(Optional<PostId> post, TextExplanation explanation) {}
