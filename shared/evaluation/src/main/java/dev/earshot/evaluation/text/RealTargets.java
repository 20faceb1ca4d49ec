package dev.earshot.evaluation.text;

import dev.earshot.core.text.Reading;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.Target;
import dev.earshot.core.text.TargetSentiment;
import dev.earshot.evaluation.DataFolder;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.text.LabelledPosts.Post;
import dev.earshot.reading.TextReader;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Targets in published posts, read by hand: which file, which post, the code points of each mention
 * and what is said of it. The project holds no texts, so the posts are looked up in the data
 * folder. Only the posts that were kept for reporting are measured: one in five, by a hash of the
 * id, as {@code models/text/training/targets.py} does. Stateless.
 */
final class RealTargets {
    private static final BigInteger REPORTED_ONE_IN = BigInteger.valueOf(5);
    private static final Optional<String> ENGLISH = Optional.of("en");
    private static final String COLUMNS = "file\tid\tspans\tlabel";

    private RealTargets() {}

    /** A target: code points of its mentions, and what the post says of it. */
    private record Named(List<int[]> mentions, SentimentLabel label) {}

    /** A post to look up. */
    private record Key(String file, String id) {}

    /**
     * The figures.
     *
     * @param labels the file of labels
     * @param data the folder of the posts
     * @throws IOException if a file cannot be read or has other columns
     */
    static List<Figure> of(Path labels, Path data, TextReader reader) throws IOException {
        Map<Key, List<Named>> posts = labelled(labels);
        Map<String, Map<String, String>> texts = new HashMap<>();
        List<TextReader.Text> read = new ArrayList<>();
        List<List<Named>> truth = new ArrayList<>();
        for (Map.Entry<Key, List<Named>> post : posts.entrySet()) {
            Map<String, String> ofFile = texts.get(post.getKey().file());
            if (ofFile == null) {
                ofFile = texts(data, post.getKey().file());
                texts.put(post.getKey().file(), ofFile);
            }
            String text = ofFile.get(post.getKey().id());
            if (text != null) {
                read.add(new TextReader.Text(text, ENGLISH, targets(text, post.getValue())));
                truth.add(post.getValue());
            }
        }
        return figures(reader.read(read), truth);
    }

    private static List<Figure> figures(List<Reading> readings, List<List<Named>> truth) {
        List<Boolean> right = new ArrayList<>();
        List<Boolean> rightWhereTheyDiffer = new ArrayList<>();
        List<Boolean> reversed = new ArrayList<>();
        List<Boolean> abstained = new ArrayList<>();
        for (int i = 0; i < truth.size(); i++) {
            List<Named> named = truth.get(i);
            boolean differ =
                    has(named, SentimentLabel.POSITIVE) && has(named, SentimentLabel.NEGATIVE);
            for (int t = 0; t < named.size(); t++) {
                Optional<TargetSentiment> found = found(readings.get(i), t);
                SentimentLabel said =
                        found.map(each -> each.sentiment().label()).orElse(SentimentLabel.NEUTRAL);
                SentimentLabel wanted = named.get(t).label();
                right.add(said == wanted);
                if (differ) {
                    rightWhereTheyDiffer.add(said == wanted);
                }
                if (wanted != SentimentLabel.NEUTRAL) {
                    reversed.add(said != SentimentLabel.NEUTRAL && said != wanted);
                }
                abstained.add(
                        found.map(TargetSentiment::label).orElse(SentimentLabel.ABSTAIN)
                                == SentimentLabel.ABSTAIN);
            }
        }
        return List.of(
                Figure.percentage("targets of real posts: correct", right, "targets").atLeast(70),
                Figure.percentage(
                                "targets of real posts: correct where one is praised and one blamed",
                                rightWhereTheyDiffer,
                                "targets")
                        .atLeast(68),
                Figure.percentage("targets of real posts: reversed", reversed, "targets")
                        .atMost(10),
                Figure.percentage("targets of real posts: abstained", abstained, "targets"));
    }

    private static boolean has(List<Named> named, SentimentLabel label) {
        return named.stream().anyMatch(each -> each.label() == label);
    }

    private static Optional<TargetSentiment> found(Reading reading, int target) {
        return reading instanceof Reading.Read read
                ? read.targets().stream()
                        .filter(each -> each.name().equals(name(target)))
                        .findFirst()
                : Optional.empty();
    }

    private static List<Target> targets(String text, List<Named> named) {
        List<Target> targets = new ArrayList<>();
        for (int t = 0; t < named.size(); t++) {
            for (int[] mention : named.get(t).mentions()) {
                targets.add(
                        new Target(
                                name(t),
                                text.offsetByCodePoints(0, mention[0]),
                                text.offsetByCodePoints(0, mention[1])));
            }
        }
        return targets;
    }

    private static String name(int target) {
        return "target " + target;
    }

    private static Map<String, String> texts(Path data, String file) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (Post post : LabelledPosts.read(DataFolder.need(data, file + ".tsv.gz")).posts()) {
            texts.put(post.id(), post.text());
        }
        return texts;
    }

    /** The targets of each reported post, in the order of the file. */
    private static Map<Key, List<Named>> labelled(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().startsWith(COLUMNS)) {
            throw new IOException(file + " must begin with the columns file, id, spans, label");
        }
        Map<Key, List<Named>> posts = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t", -1);
            Optional<SentimentLabel> label = label(fields[3]);
            if (label.isPresent() && isReported(fields[1])) {
                posts.computeIfAbsent(new Key(fields[0], fields[1]), any -> new ArrayList<>())
                        .add(new Named(spans(fields[2]), label.get()));
            }
        }
        return posts;
    }

    private static List<int[]> spans(String text) {
        List<int[]> spans = new ArrayList<>();
        for (String span : text.split(",", -1)) {
            int dash = span.indexOf('-');
            spans.add(
                    new int[] {
                        Integer.parseInt(span.substring(0, dash)),
                        Integer.parseInt(span.substring(dash + 1))
                    });
        }
        return spans;
    }

    private static Optional<SentimentLabel> label(String sign) {
        return switch (sign) {
            case "-" -> Optional.of(SentimentLabel.NEGATIVE);
            case "0" -> Optional.of(SentimentLabel.NEUTRAL);
            case "+" -> Optional.of(SentimentLabel.POSITIVE);
            default -> Optional.empty();
        };
    }

    /** Whether a post was kept for reporting. */
    static boolean isReported(String id) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(("target " + id).getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, digest).mod(REPORTED_ONE_IN).signum() == 0;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must supply SHA-256", e);
        }
    }
}
