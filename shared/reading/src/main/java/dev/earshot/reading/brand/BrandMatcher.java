package dev.earshot.reading.brand;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.brand.Mention;
import dev.earshot.core.brand.MentionDecision;
import dev.earshot.core.brand.Subject;
import dev.earshot.reading.subject.Subjects;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the brands that a text mentions, and says why each place counts or not. Compiled once from
 * a catalogue; matching then takes time linear in the text, whatever the number of terms. Immutable
 * and thread-safe.
 *
 * <p><b>Names</b> (name, aliases, products) match regardless of case, accents, compatibility forms,
 * underscores and kind of quote or dash ({@link FoldedText}), as whole words ({@link WordBorders}):
 * {@code Acme} is in {@code ACME's}, {@code Acme'nin}, {@code Acme는} and {@code 我爱Acme}, not in
 * {@code acmeist}. They also match in other forms ({@link NameForms}), with endings ({@link
 * Endings}) and in disguise ({@link Disguises}): {@code Acmes}, {@code acmephone}, {@code Acmeee},
 * {@code Асmе}.
 *
 * <p><b>Hashtags</b> match a registered tag as a whole, and any name as a whole, as a run of whole
 * segments, or as one of the words that the tag is best cut into ({@link TagWords}): {@code
 * #acmephone}, {@code #LoveAcmePhone}, {@code #boycottacme}.
 *
 * <p><b>Handles</b> match exactly, case aside: {@code @acme}, not {@code @acmefan}. The server part
 * of {@code @acme@example.social} and {@code .bsky.social} may be left out when registering.
 *
 * <p><b>Addresses</b>: nothing inside a URL or an e-mail address counts, but a name that is a host
 * name ({@code acme.com}) counts where it is the URL's host or the end of it.
 *
 * <p><b>Namesakes</b> don't count: amounts, people, places, titles ({@link Namesakes}).
 *
 * <p><b>Common words.</b> A name is ambiguous if the brand lists it under {@code ambiguous}, if it
 * is a single word among the {@code common-english-words.txt} of this package, or if it is one
 * letter. It counts only if (a) another, unambiguous term of the brand (name, product, tag, handle,
 * host) or one of its {@code context} words is elsewhere in the text, or (b) it is written in the
 * brand's own capitals where a capital says something: not as the first word of a sentence, and not
 * in a text whose words mostly begin with capitals. In hashtags and pictures only (a) holds. A name
 * that is a less common word of the dictionary counts also where its neighbours speak of a company
 * ({@link CompanyCues}); one that people mostly write as a name, unless it is used as the word
 * ({@link OrdinaryUses}).
 *
 * <p><b>Overlaps.</b> A match inside a longer one is dropped ("Acme" within "Acme Bank" when both
 * are watched); matches of the same extent count for each of their brands.
 */
public final class BrandMatcher {
    private final Lexicon lexicon;
    private volatile @Nullable PictureTerms pictureTerms;

    private final Subjects subjects;
    private final Set<String> registered;

    private BrandMatcher(Lexicon lexicon, Subjects subjects, Set<String> registered) {
        this.lexicon = lexicon;
        this.subjects = subjects;
        this.registered = Set.copyOf(registered);
    }

    /** Compiles a catalogue, its competitors included ({@link BrandCatalogue#watched}). */
    public static BrandMatcher of(BrandCatalogue catalogue) {
        return new BrandMatcher(
                Lexicon.of(catalogue.watched()),
                new Subjects(catalogue.brands()),
                catalogue.brands().stream().map(Brand::id).collect(Collectors.toSet()));
    }

    /** Ids of the registered brands, without those that are watched as their competitors. */
    public Set<String> registered() {
        return registered;
    }

    /** Every place where the text mentions a brand, by start, then longest first, then brand id. */
    public List<Mention> mentions(String text) {
        return mentions(text, true);
    }

    /**
     * Every place where a name or another term of a brand stands, with the rule by which it counts
     * or does not, by start, then longest first. Slower than {@link #mentions}, whose mentions are
     * those that count here.
     */
    public List<MentionDecision> decisions(String text) {
        if (lexicon.brandIds.isEmpty() || text.isEmpty()) {
            return List.of();
        }
        return new MentionSearch(lexicon, text, true, true).decisions();
    }

    /** The products and hashtags that are counted by the minute, of those that a text mentions. */
    public List<Subject> subjects(String text, List<Mention> mentions) {
        return subjects.of(text, mentions);
    }

    /** Ids of the brands that the text mentions, sorted, without repetition. */
    public List<String> brands(String text) {
        return mentions(text).stream().map(Mention::brandId).distinct().sorted().toList();
    }

    /**
     * Ids of the brands named in text read from a picture, sorted. Tolerates errors of text
     * recognition: lost or added spaces, a name broken over lines, {@code 0} for {@code o} and
     * {@code 1} for {@code l}; one wrong letter in names of 6 to 9 letters, two in longer ones. An
     * ambiguous name must be read exactly and needs rule (a).
     *
     * @param lines in reading order
     */
    public List<String> brandsInPicture(List<String> lines) {
        Set<String> found = new TreeSet<>();
        String text = String.join("\n", lines);
        mentions(text, false).forEach(mention -> found.add(mention.brandId()));
        for (int brand : pictureTerms().find(text)) {
            found.add(lexicon.brandIds.get(brand));
        }
        return List.copyOf(found);
    }

    private PictureTerms pictureTerms() {
        PictureTerms terms = pictureTerms;
        if (terms == null) {
            // Two threads may both build it; the results are equal.
            terms = new PictureTerms(lexicon.compactTerms);
            pictureTerms = terms;
        }
        return terms;
    }

    private List<Mention> mentions(String text, boolean capitalsTell) {
        if (lexicon.brandIds.isEmpty() || text.isEmpty()) {
            return List.of();
        }
        return new MentionSearch(lexicon, text, capitalsTell, false)
                .decisions().stream()
                        .filter(MentionDecision::counts)
                        .map(MentionDecision::mention)
                        .toList();
    }
}
