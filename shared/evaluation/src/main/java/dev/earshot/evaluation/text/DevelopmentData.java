package dev.earshot.evaluation.text;

import dev.earshot.evaluation.DataFolder;
import dev.earshot.evaluation.DataMissingException;
import dev.earshot.evaluation.text.LabelledPosts.Post;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The development files of a folder.
 *
 * @param folder where they lie; those that are missing are skipped
 * @param skipped receives what is missing, with the reason
 */
record DevelopmentData(Path folder, Consumer<String> skipped) {
    /** The tweets that shares, explanations and behaviour are measured on too. */
    static final String TWEETS = "sentiment_en_tweeteval.dev";

    /** Development files, with the head that each measures. */
    static final List<Measured> HEADS =
            List.of(
                    new Measured(Head.SENTIMENT, TWEETS),
                    new Measured(Head.EMOTION, "emotion_en_tweeteval.dev"),
                    new Measured(Head.IRONY, "irony_en_tweeteval.dev"),
                    new Measured(Head.OFFENSIVE, "offensive_en_tweeteval.dev"),
                    new Measured(Head.HATEFUL, "hate_en_tweeteval.dev"));

    /** Sources that nothing was trained or chosen on; the first gives the confusion. */
    static final List<String> LEFT_OUT =
            List.of(TWEETS, "shift_sentiment_en_gop_debate.dev", "shift_sentiment_en_sts_gold.dev");

    static final List<String> FEELINGS =
            List.of("emotion_en_goemotions.dev", "emotion_multi_brighter_semeval2025t11.dev");
    static final List<String> MULTILINGUAL =
            List.of(
                    "sentiment_multi_umsab_xlmt.dev",
                    "sentiment_multi_afrisenti.dev",
                    "sentiment_multi_nusax.dev",
                    "sentiment_id_smsa.dev",
                    "sentiment_no_norec_sentence.dev");
    static final List<String> IDENTIFIED =
            List.of(
                    "sentiment_multi_umsab_xlmt.dev",
                    "sentiment_multi_afrisenti.dev",
                    "emotion_multi_brighter_semeval2025t11.dev");
    static final Set<String> UNIDENTIFIABLE = Set.of("vmw");

    /** A file and the head that it measures. */
    record Measured(Head head, String name) {}

    /** Whether the file is there; one that is missing is told to the skipped. */
    boolean exists(String name) {
        if (file(name).isPresent()) {
            return true;
        }
        skipped.accept(name + ": " + DataFolder.missing(folder, name + ".tsv.gz"));
        return false;
    }

    /**
     * The posts of a file.
     *
     * @throws DataMissingException if the file is missing
     */
    LabelledPosts posts(String name) throws IOException {
        return LabelledPosts.read(
                file(name)
                        .orElseThrow(
                                () ->
                                        new DataMissingException(
                                                DataFolder.missing(folder, name + ".tsv.gz"))));
    }

    /** The posts that languages are identified in; empty where none of their files is there. */
    List<Post> identified() throws IOException {
        List<Post> identified = new ArrayList<>();
        for (String name : IDENTIFIED) {
            if (file(name).isPresent()) {
                identified.addAll(posts(name).posts());
            }
        }
        identified.removeIf(post -> UNIDENTIFIABLE.contains(post.language()));
        return identified;
    }

    /** The file of that name, compressed or not. */
    private Optional<Path> file(String name) {
        return DataFolder.find(folder, name + ".tsv.gz", name + ".tsv");
    }
}
