package dev.earshot.video;

import dev.earshot.core.video.VideoFindings;
import dev.earshot.video.frame.Frame;

import java.util.List;

/** Draws small pictures. Stateless and thread-safe; the same input gives the same bytes. */
public interface Miniatures {
    /** A small JPEG of a frame, a few KB. */
    byte[] shrink(Frame frame);

    /** The contact sheet: one JPEG of key frames with boxes, labels and times. */
    byte[] sheet(VideoFindings findings, List<KeyPicture> pictures);
}
