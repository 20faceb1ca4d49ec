package dev.earshot.engagement.reply;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody might answer. Nobody sends it but a person, on the platform.
 *
 * @param text the suggested answer; empty where a warning says why there is none
 * @param warnings what to look at before using it
 * @param language BCP-47 tag of the draft
 * @param template the template's name
 * @param facts what was taken from the post, by name
 */
public record Draft(
        Optional<String> text,
        List<String> warnings,
        String language,
        Voice voice,
        String template,
        Map<String, String> facts) {
    public Draft {
        warnings = List.copyOf(warnings);
        facts = Map.copyOf(facts);
    }
}
