package dev.earshot.core.privacy;

import dev.earshot.core.text.TextSpan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A text in which placeholders stand for personal data. It does not hold what they stand for, but
 * knows where each place was.
 *
 * @param text the text with placeholders
 * @param masks the places, in order and apart
 */
public record MaskedText(String text, List<Mask> masks) {
    public MaskedText {
        masks = List.copyOf(masks);
    }

    /**
     * One placeholder.
     *
     * @param found its place in the original text
     * @param start offset of the placeholder in the masked text
     */
    public record Mask(PiiSpan found, int start) {
        int end() {
            return start + found.kind().placeholder().length();
        }
    }

    /** A text in which nothing was found. */
    public static MaskedText unchanged(String text) {
        return new MaskedText(text, List.of());
    }

    /**
     * The text with those places masked.
     *
     * @throws IllegalArgumentException if two of them overlap or one lies outside the text
     */
    public static MaskedText of(String text, List<PiiSpan> found) {
        var masked = new StringBuilder(text.length());
        List<Mask> masks = new ArrayList<>(found.size());
        int copied = 0;
        for (PiiSpan span :
                found.stream().sorted(Comparator.comparingInt(PiiSpan::start)).toList()) {
            if (span.start() < copied || span.end() > text.length()) {
                throw new IllegalArgumentException(
                        "spans must lie apart within " + text.length() + " units, got " + span);
            }
            masked.append(text, copied, span.start());
            masks.add(new Mask(span, masked.length()));
            masked.append(span.kind().placeholder());
            copied = span.end();
        }
        return new MaskedText(masked.append(text, copied, text.length()).toString(), masks);
    }

    /** Whether anything was masked. */
    public boolean changed() {
        return !masks.isEmpty();
    }

    /**
     * Where a span of the original text lies in the masked one. A span that begins or ends within
     * something masked takes in the whole placeholder.
     */
    public TextSpan toMasked(int start, int end) {
        return new TextSpan(masked(start, true), masked(end, false));
    }

    /** Where a span of the masked text lies in the original one; likewise. */
    public TextSpan toOriginal(int start, int end) {
        return new TextSpan(original(start, true), original(end, false));
    }

    private int masked(int offset, boolean first) {
        int shift = 0;
        for (Mask mask : masks) {
            PiiSpan found = mask.found();
            if (first ? offset < found.start() : offset <= found.start()) {
                break;
            }
            if (first ? offset < found.end() : offset <= found.end()) {
                return first ? mask.start() : mask.end();
            }
            shift = mask.end() - found.end();
        }
        return offset + shift;
    }

    private int original(int offset, boolean first) {
        int shift = 0;
        for (Mask mask : masks) {
            if (first ? offset < mask.start() : offset <= mask.start()) {
                break;
            }
            if (first ? offset < mask.end() : offset <= mask.end()) {
                return first ? mask.found().start() : mask.found().end();
            }
            shift = mask.found().end() - mask.end();
        }
        return offset + shift;
    }
}
