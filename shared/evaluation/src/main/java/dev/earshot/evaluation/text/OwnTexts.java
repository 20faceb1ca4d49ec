package dev.earshot.evaluation.text;

import java.util.List;
import java.util.stream.Stream;

/** The texts of the project's own posts, without their labels. Stateless. */
public final class OwnTexts {
    private OwnTexts() {}

    /** All of them, in a fixed order. */
    public static List<String> all() {
        return Stream.of(
                        OwnSets.targeted().stream().map(OwnSets.Targeted::text),
                        OwnSets.intents().posts().stream().map(LabelledPosts.Post::text),
                        OwnSets.mixed().stream().map(OwnSets.MaybeMixed::text))
                .flatMap(texts -> texts)
                .toList();
    }
}
