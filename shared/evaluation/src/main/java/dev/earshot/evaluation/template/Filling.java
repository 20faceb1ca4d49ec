package dev.earshot.evaluation.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Fills templates in turn until there are enough distinct sentences. Stateless. */
public final class Filling {
    private static final int TRIES_EACH = 40;

    private Filling() {}

    /**
     * Up to {@code most} distinct fillings, spread evenly over the templates; fewer if the
     * templates yield no more.
     */
    public static List<List<String>> of(
            List<Template> templates, WordLists words, int most, long seed) {
        Random dice = new Random(seed);
        Set<List<String>> found = new LinkedHashSet<>();
        int tries = most * TRIES_EACH;
        for (int i = 0; i < tries && found.size() < most && !templates.isEmpty(); i++) {
            found.add(templates.get(i % templates.size()).fill(words, dice));
        }
        return new ArrayList<>(found);
    }
}
