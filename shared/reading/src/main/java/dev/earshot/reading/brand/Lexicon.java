package dev.earshot.reading.brand;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.Mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The terms of a catalogue, compiled for search. Immutable and thread-safe. */
final class Lexicon {
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}");

    /** Ids of the brands, by number. */
    final List<String> brandIds;

    /** Names, products and context words as written in prose. */
    final List<Term> terms;

    final AhoCorasick prose;

    /** The same without spaces, as in a hashtag. */
    final List<Term> compactTerms;

    final AhoCorasick compact;

    /** Registered hashtags, compact, to brand numbers. */
    final Map<String, List<Integer>> tags;

    /** Handles, lower case without the sign, to brand numbers. */
    final Map<String, List<Integer>> handles;

    /** Names that are host names, to brand numbers. */
    final Map<String, List<Integer>> hosts;

    /** What a match of a term means. */
    enum Role {
        /** Always counts. */
        FIRM,
        /** Counts only with evidence that the brand is meant. */
        AMBIGUOUS,
        /** Never counts; is evidence for an ambiguous name of the brand. */
        CONTEXT
    }

    /**
     * A term.
     *
     * @param brand the brand's number
     * @param written as registered
     * @param folded as compared
     */
    record Term(int brand, Mention.Kind kind, Role role, String written, String folded) {}

    private Lexicon(Compiler compiler) {
        brandIds = List.copyOf(compiler.brandIds);
        terms = List.copyOf(compiler.terms);
        prose = new AhoCorasick(terms.stream().map(Term::folded).toList());
        compactTerms = List.copyOf(compiler.compactTerms);
        compact = new AhoCorasick(compactTerms.stream().map(Term::folded).toList());
        tags = Map.copyOf(compiler.tags);
        handles = Map.copyOf(compiler.handles);
        hosts = Map.copyOf(compiler.hosts);
    }

    /** Compiles brands that include the watched competitors. */
    static Lexicon of(List<Brand> brands) {
        var compiler = new Compiler();
        brands.forEach(compiler::add);
        return new Lexicon(compiler);
    }

    private static final class Compiler {
        private final List<String> brandIds = new ArrayList<>();
        private final List<Term> terms = new ArrayList<>();
        private final List<Term> compactTerms = new ArrayList<>();
        private final Map<String, List<Integer>> tags = new HashMap<>();
        private final Map<String, List<Integer>> handles = new HashMap<>();
        private final Map<String, List<Integer>> hosts = new HashMap<>();
        private int brand;
        private Set<String> ambiguous = Set.of();
        private Set<String> seen = Set.of();
        private Set<String> seenCompact = Set.of();

        void add(Brand added) {
            brand = brandIds.size();
            brandIds.add(added.id());
            ambiguous = new HashSet<>();
            added.ambiguous().forEach(term -> ambiguous.add(FoldedText.fold(term)));
            seen = new HashSet<>();
            seenCompact = new HashSet<>();
            added.handles().forEach(this::handle);
            added.hashtags().forEach(this::tag);
            name(added.name(), Mention.Kind.NAME);
            added.aliases().forEach(term -> name(term, Mention.Kind.NAME));
            added.products().forEach(term -> name(term, Mention.Kind.PRODUCT));
            added.ambiguous().forEach(term -> name(term, Mention.Kind.NAME));
            added.context().forEach(this::context);
        }

        private void handle(String handle) {
            String plain = FoldedText.fold(handle.replaceFirst("^[@＠]", "")).replace(' ', '-');
            if (!plain.isEmpty()) {
                number(handles, plain);
            }
        }

        private void tag(String tag) {
            String plain = Tag.compact(FoldedText.fold(tag));
            if (!plain.isEmpty()) {
                number(tags, plain);
            }
        }

        private void number(Map<String, List<Integer>> map, String key) {
            List<Integer> numbers = map.computeIfAbsent(key, k -> new ArrayList<>(1));
            if (!numbers.contains(brand)) {
                numbers.add(brand);
            }
        }

        private void name(String written, Mention.Kind kind) {
            if (written.startsWith("@") || written.startsWith("＠")) {
                handle(written);
                return;
            }
            if (written.startsWith("#") || written.startsWith("＃")) {
                tag(written);
                return;
            }
            String folded = FoldedText.fold(written);
            String host = written.toLowerCase(Locale.ROOT);
            if (HOST.matcher(host).matches()) {
                number(hosts, host);
            }
            Role role = isAmbiguous(folded) ? Role.AMBIGUOUS : Role.FIRM;
            prose(folded, kind, role, written);
            if (folded.indexOf('\'') >= 0) {
                prose(folded.replace("'", ""), kind, role, written);
            }
            if (folded.contains(" & ")) {
                prose(folded.replace(" & ", " and "), kind, role, written);
            }
            if (folded.contains(" and ")) {
                prose(folded.replace(" and ", " & "), kind, role, written);
            }
            compact(Tag.compact(folded), kind, role, written);
        }

        private boolean isAmbiguous(String folded) {
            return ambiguous.contains(folded)
                    || CommonWords.contains(folded)
                    || (folded.length() == 1 && !WordBorders.unspaced(folded.charAt(0)));
        }

        private void context(String written) {
            String folded = FoldedText.fold(written);
            prose(folded, Mention.Kind.NAME, Role.CONTEXT, written);
            compact(Tag.compact(folded), Mention.Kind.NAME, Role.CONTEXT, written);
        }

        private void prose(String folded, Mention.Kind kind, Role role, String written) {
            if (!folded.isEmpty() && seen.add(folded)) {
                terms.add(new Term(brand, kind, role, written, folded));
            }
        }

        private void compact(String plain, Mention.Kind kind, Role role, String written) {
            if (!plain.isEmpty() && seenCompact.add(plain)) {
                Role own = role == Role.FIRM && CommonWords.contains(plain) ? Role.AMBIGUOUS : role;
                compactTerms.add(new Term(brand, kind, own, written, plain));
            }
        }
    }
}
