package dev.earshot.core.feedback;

import dev.earshot.core.text.SentimentLabel;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Labels of a post and of its brands.
 *
 * @param post of the post as a whole, where it was given
 * @param brands by brand id, those that were given
 */
public record Labels(Optional<SentimentLabel> post, Map<String, SentimentLabel> brands) {
    public Labels {
        brands = Collections.unmodifiableMap(new TreeMap<>(brands));
    }
}
