package dev.earshot.djl.image;

import dev.earshot.core.picture.Box;

import java.util.List;

/** Result of decoding one file. */
public sealed interface Decoding {

    /**
     * The file is a picture.
     *
     * @param pixels upright; smaller than the original where that exceeds {@link
     *     ImageLimits#fullPixels}
     * @param originalWidth pixels of the upright original
     * @param originalHeight likewise
     * @param later further frames of an animation that show something else; of the same size
     */
    record Decoded(
            Pixels pixels,
            MediaType type,
            int originalWidth,
            int originalHeight,
            List<Pixels> later)
            implements Decoding {
        public Decoded {
            later = List.copyOf(later);
        }

        /** Maps a box from the coordinates of {@link #pixels} to those of the original. */
        public Box toOriginal(Box box) {
            double across = (double) originalWidth / pixels.width();
            double down = (double) originalHeight / pixels.height();
            return new Box(
                    box.x() * across, box.y() * down, box.width() * across, box.height() * down);
        }
    }

    /** The file is not decoded; {@code message} says what is wrong and how to mend it. */
    record Refused(Reason reason, String message) implements Decoding {}

    /** Why a file is refused. */
    enum Reason {
        /** No bytes. */
        EMPTY,
        /** Neither picture nor video. */
        NOT_A_PICTURE,
        /** A video, to be analysed as a job. */
        VIDEO,
        /** A picture in an unsupported format or variant. */
        UNSUPPORTED,
        /** More pixels, or a longer side, than {@link ImageLimits} allows. */
        TOO_LARGE,
        /** The file ends before the picture does. */
        TRUNCATED,
        /** The bytes break the format's rules. */
        CORRUPT
    }
}
