package dev.earshot.reading.brand;

import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.brand.Mention;
import dev.earshot.reading.brand.Lexicon.Role;
import dev.earshot.reading.brand.Lexicon.Term;
import dev.earshot.reading.brand.Markup.Span;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the brands that a text mentions. Compiled once from a catalogue; matching then takes time
 * linear in the text, whatever the number of terms. Immutable and thread-safe.
 *
 * <p><b>Names</b> (name, aliases, products) match regardless of case, accents, compatibility forms
 * and kind of quote or dash ({@link FoldedText}), as whole words ({@link WordBorders}): {@code
 * Acme} is in {@code ACME's}, {@code Acme'nin}, {@code Acme는} and {@code 我爱Acme}, not in {@code
 * acmeist}. A name with an apostrophe also matches without it, and {@code &} stands for {@code
 * and}.
 *
 * <p><b>Hashtags</b> match a registered tag as a whole, and any name as a whole or as a run of
 * whole segments, spaces left out: {@code #acmephone}, {@code #AcmePhone}, {@code #acme_phone} and
 * {@code #LoveAcmePhone} hold "Acme Phone"; {@code #acmephones} does not.
 *
 * <p><b>Handles</b> match exactly, case aside: {@code @acme}, not {@code @acmefan}. The server part
 * of {@code @acme@example.social} and {@code .bsky.social} may be left out when registering.
 *
 * <p><b>Addresses</b>: nothing inside a URL or an e-mail address counts, but a name that is a host
 * name ({@code acme.com}) counts where it is the URL's host or the end of it.
 *
 * <p><b>Common words.</b> A name is ambiguous if the brand lists it under {@code ambiguous}, if it
 * is a single word among the {@code common-english-words.txt} of this package, or if it is one
 * letter. It counts only if (a) another, unambiguous term of the brand (name, product, tag, handle,
 * host) or one of its {@code context} words is elsewhere in the text, or (b) it is written in the
 * brand's own capitals where a capital says something: not as the first word of a sentence, and not
 * in a text whose words mostly begin with capitals. In hashtags and pictures only (a) holds.
 *
 * <p><b>Overlaps.</b> A match inside a longer one is dropped ("Acme" within "Acme Bank" when both
 * are watched); matches of the same extent count for each of their brands.
 */
public final class BrandMatcher {
    private static final int NOTHING_BEFORE = Integer.MAX_VALUE;
    private static final String BLUESKY = ".bsky.social";

    private final Lexicon lexicon;
    private volatile @Nullable PictureTerms pictureTerms;

    private BrandMatcher(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Compiles a catalogue, its competitors included ({@link BrandCatalogue#watched}). */
    public static BrandMatcher of(BrandCatalogue catalogue) {
        return new BrandMatcher(Lexicon.of(catalogue.watched()));
    }

    /** Every place where the text mentions a brand, by start, then longest first, then brand id. */
    public List<Mention> mentions(String text) {
        return mentions(text, true);
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
        var search = new Search(text, capitalsTell);
        search.markup();
        search.prose();
        return search.settle();
    }

    private record Hit(
            int brand, int start, int end, Mention.Kind kind, Role role, String written) {
        int length() {
            return end - start;
        }
    }

    /** The search in one text. */
    private final class Search {
        private final String raw;
        private final boolean capitalsTell;
        private final List<Span> spans;
        private final List<Hit> hits = new ArrayList<>();

        /**
         * By brand: where its first firm or context term ends, and where its last such term starts.
         */
        private final Map<Integer, int[]> anchors = new HashMap<>();

        Search(String raw, boolean capitalsTell) {
            this.raw = raw;
            this.capitalsTell = capitalsTell;
            this.spans = Markup.spans(raw);
        }

        void markup() {
            for (Span span : spans) {
                switch (span.kind()) {
                    case HANDLE -> handle(span);
                    case HASHTAG -> hashtag(span);
                    case URL -> url(span);
                    case EMAIL -> {}
                }
            }
        }

        private void handle(Span span) {
            String handle = raw.substring(span.start() + 1, span.end()).toLowerCase(Locale.ROOT);
            firm(lexicon.handles.get(handle), span, Mention.Kind.HANDLE);
            int server = handle.indexOf('@');
            if (server > 0) {
                firm(lexicon.handles.get(handle.substring(0, server)), span, Mention.Kind.HANDLE);
            } else if (handle.endsWith(BLUESKY)) {
                String user = handle.substring(0, handle.length() - BLUESKY.length());
                firm(lexicon.handles.get(user), span, Mention.Kind.HANDLE);
            }
        }

        private void hashtag(Span span) {
            Tag tag = Tag.of(raw, span.start() + 1, span.end());
            firm(lexicon.tags.get(new String(tag.chars())), span, Mention.Kind.HASHTAG);
            lexicon.compact.find(
                    tag.chars(),
                    (pattern, start, end) -> {
                        if (tag.segments(start, end)) {
                            Term term = lexicon.compactTerms.get(pattern);
                            int from = tag.isWhole(start, end) ? span.start() : tag.rawStart(start);
                            add(term, from, tag.rawEnd(end - 1), Mention.Kind.HASHTAG);
                        }
                    });
        }

        private void url(Span span) {
            String host = host(raw.substring(span.start(), span.end()).toLowerCase(Locale.ROOT));
            for (int dot = 0; dot >= 0; dot = host.indexOf('.')) {
                firm(lexicon.hosts.get(host), span, Mention.Kind.NAME);
                host = host.substring(Math.max(0, host.indexOf('.') + 1));
            }
        }

        private static String host(String url) {
            int scheme = url.indexOf("://");
            String rest = scheme < 0 ? url : url.substring(scheme + 3);
            int end = 0;
            while (end < rest.length() && "/?#:".indexOf(rest.charAt(end)) < 0) {
                end++;
            }
            String authority = rest.substring(0, end);
            return authority.substring(authority.indexOf('@') + 1);
        }

        private void firm(@Nullable List<Integer> brands, Span span, Mention.Kind kind) {
            if (brands != null) {
                for (int brand : brands) {
                    hits.add(new Hit(brand, span.start(), span.end(), kind, Role.FIRM, ""));
                    anchor(brand, span.start(), span.end());
                }
            }
        }

        void prose() {
            FoldedText folded = FoldedText.of(raw);
            lexicon.prose.find(
                    folded.chars(),
                    (pattern, start, end) -> {
                        int from = folded.rawStart(start);
                        int to = folded.rawEnd(end - 1);
                        if (WordBorders.stands(folded.chars(), start, end) && !inMarkup(from, to)) {
                            Term term = lexicon.terms.get(pattern);
                            add(term, from, to, term.kind());
                        }
                    });
        }

        private void add(Term term, int start, int end, Mention.Kind kind) {
            if (term.role() != Role.CONTEXT) {
                hits.add(new Hit(term.brand(), start, end, kind, term.role(), term.written()));
            }
            if (term.role() != Role.AMBIGUOUS) {
                anchor(term.brand(), start, end);
            }
        }

        private void anchor(int brand, int start, int end) {
            int[] ends = anchors.computeIfAbsent(brand, b -> new int[] {NOTHING_BEFORE, -1});
            ends[0] = Math.min(ends[0], end);
            ends[1] = Math.max(ends[1], start);
        }

        private boolean inMarkup(int start, int end) {
            int low = 0;
            int high = spans.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (spans.get(middle).end() <= start) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low < spans.size() && spans.get(low).start() < end;
        }

        List<Mention> settle() {
            var capitals = new Capitals(raw);
            List<Hit> counted = new ArrayList<>();
            for (Hit hit : hits) {
                if (hit.role == Role.FIRM || isMeant(hit, capitals)) {
                    counted.add(hit);
                }
            }
            counted.sort(
                    Comparator.comparingInt(Hit::start)
                            .thenComparing(Comparator.comparingInt(Hit::length).reversed())
                            .thenComparing(hit -> lexicon.brandIds.get(hit.brand)));
            return withoutContained(counted);
        }

        private boolean isMeant(Hit hit, Capitals capitals) {
            int[] anchor = anchors.get(hit.brand);
            if (anchor != null && (anchor[0] <= hit.start || anchor[1] >= hit.end)) {
                return true;
            }
            return capitalsTell
                    && hit.kind != Mention.Kind.HASHTAG
                    && capitals.tell(hit.written, hit.start, hit.end);
        }

        private List<Mention> withoutContained(List<Hit> sorted) {
            List<Mention> mentions = new ArrayList<>();
            Map<Integer, Integer> endOfBrand = new HashMap<>();
            int coveredFrom = 0;
            int coveredTo = 0;
            for (Hit hit : sorted) {
                boolean inside =
                        hit.end < coveredTo || (hit.end == coveredTo && hit.start > coveredFrom);
                if (hit.end > coveredTo) {
                    coveredFrom = hit.start;
                    coveredTo = hit.end;
                }
                if (!inside && endOfBrand.getOrDefault(hit.brand, 0) <= hit.start) {
                    mentions.add(
                            new Mention(
                                    lexicon.brandIds.get(hit.brand), hit.start, hit.end, hit.kind));
                    endOfBrand.put(hit.brand, hit.end);
                }
            }
            return List.copyOf(mentions);
        }
    }
}
