package dev.earshot.reading.brand;

import dev.earshot.core.brand.Mention;
import dev.earshot.core.brand.MentionDecision;
import dev.earshot.core.brand.MentionRule;
import dev.earshot.reading.brand.Lexicon.Role;
import dev.earshot.reading.brand.Lexicon.Term;
import dev.earshot.reading.brand.Markup.Span;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The search for brands in one text: collects where terms stand ({@link Hit}), then has {@link
 * Judgement} say which of them count. Used once; not thread-safe.
 */
final class MentionSearch {
    private static final String BLUESKY = ".bsky.social";

    /** Shorter names in disguise are too often other words. */
    private static final int MIN_DISGUISED = 4;

    /** Shorter names are inside too many words that no list holds. */
    private static final int MIN_RUN_TOGETHER = 5;

    private final Lexicon lexicon;
    private final String raw;
    private final boolean capitalsTell;
    private final boolean explains;
    private final List<Span> spans;
    private final List<Hit> hits = new ArrayList<>();
    private @Nullable WordRuns runs;

    /**
     * @param capitalsTell whether the text is prose, whose capitals and neighbours mean something
     * @param explains whether places inside longer words are kept, to be explained
     */
    MentionSearch(Lexicon lexicon, String raw, boolean capitalsTell, boolean explains) {
        this.lexicon = lexicon;
        this.raw = raw;
        this.capitalsTell = capitalsTell;
        this.explains = explains;
        this.spans = Markup.spans(raw);
    }

    /**
     * A place where a term of a brand stands.
     *
     * @param term the term; null for a handle, a registered tag or a host
     * @param rule how the place matches
     * @param evidence what the rule went by
     */
    record Hit(
            int brand,
            int start,
            int end,
            Mention.Kind kind,
            Role role,
            @Nullable Term term,
            MentionRule rule,
            String evidence) {
        int length() {
            return end - start;
        }
    }

    /** All places, those that count and those that do not. */
    List<MentionDecision> decisions() {
        for (Span span : spans) {
            switch (span.kind()) {
                case HANDLE -> handle(span);
                case HASHTAG -> hashtag(span);
                case URL -> url(span);
                case EMAIL -> {}
            }
        }
        FoldedText folded = FoldedText.prose(raw);
        prose(folded);
        for (Disguises.Disguise disguise : Disguises.of(folded)) {
            disguised(disguise);
        }
        return hits.isEmpty()
                ? List.of()
                : new Judgement(lexicon, raw, capitalsTell, hits).decisions();
    }

    private void handle(Span span) {
        String handle = raw.substring(span.start() + 1, span.end()).toLowerCase(Locale.ROOT);
        firm(lexicon.handles.get(handle), span, Mention.Kind.HANDLE, MentionRule.HANDLE);
        int server = handle.indexOf('@');
        if (server > 0) {
            String user = handle.substring(0, server);
            firm(lexicon.handles.get(user), span, Mention.Kind.HANDLE, MentionRule.HANDLE);
        } else if (handle.endsWith(BLUESKY)) {
            String user = handle.substring(0, handle.length() - BLUESKY.length());
            firm(lexicon.handles.get(user), span, Mention.Kind.HANDLE, MentionRule.HANDLE);
        }
    }

    private void hashtag(Span span) {
        Tag tag = Tag.of(raw, span.start() + 1, span.end());
        firm(
                lexicon.tags.get(new String(tag.chars())),
                span,
                Mention.Kind.HASHTAG,
                MentionRule.HASHTAG);
        lexicon.compact.find(
                tag.chars(),
                (pattern, start, end) -> tagged(tag, span, lexicon.compactTerms.get(pattern), end));
    }

    private void tagged(Tag tag, Span span, Term term, int end) {
        int start = end - term.folded().length();
        int to = end;
        MentionRule rule = MentionRule.HASHTAG_SEGMENT;
        @Nullable String evidence = tag.isWhole(start, end) ? "#" : "";
        if (!tag.segments(start, end)) {
            if (!term.role().takesEndings()) {
                return;
            }
            boolean plural = end < tag.chars().length && tag.chars()[end] == 's';
            if (plural && tag.segments(start, end + 1)) {
                rule = MentionRule.PLURAL;
                evidence = "s";
                to = end + 1;
            } else {
                rule = MentionRule.HASHTAG_WORDS;
                evidence = tag.wordsAround(start, end);
            }
            if (evidence == null) {
                return;
            }
        }
        int from = tag.isWhole(start, to) ? span.start() : tag.rawStart(start);
        add(term, from, tag.rawEnd(to - 1), Mention.Kind.HASHTAG, rule, evidence);
    }

    private void url(Span span) {
        String host = host(raw.substring(span.start(), span.end()).toLowerCase(Locale.ROOT));
        for (int dot = 0; dot >= 0; dot = host.indexOf('.')) {
            firm(lexicon.hosts.get(host), span, Mention.Kind.NAME, MentionRule.HOST);
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

    private void firm(
            @Nullable List<Integer> brands, Span span, Mention.Kind kind, MentionRule rule) {
        if (brands != null) {
            String written = raw.substring(span.start(), span.end());
            for (int brand : brands) {
                hits.add(
                        new Hit(
                                brand,
                                span.start(),
                                span.end(),
                                kind,
                                Role.FIRM,
                                null,
                                rule,
                                written));
            }
        }
    }

    private void prose(FoldedText folded) {
        lexicon.prose.find(
                folded.chars(),
                (pattern, start, end) -> stands(folded, lexicon.terms.get(pattern), start, end));
    }

    private void stands(FoldedText folded, Term term, int start, int end) {
        char[] chars = folded.chars();
        int from = folded.rawStart(start);
        if (!WordBorders.begins(chars, start, end)) {
            partOfWord(folded, term, start, end);
            return;
        }
        MentionRule rule = term.rule();
        String evidence = "";
        int to = end;
        if (!WordBorders.ends(chars, start, end)) {
            Endings.Ending ending = Endings.after(chars, start, end, term);
            if (ending == null) {
                partOfWord(folded, term, start, end);
                return;
            }
            rule = ending.rule();
            evidence = new String(chars, end, ending.end() - end);
            to = ending.end();
        }
        if (!inMarkup(from, folded.rawEnd(to - 1))) {
            add(term, from, folded.rawEnd(to - 1), term.kind(), rule, evidence);
        }
    }

    private void disguised(Disguises.Disguise disguise) {
        FoldedText text = disguise.text();
        lexicon.prose.find(
                text.chars(),
                (pattern, start, end) -> {
                    Term term = lexicon.terms.get(pattern);
                    int from = text.rawStart(start);
                    int to = text.rawEnd(end - 1);
                    if (term.role().takesEndings()
                            && end - start >= MIN_DISGUISED
                            && disguise.changes(start, end)
                            && WordBorders.stands(text.chars(), start, end)
                            && !inMarkup(from, to)) {
                        add(term, from, to, term.kind(), disguise.rule(), raw.substring(from, to));
                    }
                });
    }

    private void add(
            Term term, int start, int end, Mention.Kind kind, MentionRule rule, String evidence) {
        hits.add(new Hit(term.brand(), start, end, kind, term.role(), term, rule, evidence));
    }

    /** A name inside a longer word counts where the word is two or more words run together. */
    private void partOfWord(FoldedText folded, Term term, int start, int end) {
        boolean mayCount = term.role() == Role.FIRM && end - start >= MIN_RUN_TOGETHER;
        if (term.role() == Role.CONTEXT || !(mayCount || explains)) {
            return;
        }
        int from = folded.rawStart(start);
        int to = folded.rawEnd(end - 1);
        if (inMarkup(from, to)) {
            return;
        }
        char[] chars = folded.chars();
        WordRuns runs = runs(chars);
        boolean tooLong = runs.end(end) - runs.start(start) > TagWords.LONGEST;
        if (tooLong && !explains) {
            return;
        }
        int wordStart = Math.max(runs.start(start), start - TagWords.LONGEST - 1);
        int wordEnd = Math.min(runs.end(end), end + TagWords.LONGEST + 1);
        char[] word = Arrays.copyOfRange(chars, wordStart, wordEnd);
        String words =
                mayCount && !tooLong
                        ? TagWords.listed(word, start - wordStart, end - wordStart)
                        : null;
        if (words != null) {
            add(term, from, to, term.kind(), MentionRule.RUN_TOGETHER, words);
        } else if (explains) {
            add(term, from, to, term.kind(), MentionRule.PART_OF_WORD, new String(word));
        }
    }

    /** Nested names may stand in one word a thousand times, so its borders are looked for once. */
    private WordRuns runs(char[] chars) {
        WordRuns known = runs;
        if (known == null) {
            known = WordRuns.of(chars);
            runs = known;
        }
        return known;
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
}
