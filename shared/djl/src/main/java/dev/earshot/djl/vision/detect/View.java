package dev.earshot.djl.vision.detect;

import dev.earshot.djl.image.Pixels;

/**
 * One way of presenting a part of a picture to a detector with a square input.
 *
 * @param region the part
 * @param square true keeps the aspect ratio and fills the rest with {@link #FILL}; false stretches
 * @param mirrored whether it is mirrored left to right
 */
record View(Region region, boolean square, boolean mirrored) {
    /** ImageNet's mean colour, which is no signal to the network. */
    private static final float[] FILL = {124, 116, 104};

    static View whole(Pixels picture, boolean square, boolean mirrored) {
        return new View(new Region(0, 0, picture.width(), picture.height()), square, mirrored);
    }

    /** Writes the view as picture {@code index} of the batch. */
    void write(Pixels picture, Batch batch, int index) {
        int width = batch.size();
        int height = batch.size();
        if (square) {
            batch.fill(index, FILL[0], FILL[1], FILL[2]);
            double zoom = (double) batch.size() / longer();
            width = Math.clamp(Math.round(region.width() * zoom), 1, batch.size());
            height = Math.clamp(Math.round(region.height() * zoom), 1, batch.size());
        }
        Scaler.scale(picture, region, batch, index, width, height);
        if (mirrored) {
            batch.mirror(index);
        }
    }

    /** Converts a box of this view, in shares of the input's side, to pixels of the picture. */
    CandidateBox candidate(
            double left, double top, double right, double bottom, int label, double score) {
        double across = square ? longer() : region.width();
        double down = square ? longer() : region.height();
        double from = mirrored ? 1 - right : left;
        double to = mirrored ? 1 - left : right;
        return new CandidateBox(
                region.left() + from * across,
                region.top() + top * down,
                region.left() + to * across,
                region.top() + bottom * down,
                label,
                score);
    }

    /** Whether an inner border of the region cuts the box: a neighbouring view sees it whole. */
    boolean cuts(CandidateBox box, Pixels picture) {
        double edge = EDGE * longer();
        int right = region.left() + region.width();
        int bottom = region.top() + region.height();
        return (region.left() > 0 && box.left() < region.left() + edge)
                || (region.top() > 0 && box.top() < region.top() + edge)
                || (right < picture.width() && box.right() > right - edge)
                || (bottom < picture.height() && box.bottom() > bottom - edge);
    }

    private static final double EDGE = 0.02;

    private int longer() {
        return Math.max(region.width(), region.height());
    }
}
