package dev.earshot.privacy.number;

import dev.earshot.core.privacy.PiiKind;
import dev.earshot.core.privacy.PiiSpan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * Finds the numbers by which states, tax offices and health services know people, in 22 countries.
 * Each is told by its shape and its check; where chance would pass too often, a word such as "tax
 * file number" must stand near. Stateless.
 */
public final class NationalNumbers {
    private static final List<NumberRule> RULES =
            Stream.of(EuropeanNumbers.ALL, AsianPacificNumbers.ALL, AmericanAfricanNumbers.ALL)
                    .flatMap(List::stream)
                    .toList();

    private NationalNumbers() {}

    /** All such numbers; several rules may find the same one. */
    public static List<PiiSpan> find(String text) {
        List<PiiSpan> found = new ArrayList<>();
        for (NumberRule rule : RULES) {
            Matcher matcher = rule.shape().matcher(text);
            while (matcher.find()) {
                if (rule.holds(text, matcher.start(), matcher.end())) {
                    found.add(
                            new PiiSpan(
                                    matcher.start(),
                                    matcher.end(),
                                    PiiKind.NATIONAL_NUMBER,
                                    rule.name()));
                }
            }
        }
        return found;
    }

    /** Names of all rules, such as {@code PL_PESEL}. */
    public static List<String> rules() {
        return RULES.stream().map(NumberRule::name).distinct().toList();
    }
}
