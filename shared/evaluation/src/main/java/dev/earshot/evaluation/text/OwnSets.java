package dev.earshot.evaluation.text;

import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.Target;
import dev.earshot.evaluation.template.TemplateFile;
import dev.earshot.evaluation.text.LabelledPosts.Post;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The data sets that this project wrote itself; the README beside the resources says how.
 * Stateless.
 */
final class OwnSets {
    private static final Pattern MARK = Pattern.compile("\\[([^\\]]+)]\\(([-+0])\\)");

    private OwnSets() {}

    /**
     * A post with the sentiment towards each of its targets.
     *
     * @param labels one label per target, in the same order
     */
    record Targeted(String domain, String text, List<Target> targets, List<SentimentLabel> labels) {
        Targeted {
            targets = List.copyOf(targets);
            labels = List.copyOf(labels);
        }
    }

    /** Reads the 200 posts with two targets each. */
    static List<Targeted> targeted() {
        List<Targeted> posts = new ArrayList<>();
        TemplateFile.read(OwnSets.class, "targeted.txt")
                .sections()
                .forEach((domain, lines) -> lines.forEach(line -> posts.add(marked(domain, line))));
        return posts;
    }

    /**
     * Strips the marks {@code [target](label)} from a line and returns their positions and labels.
     */
    static Targeted marked(String domain, String line) {
        StringBuilder text = new StringBuilder();
        List<Target> targets = new ArrayList<>();
        List<SentimentLabel> labels = new ArrayList<>();
        Matcher marks = MARK.matcher(line);
        int from = 0;
        while (marks.find()) {
            text.append(line, from, marks.start());
            int start = text.length();
            text.append(marks.group(1));
            targets.add(new Target(marks.group(1), start, text.length()));
            labels.add(
                    switch (marks.group(2)) {
                        case "+" -> SentimentLabel.POSITIVE;
                        case "-" -> SentimentLabel.NEGATIVE;
                        default -> SentimentLabel.NEUTRAL;
                    });
            from = marks.end();
        }
        text.append(line, from, line.length());
        return new Targeted(domain, text.toString(), targets, labels);
    }

    /** A post, and whether it holds both positive and negative feelings. */
    record MaybeMixed(String text, boolean mixed) {}

    /** Reads the 40 posts with mixed feelings and the 40 without. */
    static List<MaybeMixed> mixed() {
        List<MaybeMixed> posts = new ArrayList<>();
        TemplateFile.read(OwnSets.class, "mixed.txt")
                .sections()
                .forEach(
                        (kind, lines) ->
                                lines.forEach(
                                        line ->
                                                posts.add(
                                                        new MaybeMixed(
                                                                line, kind.equals("mixed")))));
        return posts;
    }

    /** Reads the 270 posts, 30 per intent. */
    static LabelledPosts intents() {
        List<Post> posts = new ArrayList<>();
        TemplateFile.read(OwnSets.class, "intent.txt")
                .sections()
                .forEach(
                        (label, lines) ->
                                lines.forEach(
                                        line ->
                                                posts.add(
                                                        new Post(
                                                                label + "-" + posts.size(),
                                                                "en",
                                                                label,
                                                                line))));
        return new LabelledPosts("own posts, 30 per intent", posts);
    }

    /** The index of positive, neutral or negative in {@link Head#SENTIMENT}. */
    static int index(SentimentLabel label) {
        return Head.SENTIMENT.labels().indexOf(label.key());
    }

    /** Probabilities in the label order of {@link Head#SENTIMENT}. */
    static double[] probabilities(Sentiment sentiment) {
        return new double[] {sentiment.negative(), sentiment.neutral(), sentiment.positive()};
    }
}
