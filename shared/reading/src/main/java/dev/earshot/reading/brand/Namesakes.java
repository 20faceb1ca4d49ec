package dev.earshot.reading.brand;

import dev.earshot.core.brand.MentionRule;
import dev.earshot.reading.brand.Lexicon.Role;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells from the neighbours of a name whether something else of that name is meant: an amount, a
 * person, a place or an institution, a title. Stateless.
 */
final class Namesakes {
    private static final Pattern MEASURE = Pattern.compile("\\d+[a-z]{1,2}|[a-z]\\d");

    private static final Set<String> COUNTED =
            Set.of(
                    "views",
                    "view",
                    "followers",
                    "follower",
                    "subscribers",
                    "subs",
                    "likes",
                    "people",
                    "users",
                    "downloads",
                    "copies",
                    "dollars",
                    "usd",
                    "euros",
                    "pounds",
                    "jobs",
                    "streams",
                    "plays",
                    "votes",
                    "fans",
                    "tweets",
                    "members",
                    "residents",
                    "deaths",
                    "cases",
                    "years",
                    "units",
                    "levels",
                    "level",
                    "saturation",
                    "sats",
                    "sat",
                    "tank",
                    "tanks",
                    "cylinder",
                    "mask",
                    "therapy",
                    "sensor",
                    "net",
                    "internet",
                    "signal",
                    "speed",
                    "speeds",
                    "connection",
                    "coverage",
                    "data",
                    "high",
                    "tall",
                    "long",
                    "wide",
                    "deep",
                    "away",
                    "apart",
                    "tonnes",
                    "tons",
                    "visitors",
                    "homes",
                    "households",
                    "worth",
                    "plus");

    private static final Set<String> AMOUNT_BEFORE =
            Set.of(
                    "over",
                    "about",
                    "almost",
                    "nearly",
                    "around",
                    "raised",
                    "raise",
                    "raises",
                    "worth",
                    "than",
                    "least",
                    "reached",
                    "hit",
                    "hits",
                    "past",
                    "approximately",
                    "roughly",
                    "to",
                    "of",
                    "another",
                    "extra",
                    "paid",
                    "pay",
                    "spent",
                    "cost",
                    "costs",
                    "lost",
                    "earned",
                    "made",
                    "some");

    private static final Set<String> COMPANY_GIVEN_NAMES =
            Set.of(
                    "mercedes",
                    "kia",
                    "lexus",
                    "alexa",
                    "siri",
                    "porsche",
                    "chanel",
                    "dior",
                    "armani",
                    "camry",
                    "sierra",
                    "cortana",
                    "asia",
                    "america",
                    "kelly");

    private static final Set<String> PLACE_GIVEN_NAMES =
            Set.of(
                    "austin",
                    "dallas",
                    "jordan",
                    "chelsea",
                    "paris",
                    "london",
                    "brooklyn",
                    "houston",
                    "carolina",
                    "georgia",
                    "virginia",
                    "madison",
                    "florence",
                    "sydney",
                    "savannah",
                    "charlotte",
                    "denver",
                    "phoenix",
                    "india",
                    "china",
                    "israel",
                    "kenya",
                    "milan",
                    "troy",
                    "devon",
                    "eden",
                    "orlando",
                    "santiago",
                    "lincoln",
                    "jackson",
                    "cleveland",
                    "washington",
                    "memphis",
                    "florida",
                    "vegas",
                    "berlin",
                    "dakota",
                    "cheyenne",
                    "logan",
                    "trenton",
                    "aurora",
                    "verona",
                    "victoria");

    private static final Set<String> PLACE_AFTER =
            Set.of(
                    "valley",
                    "county",
                    "township",
                    "beach",
                    "lake",
                    "river",
                    "creek",
                    "hills",
                    "heights",
                    "island",
                    "islands",
                    "mountain",
                    "mountains",
                    "canyon",
                    "bay",
                    "harbor",
                    "harbour",
                    "falls",
                    "springs",
                    "woods",
                    "grove",
                    "ridge",
                    "road",
                    "street",
                    "avenue",
                    "ave",
                    "lane",
                    "boulevard",
                    "blvd",
                    "foundation",
                    "university",
                    "college",
                    "school",
                    "hospital",
                    "church",
                    "chapel",
                    "cathedral",
                    "museum",
                    "memorial",
                    "cemetery",
                    "village",
                    "parish");

    private static final Set<String> PLACE_BEFORE =
            Set.of("lake", "mount", "mt", "fort", "port", "cape", "saint", "santa", "san");

    private static final Set<String> COLLOCATES =
            Set.of(
                    "variant",
                    "variants",
                    "strain",
                    "wave",
                    "juice",
                    "pie",
                    "pies",
                    "tree",
                    "trees",
                    "cider",
                    "practice",
                    "audience",
                    "year",
                    "blossom",
                    "peel");

    private Namesakes() {}

    /**
     * What decided.
     *
     * @param evidence the words that it was decided by
     */
    record Verdict(MentionRule rule, String evidence) {}

    /** What other thing of the name is meant, whatever else stands in the text; null if none. */
    static @Nullable Verdict other(Lexicon.Term term, String written, Neighbours neighbours) {
        Verdict amount = amount(term, written, neighbours);
        if (amount != null) {
            return amount;
        }
        if (term.folded().indexOf(' ') >= 0) {
            return null;
        }
        Verdict place = place(written, neighbours);
        return place == null ? person(term, written, neighbours) : place;
    }

    /** What longer name holds a dictionary word that has a capital; null if none seems to. */
    static @Nullable Verdict longer(Neighbours neighbours) {
        String before = neighbours.before(1);
        if (isCapital(before)
                && !Openers.contains(before)
                && !before.equals(before.toUpperCase(Locale.ROOT))) {
            return new Verdict(MentionRule.LONGER_NAME, before);
        }
        String third = neighbours.before(3);
        if (before.equals("the")
                && Set.of("in", "of", "on", "and").contains(neighbours.before(2))
                && isCapital(third)
                && !Openers.contains(third)) {
            return new Verdict(
                    MentionRule.LONGER_NAME, third + " " + neighbours.before(2) + " the");
        }
        String after = neighbours.after(1);
        return COLLOCATES.contains(after) ? new Verdict(MentionRule.ORDINARY_WORD, after) : null;
    }

    private static @Nullable Verdict amount(
            Lexicon.Term term, String written, Neighbours neighbours) {
        if (!MEASURE.matcher(term.folded()).matches()) {
            return null;
        }
        Character before = neighbours.charBefore();
        if (before != null
                && (Character.getType(before) == Character.CURRENCY_SYMBOL
                        || "+~<>.,-:/".indexOf(before) >= 0)) {
            return new Verdict(MentionRule.MEASURE, before + written);
        }
        Character next = neighbours.charAfter();
        if (next != null && "+%".indexOf(next) >= 0) {
            return new Verdict(MentionRule.MEASURE, written + next);
        }
        String after = lower(neighbours.after(1));
        boolean isUnit = after.equals("of") && Character.isLowerCase(written.charAt(1));
        if (COUNTED.contains(after) || isUnit) {
            return new Verdict(MentionRule.MEASURE, after);
        }
        String word = lower(neighbours.before(1));
        return Character.isDigit(written.charAt(0)) && AMOUNT_BEFORE.contains(word)
                ? new Verdict(MentionRule.MEASURE, word)
                : null;
    }

    private static @Nullable Verdict place(String written, Neighbours neighbours) {
        if (!isCapital(written) || neighbours.possessive()) {
            return null;
        }
        String after = neighbours.after(1);
        if (isCapital(after) && PLACE_AFTER.contains(lower(after))) {
            return new Verdict(MentionRule.PLACE, after);
        }
        String before = neighbours.before(1);
        if (isCapital(before) && PLACE_BEFORE.contains(lower(before))) {
            return new Verdict(MentionRule.PLACE, before);
        }
        return neighbours.before(2).equals("University") && before.equals("of")
                ? new Verdict(MentionRule.PLACE, "University of")
                : null;
    }

    private static @Nullable Verdict person(
            Lexicon.Term term, String written, Neighbours neighbours) {
        String before = neighbours.before(1);
        if (isGivenNameOf(term, written, before, neighbours)) {
            return new Verdict(MentionRule.PERSON, before);
        }
        String after = neighbours.after(1);
        String surname = FoldedText.name(after);
        boolean mayBeGivenName =
                term.role() != Role.FIRM || WordList.GIVEN_NAMES.contains(term.folded());
        return mayBeGivenName
                        && !neighbours.possessive()
                        && isCapital(written)
                        && isCapital(after)
                        && WordList.SURNAMES.contains(surname)
                        && EnglishWords.use(surname) == EnglishWords.Use.NONE
                        && !WordList.COMMON.contains(surname)
                ? new Verdict(MentionRule.PERSON, after)
                : null;
    }

    private static boolean isGivenNameOf(
            Lexicon.Term term, String written, String before, Neighbours neighbours) {
        String given = FoldedText.name(before);
        if (!WordList.GIVEN_NAMES.contains(given)
                || WordList.COMMON.contains(given)
                || COMPANY_GIVEN_NAMES.contains(given)
                || isCapital(before) != isCapital(written)) {
            return false;
        }
        boolean isSurname = WordList.SURNAMES.contains(term.folded());
        if (PLACE_GIVEN_NAMES.contains(given) || !isCapital(written)) {
            return isSurname && EnglishWords.use(given) != EnglishWords.Use.ORDINARY;
        }
        return isSurname || CompanyCues.closes(lower(neighbours.after(1)));
    }

    private static boolean isCapital(String word) {
        return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
