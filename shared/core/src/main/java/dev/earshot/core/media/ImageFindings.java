package dev.earshot.core.media;

import java.util.List;

/**
 * What the vision models find in one picture. Faces are counted and boxed and nothing else: no
 * identity, age, gender, race or emotion exists anywhere in this type.
 *
 * @param width pixels of the upright picture (EXIF rotation applied)
 * @param height likewise
 * @param objects everyday things (COCO) and products (OpenImages), most certain first
 * @param faces their boxes
 * @param text lines in reading order
 */
public record ImageFindings(
        int width,
        int height,
        List<Detection> objects,
        List<Box> faces,
        List<TextLine> text,
        Safety safety) {
    public ImageFindings {
        objects = List.copyOf(objects);
        faces = List.copyOf(faces);
        text = List.copyOf(text);
    }
}
