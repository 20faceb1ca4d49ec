package dev.earshot.aws.media;

import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.Scored;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scenery as the list {@code sc}: a letter for the kind, the score, the label and, after a tab, the
 * objects that the label is based on, if any. Stateless.
 */
final class SceneryAttributes {
    private static final char SCENE = 's';
    private static final char SETTING = 'c';
    private static final char GARMENT = 'g';

    /** Separates a label from the objects it is based on; neither contains a tab. */
    private static final String BASIS = "\t";

    private SceneryAttributes() {}

    static void write(Scenery scenery, TableItem item) {
        List<String> lines = new ArrayList<>();
        scenery.scene().ifPresent(scene -> lines.add(line(SCENE, scene)));
        scenery.settings().forEach(setting -> lines.add(line(SETTING, setting)));
        scenery.garment().ifPresent(garment -> lines.add(line(GARMENT, garment)));
        item.with("sc", lines);
    }

    static Scenery read(TableItem item) {
        List<String> lines = item.texts("sc");
        return new Scenery(first(lines, SCENE), scored(lines, SETTING), first(lines, GARMENT));
    }

    private static String line(char kind, Scored scored) {
        String basis = scored.basis().equals(Scored.PICTURE) ? "" : BASIS + scored.basis();
        return kind + " " + NumberText.probability(scored.score()) + " " + scored.label() + basis;
    }

    private static Optional<Scored> first(List<String> lines, char kind) {
        return scored(lines, kind).stream().findFirst();
    }

    private static List<Scored> scored(List<String> lines, char kind) {
        return lines.stream()
                .filter(line -> line.charAt(0) == kind)
                .map(
                        line -> {
                            String[] fields = line.split(" ", 3);
                            String[] ends = fields[2].split(BASIS, 2);
                            return new Scored(
                                    ends[0],
                                    Double.parseDouble(fields[1]),
                                    ends.length > 1 ? ends[1] : Scored.PICTURE);
                        })
                .toList();
    }
}
