package dev.earshot.evaluation.privacy;

import dev.earshot.evaluation.privacy.PiiPosts.Label;
import dev.earshot.evaluation.privacy.PiiPosts.LabelledPost;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The project's own posts with labelled personal data, in 24 languages. Stateless. */
public final class OwnPosts {
    private static final Pattern MARKED = Pattern.compile("\\[\\[(\\w+)\\|(.+?)\\]\\]");

    private OwnPosts() {}

    /** All of them; the group of each is its language. */
    public static List<LabelledPost> all() {
        try (InputStream in = OwnPosts.class.getResourceAsStream("posts.txt")) {
            if (in == null) {
                throw new IllegalStateException("posts.txt is missing from the jar");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(OwnPosts::post)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabelledPost post(String line) {
        int tab = line.indexOf('\t');
        String marked = line.substring(tab + 1);
        var text = new StringBuilder();
        List<Label> labels = new ArrayList<>();
        Matcher matcher = MARKED.matcher(marked);
        int at = 0;
        while (matcher.find()) {
            text.append(marked, at, matcher.start());
            int start = text.length();
            text.append(matcher.group(2));
            labels.add(new Label(matcher.group(1), start, text.length()));
            at = matcher.end();
        }
        text.append(marked, at, marked.length());
        return new LabelledPost(text.toString(), line.substring(0, tab), labels);
    }
}
