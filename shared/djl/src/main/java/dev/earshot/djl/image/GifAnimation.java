package dev.earshot.djl.image;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.ImageReader;

/**
 * Draws the frames of an animated GIF over each other, as a browser does, and keeps a few that show
 * something else. The screen is the place of the first frame. For one file and one thread.
 */
final class GifAnimation {
    /** Frames kept beside the first: each costs as much as a picture of its own. */
    static final int MAX_KEPT = 3;

    /** Frames that are compared, evenly spread: twice as many as are kept, and the last. */
    private static final int COMPARED = 7;

    /** Mean difference in [0, 255] above which two frames show different things. */
    private static final double DIFFERENT = 6;

    /** Pixels drawn at most, over all frames: about a second. */
    private static final long MAX_PIXELS = 100_000_000;

    /** A later frame may have as many pixels as the first, or this many. */
    private static final long MAX_FRAME_PIXELS = 4_000_000;

    private static final int COMPARED_EVERY = 7;

    private final List<GifFrame> frames;
    private final ImageReader reader;
    private final BufferedImage screen;

    /**
     * @param reader has the file, and has read its first frame
     * @param first the first frame
     */
    GifAnimation(List<GifFrame> frames, ImageReader reader, BufferedImage first) {
        this.frames = frames;
        this.reader = reader;
        this.screen = copy(first);
    }

    /** At most {@link #MAX_KEPT} frames, in order, that differ from the first and each other. */
    List<Pixels> later() {
        int last = last();
        List<Integer> compared = compared(last);
        List<Pixels> kept = new ArrayList<>();
        kept.add(RasterColours.of(screen));
        BufferedImage saved = copy(screen);
        BufferedImage before = blank();
        try {
            for (int i = 1; i <= last && kept.size() <= MAX_KEPT; i++) {
                dispose(i - 1, before, saved);
                saved = copy(screen);
                before = reader.read(i);
                draw(screen, before, i);
                if (compared.contains(i)) {
                    Pixels shown = RasterColours.of(screen);
                    if (kept.stream().allMatch(other -> difference(other, shown) > DIFFERENT)) {
                        kept.add(shown);
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            // A damaged frame ends the animation; what was drawn before is shown
        }
        return kept.subList(1, kept.size());
    }

    /** The last frame that is drawn. */
    private int last() {
        long pixels = (long) screen.getWidth() * screen.getHeight();
        int last = (int) Math.min(frames.size() - 1, MAX_PIXELS / pixels);
        for (int i = 1; i <= last; i++) {
            if (frames.get(i).pixels() > Math.max(pixels, MAX_FRAME_PIXELS)) {
                return i - 1;
            }
        }
        return last;
    }

    private static List<Integer> compared(int last) {
        return IntStream.rangeClosed(1, COMPARED)
                .mapToObj(k -> (int) Math.round((double) last * k / COMPARED))
                .filter(i -> i > 0)
                .distinct()
                .toList();
    }

    /** What becomes of a frame before the next is drawn. */
    private void dispose(int index, BufferedImage frame, BufferedImage saved) {
        switch (frames.get(index).afterwards()) {
            case KEPT -> {}
            case CLEARED -> clear(index, frame);
            case RESTORED -> screen.setData(saved.getData());
        }
    }

    private void clear(int index, BufferedImage frame) {
        Graphics2D graphics = screen.createGraphics();
        graphics.setComposite(AlphaComposite.Clear);
        int width = index == 0 ? screen.getWidth() : frame.getWidth();
        int height = index == 0 ? screen.getHeight() : frame.getHeight();
        graphics.fillRect(left(index), top(index), width, height);
        graphics.dispose();
    }

    private void draw(BufferedImage onto, BufferedImage frame, int index) {
        Graphics2D graphics = onto.createGraphics();
        graphics.drawImage(frame, left(index), top(index), null);
        graphics.dispose();
    }

    private int left(int index) {
        return frames.get(index).left() - frames.getFirst().left();
    }

    private int top(int index) {
        return frames.get(index).top() - frames.getFirst().top();
    }

    private BufferedImage blank() {
        return new BufferedImage(
                screen.getWidth(), screen.getHeight(), BufferedImage.TYPE_INT_ARGB);
    }

    private static BufferedImage copy(BufferedImage image) {
        BufferedImage copy =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return copy;
    }

    /** Mean absolute difference of every few values. */
    private static double difference(Pixels one, Pixels other) {
        long sum = 0;
        int count = 0;
        for (int i = 0; i < one.rgb().length; i += COMPARED_EVERY) {
            sum += Math.abs((one.rgb()[i] & 0xff) - (other.rgb()[i] & 0xff));
            count++;
        }
        return (double) sum / count;
    }
}
