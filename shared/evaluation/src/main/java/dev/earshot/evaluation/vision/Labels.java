package dev.earshot.evaluation.vision;

import java.util.Locale;

/** One spelling for labels that data sets write in their own ways. Stateless. */
final class Labels {
    private Labels() {}

    /** {@code LivingRoom}, {@code living_room} and {@code Living-Room} become "living room". */
    static String plain(String label) {
        return label.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                .replaceAll("[_\\-\\s]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
