package dev.earshot.video.frame;

/**
 * A frame that the models are to see.
 *
 * @param attention how closely
 * @param sceneChange whether what is on the screen is another scene than in the frame chosen before
 */
public record SampledFrame(
        Frame frame,
        Thumbnail thumbnail,
        double sharpness,
        Attention attention,
        boolean sceneChange) {
    /** How closely to look. */
    public enum Attention {
        /** With every model. */
        LOOK,
        /** With those that follow what moves. */
        GLANCE
    }
}
