package dev.earshot.engagement.reply;

import dev.earshot.core.brand.Brand;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Facts of a post that a draft may name. Each is a word of a fixed list (the brand's products, the
 * library's issues, cities and countries of the time-zone and country tables), never a piece of the
 * post's text: so no name, address or number of a person can get into a draft.
 */
record PostFacts(Optional<String> product, Optional<String> issue, Optional<String> place) {
    /** Capitals that follow a place make it part of a longer name, perhaps of a person. */
    private static final String NOT_A_NAME = "(?![\\p{L}\\p{N}'’-])(?!\\s+\\p{Lu})";

    private static final Set<String> CITIES =
            ZoneId.getAvailableZoneIds().stream()
                    .filter(id -> id.matches("(Europe|America|Asia|Africa|Australia)/.+"))
                    .map(id -> id.substring(id.lastIndexOf('/') + 1).replace('_', ' '))
                    .filter(name -> name.length() > 3)
                    .collect(Collectors.toUnmodifiableSet());

    static PostFacts of(String text, Brand brand, ReplyLibrary library) {
        return new PostFacts(product(text, brand), issue(text, library), place(text, library));
    }

    private static Optional<String> product(String text, Brand brand) {
        return brand.products().stream()
                .sorted(Comparator.comparingInt(name -> -name.length()))
                .filter(name -> word(text, name))
                .findFirst();
    }

    private static boolean word(String text, String word) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }

    /** The issue of which a sign stands first in the text. */
    private static Optional<String> issue(String text, ReplyLibrary library) {
        String lower = text.toLowerCase(Locale.ROOT);
        Map<Integer, String> found = new TreeMap<>();
        for (ReplyLibrary.Issue issue : library.issues()) {
            for (String sign : issue.signs()) {
                Matcher matcher =
                        Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(sign)).matcher(lower);
                if (matcher.find()) {
                    found.putIfAbsent(matcher.start(), issue.name());
                }
            }
        }
        return found.values().stream().findFirst();
    }

    private static Optional<String> place(String text, ReplyLibrary library) {
        String before =
                "(?<![\\p{L}\\p{N}])(?:"
                        + String.join("|", library.prepositions())
                        + ")\\s+(\\p{Lu}[\\p{L}'’ -]{2,40})";
        Matcher matcher = Pattern.compile(before, Pattern.UNICODE_CHARACTER_CLASS).matcher(text);
        List<String> names = names(library);
        while (matcher.find()) {
            String rest = text.substring(matcher.start(1));
            Optional<String> name =
                    names.stream()
                            .filter(
                                    each ->
                                            Pattern.compile(Pattern.quote(each) + NOT_A_NAME)
                                                    .matcher(rest)
                                                    .lookingAt())
                            .findFirst();
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    /** Cities, and countries as the language calls them; the longest first. */
    private static List<String> names(ReplyLibrary library) {
        if (!library.namesCountries()) {
            return sorted(CITIES);
        }
        Set<String> countries =
                Arrays.stream(Locale.getISOCountries())
                        .map(
                                code ->
                                        Locale.of("", code)
                                                .getDisplayCountry(Locale.of(library.language())))
                        .collect(Collectors.toSet());
        countries.addAll(CITIES);
        return sorted(countries);
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream()
                .sorted(Comparator.comparingInt((String name) -> -name.length()))
                .toList();
    }
}
