package dev.earshot.core.picture;

import java.util.List;
import java.util.Optional;

/**
 * Where a picture was taken, and what is worn in it. Uncertain answers are left out.
 *
 * @param scene one of 15 kinds of place, such as {@code kitchen} or {@code street}
 * @param settings coarse settings, most certain first: {@code indoor} or {@code outdoor}, and any
 *     of food, sport, street, office, home, nature, stage and shop
 * @param garment the kind of clothing that the picture mainly shows, such as {@code dress}
 */
public record Scenery(Optional<Scored> scene, List<Scored> settings, Optional<Scored> garment) {
    /** Nothing is certain enough. */
    public static final Scenery UNKNOWN =
            new Scenery(Optional.empty(), List.of(), Optional.empty());

    public Scenery {
        settings = List.copyOf(settings);
    }
}
