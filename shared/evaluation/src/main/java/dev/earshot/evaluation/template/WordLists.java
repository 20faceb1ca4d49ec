package dev.earshot.evaluation.template;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists of words by name, defined by lines {@code name = word | word}. Immutable. */
public record WordLists(Map<String, List<String>> lists) {
    public WordLists {
        lists = Map.copyOf(lists);
    }

    /** Parses lines that each define a list; any other line is refused. */
    static WordLists parse(List<String> lines) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("a list is 'name = a | b', got: " + line);
            }
            lists.put(line.substring(0, equals).strip(), split(line.substring(equals + 1)));
        }
        return new WordLists(lists);
    }

    /** The words between the bars, stripped of white space. */
    public static List<String> split(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
    }

    /** The list called {@code name}. */
    List<String> list(String name) {
        List<String> words = lists.get(name);
        if (words == null) {
            throw new IllegalArgumentException(
                    "no list is called '" + name + "': " + lists.keySet());
        }
        return words;
    }
}
