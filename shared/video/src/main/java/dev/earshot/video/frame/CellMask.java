package dev.earshot.video.frame;

import dev.earshot.core.picture.Box;

import java.util.List;

/** Marks cells of a frame, as {@link FrameDifference#cells} counts them. Immutable. */
public final class CellMask {
    /** A box is widened by this share on each side, because arms reach out of it. */
    private static final double REACH = 0.2;

    private final boolean[] marked = new boolean[FrameDifference.CELLS * FrameDifference.CELLS];

    /** The cells that boxes touch, in pixels of a frame of the size given. */
    public static CellMask around(List<Box> boxes, int width, int height) {
        CellMask mask = new CellMask();
        for (Box box : boxes) {
            int left = cell(box.x() - REACH * box.width(), width);
            int right = cell(box.x() + (1 + REACH) * box.width(), width);
            int top = cell(box.y() - REACH * box.height(), height);
            int bottom = cell(box.y() + (1 + REACH) * box.height(), height);
            for (int y = top; y <= bottom; y++) {
                for (int x = left; x <= right; x++) {
                    mask.marked[y * FrameDifference.CELLS + x] = true;
                }
            }
        }
        return mask;
    }

    private static int cell(double at, int length) {
        return (int)
                Math.clamp(
                        Math.floor(at * FrameDifference.CELLS / length),
                        0,
                        FrameDifference.CELLS - 1);
    }

    /** Whether any of the given cells is marked. */
    boolean anyOf(boolean[] cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] && marked[i]) {
                return true;
            }
        }
        return false;
    }
}
