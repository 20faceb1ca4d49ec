package dev.earshot.influence.evidence;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.sketch.TopicSketch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What authors are compared with for one brand.
 *
 * @param brandId the brand
 * @param values sketch of the brand's values
 * @param exemplars sketches of posts or captions that show the brand as it wants to be seen; may be
 *     empty
 * @param rejected sketch of what the brand rejects; may be {@link TopicSketch#EMPTY}
 * @param competitors ids of competing brands
 * @param languages BCP-47 primary tags that its audience reads; empty for any
 */
public record BrandProfile(
        String brandId,
        TopicSketch values,
        List<TopicSketch> exemplars,
        TopicSketch rejected,
        Set<String> competitors,
        Set<String> languages) {
    public BrandProfile {
        exemplars = List.copyOf(exemplars);
        competitors = java.util.Collections.unmodifiableSet(new TreeSet<>(competitors));
        languages = java.util.Collections.unmodifiableSet(new TreeSet<>(languages));
    }

    /**
     * Builds the profile of a registered brand: its values, and its products and context words as
     * exemplars. Competitors given as plain names get their ids from {@link Brand#idOf}, as in
     * {@code BrandCatalogue.watched}. A value that begins with {@code not } or {@code -} is a
     * rejected one.
     *
     * @param posts sketches of posts that show the brand as it wants to be seen, such as those of
     *     its own account; may be empty
     * @param registered ids of all registered brands
     */
    public static BrandProfile of(
            Brand brand, List<TopicSketch> posts, Set<String> registered, Set<String> languages) {
        var values = new ArrayList<String>();
        var rejected = new ArrayList<String>();
        for (String value : brand.values()) {
            if (value.startsWith("-")) {
                rejected.add(value.substring(1));
            } else if (value.startsWith("not ")) {
                rejected.add(value.substring("not ".length()));
            } else {
                values.add(value);
            }
        }
        var exemplars = new ArrayList<TopicSketch>(posts);
        var words = new ArrayList<String>(brand.products());
        words.addAll(brand.context());
        if (!words.isEmpty()) {
            exemplars.add(TopicSketch.of(String.join("\n", words)));
        }
        var competitors = new TreeSet<String>();
        for (String competitor : brand.competitors()) {
            competitors.add(registered.contains(competitor) ? competitor : Brand.idOf(competitor));
        }
        return new BrandProfile(
                brand.id(),
                TopicSketch.of(String.join("\n", values)),
                exemplars,
                TopicSketch.of(String.join("\n", rejected)),
                competitors,
                languages);
    }

    /** Everything that the brand itself publishes as its words: values, products, context. */
    public TopicSketch words() {
        var all = new ArrayList<TopicSketch>(exemplars);
        all.add(values);
        return TopicSketch.mean(all);
    }
}
