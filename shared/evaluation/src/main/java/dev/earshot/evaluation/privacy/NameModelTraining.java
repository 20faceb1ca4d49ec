package dev.earshot.evaluation.privacy;

import dev.earshot.privacy.name.NameTraining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes {@code names.bin} of shared/privacy; models/names says of what, and how. */
public final class NameModelTraining {
    private NameModelTraining() {}

    /**
     * Trains on files of labelled posts and writes the weights.
     *
     * @param args the file to write, then files as {@link PiiPosts#read} takes them; names are
     *     labelled PERSON, what may be one UNSURE
     */
    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            throw new IllegalArgumentException(
                    "name the file to write, then at least one file of posts");
        }
        List<NameTraining.Labelled> posts = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            for (PiiPosts.LabelledPost post : PiiPosts.read(Path.of(args[i]))) {
                posts.add(
                        new NameTraining.Labelled(
                                post.text(), spans(post, "PERSON"), spans(post, "UNSURE")));
            }
        }
        Files.write(Path.of(args[0]), new NameTraining().train(posts));
    }

    private static List<int[]> spans(PiiPosts.LabelledPost post, String label) {
        return post.labels().stream()
                .filter(each -> each.name().equals(label))
                .map(each -> new int[] {each.start(), each.end()})
                .toList();
    }
}
