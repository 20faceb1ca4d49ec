package dev.earshot.evaluation.bias;

import java.util.List;
import java.util.Map;

/**
 * Sentences that differ in nothing but the group they name, or the spelling of a group.
 *
 * @param language BCP-47 tag of the sentences
 * @param name what is swapped, such as {@code names by origin}
 * @param scenes the sentences
 */
record Attribute(String language, String name, List<Scene> scenes) {
    Attribute {
        scenes = List.copyOf(scenes);
    }

    /**
     * One situation in the words of each group.
     *
     * @param neutral whether the sentences say nothing good or bad, so that no toxicity head may
     *     flag them
     * @param sentences by group; several where the group has several members
     */
    record Scene(boolean neutral, Map<String, List<String>> sentences) {
        Scene {
            sentences = Map.copyOf(sentences);
        }
    }
}
