package dev.earshot.privacy.place;

import dev.earshot.core.privacy.PiiKind;
import dev.earshot.core.privacy.PiiSpan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds streets with a number, as they are written in English, German, Dutch, the Nordic and the
 * Romance languages, Polish, Czech, Hungarian, Turkish and Russian, and post boxes. A street
 * without a number tells of nobody. Stateless.
 */
public final class Streets {
    private static final String NUMBER =
            "\\d{1,5}(?: ?[a-hA-H](?![\\p{L}]))?(?:[-/]\\d{1,4}[a-hA-H]?)?";

    private static final String WORD = "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}'’.-]*";

    private static final List<Pattern> SHAPES =
            List.of(
                    // 12 Glyn Street, Apt. 4
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}])"
                                    + NUMBER
                                    + "(?:,? (?:[NSEW]\\.?|North|South|East|West))? (?:"
                                    + WORD
                                    + "|\\d{1,3}(?:st|nd|rd|th))(?: "
                                    + WORD
                                    + "){0,3} (?i:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Square|Sq|Terrace|Close|Crescent|Way|Highway|Hwy|Parkway|Pkwy|Circle|Cir|Trail|Alley|Gardens|Grove|Row|Mews)"
                                    + "(?![\\p{L}\\p{N}])\\.?(?:,? (?i:apt|suite|unit|flat|floor|#)\\.? ?[\\p{N}A-Za-z]{1,5})?"),
                    // 12 rue de la Paix
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}])"
                                    + NUMBER
                                    + "(?: (?:bis|ter))?,? (?i:rue|avenue|av\\.?|boulevard|bd|place|chemin|impasse|allée|quai|cours|route)"
                                    + "(?: (?i:de|du|des|la|le|les|l|d|et|à|aux|saint|sainte))*[ '’](?:d['’]|l['’])?"
                                    + WORD
                                    + "(?:[ -]"
                                    + WORD
                                    + "){0,3}"),
                    // Calle Mayor 12, Via Roma 5, Rua do Arenque 1634, ul. Długa 7, ул. Ленина, д.
                    // 5
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}])(?i:calle|c/|avenida|avda?\\.?|plaza|paseo|carrera|via|viale|piazza|corso|vicolo|rua|travessa|praça|alameda|strada|str\\.|bulevardul"
                                    + "|ul\\.|ulica|ulice|al\\.|aleja|plac|os\\.|rue|ул\\.|улица|вул\\.|вулиця|пр\\.|проспект|jalan|jl\\.?|οδός|λεωφόρος|đường)"
                                    + "(?: (?i:de|del|de la|della|dello|delle|do|da|dos|das|dei))*(?: ?"
                                    + WORD
                                    + "){1,4},? (?:(?i:n[.º°]?|no\\.?|nr\\.?|núm\\.?|д\\.|буд\\.) ?)?"
                                    + NUMBER),
                    // Hauptstraße 5, Kerkstraat 12, Storgatan 3, Puruntie 82
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}])(?:"
                                    + WORD
                                    + "[ -]){0,2}[\\p{Lu}][\\p{L}\\p{M}-]*(?:straße|strasse|str\\.|weg|gasse|allee|platz|ring|damm|ufer|straat|laan|plein|gracht|kade|dijk|dreef|singel"
                                    + "|gatan|gata|vägen|väg|gränd|gate|gaten|vei|veien|vej|gade|katu|tie|polku|kuja)\\.? "
                                    + NUMBER),
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}])(?:"
                                    + WORD
                                    + " ){1,3}(?i:straße|strasse|str\\.?|straat|weg|allee|platz|gade|gate|utca|u\\.|út|útja|tér|tere|körút|sokak|sokağı|sk\\.|cadde|caddesi|cad\\.|bulvarı|mahallesi)"
                                    + ",? (?:(?i:no\\.?:?|nr\\.?) ?)?"
                                    + NUMBER
                                    + "\\.?"),
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}])(?i:p\\.? ?o\\.? ?box|postfach|postbus|apartado|boîte postale|b\\.?p\\.?|psc)(?: (?i:nr\\.?|no\\.?))? \\d{1,6}(?:, box \\d{1,6})?"),
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}])(?i:apt|suite|unit|flat|apartment)\\.? \\d{1,5}[A-Za-z]?(?![\\p{L}\\p{N}])"));

    private Streets() {}

    /** All streets with numbers. */
    public static List<PiiSpan> find(String text) {
        List<PiiSpan> found = new ArrayList<>();
        for (Pattern shape : SHAPES) {
            Matcher matcher = shape.matcher(text);
            while (matcher.find()) {
                int end = matcher.end();
                found.add(new PiiSpan(matcher.start(), end, PiiKind.STREET, "STREET"));
            }
        }
        return found;
    }
}
