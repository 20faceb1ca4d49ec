package dev.earshot.core.picture;

import java.util.List;
import java.util.Optional;

/**
 * What the vision models find in one picture. Faces are only counted and boxed: no identity, age,
 * gender, race or emotion exists anywhere in this type.
 *
 * @param width pixels of the upright picture (EXIF rotation applied)
 * @param height likewise
 * @param objects everyday things (COCO) and products (OpenImages), most certain first
 * @param faces their boxes
 * @param text lines in reading order
 * @param scenery where it was taken and what is worn
 * @param logos logos of the workspace's brands, most certain first
 * @param fingerprint empty where none was made
 * @param vector its vector under the text-image model that the user mounted; empty without one
 * @param unreadText where there seems to be text that could not be read: unclear, or in a script
 *     that the reader does not know
 */
public record ImageFindings(
        int width,
        int height,
        List<Detection> objects,
        List<Box> faces,
        List<TextLine> text,
        Safety safety,
        Scenery scenery,
        List<LogoFinding> logos,
        Optional<Fingerprint> fingerprint,
        Optional<PictureVector> vector,
        List<Box> unreadText) {
    public ImageFindings {
        objects = List.copyOf(objects);
        faces = List.copyOf(faces);
        text = List.copyOf(text);
        logos = List.copyOf(logos);
        unreadText = List.copyOf(unreadText);
    }

    /** Of a picture whose text could all be read. */
    public ImageFindings(
            int width,
            int height,
            List<Detection> objects,
            List<Box> faces,
            List<TextLine> text,
            Safety safety,
            Scenery scenery,
            List<LogoFinding> logos,
            Optional<Fingerprint> fingerprint,
            Optional<PictureVector> vector) {
        this(
                width,
                height,
                objects,
                faces,
                text,
                safety,
                scenery,
                logos,
                fingerprint,
                vector,
                List.of());
    }

    /** Without a vector. */
    public ImageFindings(
            int width,
            int height,
            List<Detection> objects,
            List<Box> faces,
            List<TextLine> text,
            Safety safety,
            Scenery scenery,
            List<LogoFinding> logos,
            Optional<Fingerprint> fingerprint) {
        this(
                width,
                height,
                objects,
                faces,
                text,
                safety,
                scenery,
                logos,
                fingerprint,
                Optional.empty());
    }

    /** Without scenery, logos and fingerprint. */
    public ImageFindings(
            int width,
            int height,
            List<Detection> objects,
            List<Box> faces,
            List<TextLine> text,
            Safety safety) {
        this(
                width,
                height,
                objects,
                faces,
                text,
                safety,
                Scenery.UNKNOWN,
                List.of(),
                Optional.empty());
    }

    /** The same findings with other lines of text. */
    public ImageFindings withText(List<TextLine> lines) {
        return new ImageFindings(
                width,
                height,
                objects,
                faces,
                lines,
                safety,
                scenery,
                logos,
                fingerprint,
                vector,
                unreadText);
    }
}
