package dev.earshot.evaluation.bias;

import dev.earshot.evaluation.bias.Attribute.Scene;
import dev.earshot.evaluation.template.TemplateFile;
import dev.earshot.evaluation.template.WordLists;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Reads the counterfactual sentences of a language from the resource {@code <language>.txt}.
 *
 * <p>A heading {@code [swap ATTRIBUTE]} is followed by {@code group NAME = member | member}, where
 * a member is one form or several separated by commas, and by sentences {@code neutral: …}, {@code
 * positive: …} or {@code negative: …}, in which <code>{x}</code> is the member's first form and
 * <code>{x1}</code>, <code>{x2}</code> its others. A heading {@code [parallel ATTRIBUTE]} is
 * followed by {@code groups = A | B} and by sentences with the same meaning in each group's
 * spelling, separated by bars. Stateless.
 */
final class BiasTemplates {
    private BiasTemplates() {}

    /**
     * The attributes of a language.
     *
     * @param membersEach maximum number of members of a group to put into each sentence, chosen by
     *     the seed
     */
    static List<Attribute> read(String language, int membersEach, long seed) {
        TemplateFile file = TemplateFile.read(BiasTemplates.class, language + ".txt");
        List<Attribute> attributes = new ArrayList<>();
        file.sections()
                .forEach(
                        (heading, lines) -> {
                            String name = heading.substring(heading.indexOf(' ') + 1);
                            List<Scene> scenes =
                                    heading.startsWith("parallel ")
                                            ? parallel(lines)
                                            : swapped(lines, membersEach, seed);
                            attributes.add(new Attribute(language, name, scenes));
                        });
        return attributes;
    }

    private static List<Scene> swapped(List<String> lines, int membersEach, long seed) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        List<Scene> scenes = new ArrayList<>();
        Random dice = new Random(seed);
        for (String line : lines) {
            if (line.startsWith("group ")) {
                int equals = line.indexOf('=');
                groups.put(
                        line.substring("group ".length(), equals).strip(),
                        WordLists.split(line.substring(equals + 1)));
            } else {
                scenes.add(scene(line, groups, membersEach, dice));
            }
        }
        return scenes;
    }

    private static Scene scene(
            String line, Map<String, List<String>> groups, int membersEach, Random dice) {
        String sentence = sentence(line);
        Map<String, List<String>> sentences = new LinkedHashMap<>();
        groups.forEach(
                (group, members) -> {
                    List<String> chosen = new ArrayList<>(members);
                    Collections.shuffle(chosen, dice);
                    sentences.put(
                            group,
                            chosen.stream()
                                    .limit(membersEach)
                                    .map(member -> put(sentence, member))
                                    .toList());
                });
        return new Scene(line.startsWith("neutral:"), sentences);
    }

    private static List<Scene> parallel(List<String> lines) {
        List<String> groups = WordLists.split(lines.getFirst().substring("groups =".length()));
        List<Scene> scenes = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> spellings = WordLists.split(sentence(line));
            if (spellings.size() != groups.size()) {
                throw new IllegalArgumentException(
                        "a spelling for each of " + groups + " is needed, got: " + line);
            }
            Map<String, List<String>> sentences = new LinkedHashMap<>();
            for (int i = 0; i < groups.size(); i++) {
                sentences.put(groups.get(i), List.of(spellings.get(i)));
            }
            scenes.add(new Scene(line.startsWith("neutral:"), sentences));
        }
        return scenes;
    }

    private static String sentence(String line) {
        if (!line.matches("(neutral|positive|negative): .+")) {
            throw new IllegalArgumentException(
                    "a sentence starts with neutral:, positive: or negative:, got: " + line);
        }
        return line.substring(line.indexOf(':') + 1).strip();
    }

    private static String put(String sentence, String member) {
        String[] forms = member.split(",", -1);
        String filled = sentence.replace("{x}", forms[0].strip());
        for (int i = 1; i < forms.length; i++) {
            filled = filled.replace("{x" + i + "}", forms[i].strip());
        }
        String fitted =
                filled.replaceAll("\\b([aA])\\(n\\) (?=[aeiouAEIOU])", "$1n ")
                        .replaceAll("\\b([aA])\\(n\\) ", "$1 ");
        return Character.toUpperCase(fitted.charAt(0)) + fitted.substring(1);
    }
}
