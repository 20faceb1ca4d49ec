package dev.earshot.privacy;

import dev.earshot.core.privacy.MaskedText;
import dev.earshot.core.privacy.PiiKind;
import dev.earshot.core.privacy.PiiSpan;
import dev.earshot.core.privacy.TextMask;
import dev.earshot.core.text.TextSpan;
import dev.earshot.privacy.name.Names;
import dev.earshot.privacy.network.Emails;
import dev.earshot.privacy.network.Handles;
import dev.earshot.privacy.network.MachineAddresses;
import dev.earshot.privacy.network.Phones;
import dev.earshot.privacy.number.CardNumbers;
import dev.earshot.privacy.number.Ibans;
import dev.earshot.privacy.number.NationalNumbers;
import dev.earshot.privacy.number.Wallets;
import dev.earshot.privacy.place.Streets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a text tells of people, each place once, and masks it. What names a brand is never
 * taken for a person, an account or a street. Immutable.
 */
public final class PiiDetector implements TextMask {
    /** The surest first: where two overlap, the one that comes first stands. */
    private static final List<PiiKind> PRECEDENCE =
            List.of(
                    PiiKind.EMAIL,
                    PiiKind.HANDLE,
                    PiiKind.WALLET,
                    PiiKind.IBAN,
                    PiiKind.CARD,
                    PiiKind.MAC,
                    PiiKind.IP,
                    PiiKind.NATIONAL_NUMBER,
                    PiiKind.PHONE,
                    PiiKind.STREET,
                    PiiKind.PERSON);

    /** Kinds that a brand's name may look like. */
    private static final Set<PiiKind> NAMELIKE =
            Set.of(PiiKind.PERSON, PiiKind.HANDLE, PiiKind.STREET);

    /** Numbers and words in an address of the web are no person's. */
    private static final Set<PiiKind> NOT_IN_LINKS =
            Set.of(
                    PiiKind.CARD,
                    PiiKind.PHONE,
                    PiiKind.NATIONAL_NUMBER,
                    PiiKind.PERSON,
                    PiiKind.STREET);

    private static final Comparator<PiiSpan> SUREST =
            Comparator.comparingInt((PiiSpan span) -> PRECEDENCE.indexOf(span.kind()))
                    .thenComparing(Comparator.comparingInt(PiiSpan::length).reversed())
                    .thenComparingInt(PiiSpan::start);

    private static final Pattern LINK =
            Pattern.compile("(?:https?://|www\\.)[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);

    private static final Pattern TAG = Pattern.compile("[#＃][\\p{L}\\p{M}\\p{N}_]+");

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\[(?:email|phone|card|iban|wallet|ip|mac|address|name|id number)\\]");

    private final Names names;

    private PiiDetector(Names names) {
        this.names = names;
    }

    /** With the model of names that is in the jar. */
    public static PiiDetector builtIn() {
        return new PiiDetector(Names.builtIn());
    }

    @Override
    public MaskedText mask(String text, List<TextSpan> kept) {
        return MaskedText.of(text, find(text, kept));
    }

    /**
     * All that tells of a person, in order, without overlap.
     *
     * @param kept places that name a brand or a product
     */
    public List<PiiSpan> find(String text, List<TextSpan> kept) {
        List<PiiSpan> found = new ArrayList<>(names.find(text));
        found.addAll(Handles.find(text));
        found.addAll(Emails.find(text));
        if (text.chars().anyMatch(Character::isDigit)) {
            found.addAll(Wallets.find(text));
            found.addAll(Streets.find(text));
            if (text.chars().filter(Character::isDigit).count() >= 5) {
                found.addAll(Ibans.find(text));
                found.addAll(CardNumbers.find(text));
                found.addAll(NationalNumbers.find(text));
                found.addAll(Phones.find(text));
            }
        }
        if (text.indexOf('.') >= 0 || text.indexOf(':') >= 0 || text.indexOf('-') >= 0) {
            found.addAll(MachineAddresses.find(text));
        }
        List<TextSpan> links = spans(LINK, text);
        List<TextSpan> tags = spans(TAG, text);
        List<TextSpan> placeholders = spans(PLACEHOLDER, text);
        found.removeIf(
                span ->
                        (NAMELIKE.contains(span.kind()) && within(span, kept))
                                || (NOT_IN_LINKS.contains(span.kind()) && within(span, links))
                                || (span.kind() == PiiKind.PERSON && within(span, tags))
                                || within(span, placeholders));
        return apart(found);
    }

    private static List<TextSpan> spans(Pattern pattern, String text) {
        List<TextSpan> spans = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            spans.add(new TextSpan(matcher.start(), matcher.end()));
        }
        return spans;
    }

    private static boolean within(PiiSpan span, List<TextSpan> others) {
        return others.stream().anyMatch(other -> span.overlaps(other.start(), other.end()));
    }

    private static List<PiiSpan> apart(List<PiiSpan> found) {
        List<PiiSpan> chosen = new ArrayList<>();
        found.sort(SUREST);
        for (PiiSpan span : found) {
            if (chosen.stream().noneMatch(c -> span.overlaps(c.start(), c.end()))) {
                chosen.add(span);
            }
        }
        chosen.sort(Comparator.comparingInt(PiiSpan::start));
        return chosen;
    }
}
