package dev.earshot.video;

import dev.earshot.video.frame.Boxes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Small pictures of frames that the models saw, at most {@value #MAX_PICTURES}, thinned out so that
 * they cover the video evenly. Used by one thread.
 */
final class KeyPictures {
    private static final int MAX_PICTURES = 40;

    private final List<KeyPicture> pictures = new ArrayList<>();

    void add(KeyPicture picture) {
        pictures.add(picture);
        if (pictures.size() > MAX_PICTURES) {
            pictures.remove(superfluous());
        }
    }

    /** The picture whose removal leaves the smallest gap; never the first or the newest. */
    private int superfluous() {
        int superfluous = 1;
        for (int i = 2; i < pictures.size() - 1; i++) {
            superfluous = gapWithout(i) < gapWithout(superfluous) ? i : superfluous;
        }
        return superfluous;
    }

    private double gapWithout(int i) {
        return pictures.get(i + 1).seconds() - pictures.get(i - 1).seconds();
    }

    List<KeyPicture> all() {
        return List.copyOf(pictures);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(pictures.size());
        for (KeyPicture picture : pictures) {
            picture.write(out);
        }
    }

    static KeyPictures read(DataInput in) throws IOException {
        KeyPictures all = new KeyPictures();
        for (int left = Boxes.length(in.readInt()); left > 0; left--) {
            all.pictures.add(KeyPicture.read(in));
        }
        return all;
    }
}
