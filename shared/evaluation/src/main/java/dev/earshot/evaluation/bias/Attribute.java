package dev.earshot.evaluation.bias;

import java.util.List;
import java.util.Map;

/**
 * Sentences that differ only in the group that they name, or in a group's spelling.
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
     * One situation, worded for each group.
     *
     * @param neutral whether the sentences are neutral, so that no toxicity head may flag them
     * @param sentences sentences by group; several if the group has several members
     */
    record Scene(boolean neutral, Map<String, List<String>> sentences) {
        Scene {
            sentences = Map.copyOf(sentences);
        }
    }
}
