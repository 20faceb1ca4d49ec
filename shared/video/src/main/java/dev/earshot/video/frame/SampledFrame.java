package dev.earshot.video.frame;

/**
 * A frame chosen for the models.
 *
 * @param attention how closely to look
 * @param sceneChange whether it shows another scene than the previously chosen frame
 */
public record SampledFrame(
        Frame frame,
        Thumbnail thumbnail,
        double sharpness,
        Attention attention,
        boolean sceneChange) {
    /** How closely to look. */
    public enum Attention {
        /** All models. */
        LOOK,
        /** Only the models that track movement. */
        GLANCE
    }
}
