package dev.earshot.reading.brand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.brand.Mention;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The matcher agrees with one regular expression per name, on texts made to collide. */
final class BrandMatcherAgainstNaiveTest {
    private static final String NAME_LETTERS = "qz ";

    /** Longer names are also found in disguise, which is the subject of other tests. */
    private static final int MAX_LETTERS = 3;

    private static final String TEXT_LETTERS = "qzqQ   -._";

    @Test
    void mentions_onRandomNamesAndTexts_areThoseOfNaiveSearch() {
        var random = new Random(20261122);
        int mentions = 0;
        for (int round = 0; round < 20_000; round++) {
            List<Brand> brands = new ArrayList<>();
            var names = new TreeSet<String>();
            while (names.size() < 1 + random.nextInt(4)) {
                String name =
                        letters(random, NAME_LETTERS, MAX_LETTERS).strip().replaceAll(" +", " ");
                if (name.length() > 1) {
                    names.add(name);
                }
            }
            names.forEach(name -> brands.add(Brand.named("b" + brands.size(), name)));
            String text = letters(random, TEXT_LETTERS, 40);

            List<Mention> found = BrandMatcher.of(new BrandCatalogue(round, brands)).mentions(text);

            assertThat(found).as("%s in '%s'", names, text).isEqualTo(naive(brands, text));
            mentions += found.size();
        }
        assertThat(mentions).isGreaterThan(4_000);
    }

    private static String letters(Random random, String alphabet, int most) {
        var letters = new StringBuilder();
        for (int length = random.nextInt(most) + 1; length > 0; length--) {
            letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return letters.toString();
    }

    private static List<Mention> naive(List<Brand> brands, String text) {
        List<Mention> all = new ArrayList<>();
        for (Brand brand : brands) {
            var pattern =
                    Pattern.compile(
                            "(?<![a-z0-9])" + brand.name().replace(" ", "[ _-]+") + "(?![a-z0-9])",
                            Pattern.CASE_INSENSITIVE);
            Matcher matcher = pattern.matcher(text);
            for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
                all.add(new Mention(brand.id(), matcher.start(), matcher.end(), Mention.Kind.NAME));
            }
        }
        List<Mention> outer = new ArrayList<>();
        for (Mention m : all) {
            boolean inside =
                    all.stream()
                            .anyMatch(
                                    o ->
                                            o.start() <= m.start()
                                                    && m.end() <= o.end()
                                                    && o.end() - o.start() > m.end() - m.start());
            if (!inside) {
                outer.add(m);
            }
        }
        outer.sort(Comparator.comparingInt(Mention::start).thenComparing(m -> -m.end()));
        List<Mention> kept = new ArrayList<>();
        for (Mention m : outer) {
            boolean overlaps =
                    kept.stream()
                            .anyMatch(k -> k.brandId().equals(m.brandId()) && k.end() > m.start());
            if (!overlaps) {
                kept.add(m);
            }
        }
        return kept;
    }
}
