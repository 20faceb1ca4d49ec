package dev.earshot.video;

/**
 * A frame that the models are to see.
 *
 * @param attention how closely
 * @param sceneChange whether what is on the screen is another scene than in the frame chosen before
 */
record Chosen(
        Frame frame,
        Thumbnail thumbnail,
        double sharpness,
        Attention attention,
        boolean sceneChange) {
    /** How closely to look. */
    enum Attention {
        /** With every model. */
        LOOK,
        /** With those that follow what moves. */
        GLANCE
    }
}
