package dev.earshot.reading.brand;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.Mention;
import dev.earshot.core.brand.MentionRule;

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
        /** A name that can mean nothing else. */
        FIRM,
        /** A dictionary word that people mostly write as a name: counts unless used as a word. */
        MOSTLY_NAME,
        /** A dictionary word: counts only with evidence that a company is meant. */
        ORDINARY,
        /** A common word: counts only with evidence that this brand is meant. */
        AMBIGUOUS,
        /** Never counts; is evidence for an ambiguous name of the brand. */
        CONTEXT;

        /** Whether a match may be longer than the name. */
        boolean takesEndings() {
            return this == FIRM || this == MOSTLY_NAME;
        }

        /** Whether the name counts where nothing stands beside it, as in pictures. */
        boolean standsAlone() {
            return this == FIRM || this == MOSTLY_NAME || this == ORDINARY;
        }
    }

    /**
     * A term.
     *
     * @param brand the brand's number
     * @param rule what a match of it is
     * @param written as registered
     * @param folded as compared
     */
    record Term(
            int brand,
            Mention.Kind kind,
            Role role,
            MentionRule rule,
            String written,
            String folded) {}

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
            added.ambiguous().forEach(term -> ambiguous.add(FoldedText.name(term)));
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
            String folded = FoldedText.name(written);
            String host = written.toLowerCase(Locale.ROOT);
            if (HOST.matcher(host).matches()) {
                number(hosts, host);
            }
            Role role = role(folded);
            prose(folded, kind, role, MentionRule.NAME, written);
            for (String form : NameForms.same(folded)) {
                Role own = role == Role.AMBIGUOUS ? role : role(form);
                prose(form, kind, own, MentionRule.NAME, written);
            }
            String together = NameForms.together(folded);
            if (!together.isEmpty()) {
                prose(together, kind, role, MentionRule.TOGETHER, written);
            }
            String apart = NameForms.apart(written);
            if (!apart.isEmpty()) {
                Role own = NameForms.isPhrase(apart) ? Role.ORDINARY : role;
                prose(FoldedText.name(apart), kind, own, MentionRule.APART, apart);
            }
            compact(Tag.compact(folded), kind, role, written);
            if (folded.contains(" & ")) {
                compact(Tag.compact(folded.replace(" & ", " and ")), kind, role, written);
            }
        }

        private Role role(String name) {
            String folded = NameForms.withoutSigns(name);
            if (ambiguous.contains(name)
                    || ambiguous.contains(folded)
                    || WordList.COMMON.contains(folded)
                    || (folded.length() == 1 && !WordBorders.unspaced(folded.charAt(0)))) {
                return Role.AMBIGUOUS;
            }
            return switch (EnglishWords.use(folded)) {
                case NONE -> Role.FIRM;
                case MOSTLY_NAME -> Role.MOSTLY_NAME;
                case ORDINARY -> Role.ORDINARY;
            };
        }

        private void context(String written) {
            String folded = FoldedText.name(written);
            prose(folded, Mention.Kind.NAME, Role.CONTEXT, MentionRule.NAME, written);
            compact(Tag.compact(folded), Mention.Kind.NAME, Role.CONTEXT, written);
        }

        private void prose(
                String folded, Mention.Kind kind, Role role, MentionRule rule, String written) {
            if (!folded.isEmpty() && seen.add(folded)) {
                terms.add(new Term(brand, kind, role, rule, written, folded));
            }
        }

        private void compact(String plain, Mention.Kind kind, Role role, String written) {
            if (!plain.isEmpty() && seenCompact.add(plain)) {
                Role own = role == Role.FIRM ? role(plain) : role;
                compactTerms.add(
                        new Term(brand, kind, own, MentionRule.HASHTAG_SEGMENT, written, plain));
            }
        }
    }
}
