package dev.earshot.core.picture;

import java.util.List;
import java.util.Optional;

/**
 * Where a picture was taken, and what is worn in it. What is not sure enough is left out.
 *
 * @param scene one of 15 kinds of place, such as {@code kitchen} or {@code street}
 * @param settings coarse settings, surest first: {@code indoor} or {@code outdoor}, and any of
 *     food, sport, street, office, home, nature, stage and shop
 * @param garment the one kind of clothing that the picture is of, such as {@code dress}
 */
public record Scenery(Optional<Scored> scene, List<Scored> settings, Optional<Scored> garment) {
    /** Nothing is sure. */
    public static final Scenery UNKNOWN =
            new Scenery(Optional.empty(), List.of(), Optional.empty());

    public Scenery {
        settings = List.copyOf(settings);
    }
}
