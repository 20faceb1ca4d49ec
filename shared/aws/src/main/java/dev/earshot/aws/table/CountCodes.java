package dev.earshot.aws.table;

import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.SentimentLabel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Counts of one minute as a short text such as {@code p:3 sn:1 su:2 fx:3 len:3}: a code and a
 * number for each dimension. A code abbreviates the dimension's key; a key without an abbreviation
 * is kept whole after {@code =}. Stateless.
 */
public final class CountCodes {
    private static final Map<String, String> CODES = codes();
    private static final Map<String, String> KEYS = inverse(CODES);

    private CountCodes() {}

    public static String write(WindowCounts counts) {
        var text = new StringJoiner(" ");
        counts.counts().forEach((key, count) -> text.add(code(key) + ":" + count));
        return text.toString();
    }

    public static WindowCounts read(String text) {
        var counts = new TreeMap<String, Long>();
        for (String word : text.split(" ", -1)) {
            int colon = word.lastIndexOf(':');
            counts.merge(
                    key(word.substring(0, colon)),
                    Long.valueOf(word.substring(colon + 1)),
                    Math::addExact);
        }
        return new WindowCounts(counts);
    }

    private static String code(String key) {
        String code = CODES.get(key);
        if (code != null) {
            return code;
        }
        if (key.startsWith("platform/")) {
            return "f" + key.substring("platform/".length());
        }
        if (key.startsWith("language/")) {
            return "l" + key.substring("language/".length());
        }
        if (key.startsWith("voice/")) {
            return "v" + key.substring("voice/".length());
        }
        if (key.startsWith("product/")) {
            return "%" + key.substring("product/".length());
        }
        if (key.startsWith("hashtag/")) {
            return "#" + key.substring("hashtag/".length());
        }
        if (key.startsWith("argmax/")) {
            return "r" + key.substring("argmax/".length());
        }
        return "=" + key;
    }

    private static String key(String code) {
        String key = KEYS.get(code);
        if (key != null) {
            return key;
        }
        String rest = code.substring(1);
        return switch (code.charAt(0)) {
            case 'f' -> "platform/" + rest;
            case 'l' -> "language/" + rest;
            case 'v' -> "voice/" + rest;
            case '%' -> "product/" + rest;
            case '#' -> "hashtag/" + rest;
            case 'r' -> "argmax/" + rest;
            default -> rest;
        };
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        codes.put("posts", "p");
        codes.put("reposts", "y");
        codes.put("own", "w");
        for (SentimentLabel label : SentimentLabel.values()) {
            codes.put("sentiment/" + label.key(), "s" + Codes.of(label));
        }
        for (Emotion emotion : Emotion.values()) {
            codes.put("emotion/" + emotion.key(), "e" + Codes.of(emotion));
        }
        for (Intent intent : Intent.values()) {
            codes.put("intent/" + intent.key(), "i" + Codes.of(intent));
        }
        for (String signal : List.of("irony", "offensive", "hateful")) {
            codes.put(signal + "/yes", signal.charAt(0) + "+");
            codes.put(signal + "/no", signal.charAt(0) + "-");
        }
        codes.put("flagged", "g");
        return Map.copyOf(codes);
    }

    private static Map<String, String> inverse(Map<String, String> map) {
        var inverse = new HashMap<String, String>();
        map.forEach((key, code) -> inverse.put(code, key));
        return Map.copyOf(inverse);
    }
}
