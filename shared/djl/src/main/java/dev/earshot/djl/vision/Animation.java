package dev.earshot.djl.vision;

import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.LogoFinding;
import dev.earshot.core.picture.Safety;
import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.TextLine;
import dev.earshot.core.text.EditDistance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Puts together what several frames of one animation show. Stateless. */
final class Animation {
    /** Two readings of one line differ by at most this share of its length. */
    private static final double MAX_EDIT_SHARE = 0.25;

    private Animation() {}

    /**
     * Findings of an animation: of each kind of thing, of faces and of unread text, those of the
     * frame with most; every line of text once; the least safe frame; the rest as in the first
     * frame that tells it.
     *
     * @param frames findings of the frames, at least one
     */
    static ImageFindings merged(List<ImageFindings> frames) {
        ImageFindings first = frames.getFirst();
        return new ImageFindings(
                first.width(),
                first.height(),
                objects(frames),
                frames.stream()
                        .map(ImageFindings::faces)
                        .max(Comparator.comparingInt(List::size))
                        .orElseThrow(),
                text(frames),
                frames.stream()
                        .map(ImageFindings::safety)
                        .filter(Safety::flagged)
                        .max(Comparator.comparingDouble(Safety::score))
                        .orElse(first.safety()),
                frames.stream()
                        .map(ImageFindings::scenery)
                        .filter(scenery -> !scenery.equals(Scenery.UNKNOWN))
                        .findFirst()
                        .orElse(Scenery.UNKNOWN),
                logos(frames),
                first.fingerprint(),
                first.vector(),
                frames.stream()
                        .map(ImageFindings::unreadText)
                        .max(Comparator.comparingInt(List::size))
                        .orElseThrow());
    }

    private static List<Detection> objects(List<ImageFindings> frames) {
        Map<String, List<Detection>> most = new TreeMap<>();
        for (ImageFindings frame : frames) {
            Map<String, List<Detection>> here = new TreeMap<>();
            for (Detection thing : frame.objects()) {
                here.computeIfAbsent(thing.label(), label -> new ArrayList<>()).add(thing);
            }
            here.forEach(
                    (label, things) ->
                            most.merge(label, things, (a, b) -> b.size() > a.size() ? b : a));
        }
        return most.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(Detection::score).reversed())
                .toList();
    }

    private static List<TextLine> text(List<ImageFindings> frames) {
        List<TextLine> lines = new ArrayList<>();
        for (ImageFindings frame : frames) {
            List<TextLine> before = List.copyOf(lines);
            for (TextLine line : frame.text()) {
                if (before.stream().noneMatch(known -> same(known.text(), line.text()))) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    private static boolean same(String one, String other) {
        int longest = Math.max(one.length(), other.length());
        return EditDistance.of(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT))
                <= MAX_EDIT_SHARE * longest;
    }

    private static List<LogoFinding> logos(List<ImageFindings> frames) {
        Map<String, LogoFinding> best = new TreeMap<>();
        for (ImageFindings frame : frames) {
            for (LogoFinding logo : frame.logos()) {
                best.merge(logo.brand(), logo, (a, b) -> b.score() > a.score() ? b : a);
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(LogoFinding::score).reversed())
                .toList();
    }
}
