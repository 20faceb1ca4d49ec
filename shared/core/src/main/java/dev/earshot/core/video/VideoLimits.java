package dev.earshot.core.video;

/**
 * Limits of a video. One beyond them is refused before any of it is analysed, or, where its header
 * lies, as soon as that shows.
 *
 * @param maxSeconds playing time
 * @param maxPixels width times height of a frame
 * @param maxFramesPerSecond average rate
 */
public record VideoLimits(double maxSeconds, long maxPixels, double maxFramesPerSecond) {
    /** Four hours, up to 8K (7680 x 4320), 240 frames a second. */
    public static final VideoLimits STANDARD = new VideoLimits(4 * 3600, 7680L * 4320, 240);

    public VideoLimits {
        if (!(maxSeconds > 0) || maxPixels < 1 || !(maxFramesPerSecond > 0)) {
            throw new IllegalArgumentException(
                    "limits of a video must be more than 0, got "
                            + maxSeconds
                            + " s, "
                            + maxPixels
                            + " pixels, "
                            + maxFramesPerSecond
                            + " frames a second");
        }
    }
}
