package dev.earshot.core.text;

import dev.earshot.core.Checks;

/**
 * A thing that a text names, towards which the sentiment is wanted.
 *
 * @param name the brand's id, or the aspect; several mentions may share it
 * @param start offset of the mention's first UTF-16 unit in the text
 * @param end offset after its last
 */
public record Target(String name, int start, int end) {
    public Target {
        Checks.name("target", name, 200);
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "a target must have 0 <= start < end, got " + start + " and " + end);
        }
    }
}
