package dev.earshot.core.brand;

import java.util.Locale;

/** The rule that decided whether a place in a text names a brand. */
public enum MentionRule {
    /** The name stands free. */
    NAME(true, "the name stands free"),
    /** A registered handle. */
    HANDLE(true, "a registered handle"),
    /** A registered hashtag. */
    HASHTAG(true, "a registered hashtag"),
    /** A hashtag is the name, or whole segments of it are. */
    HASHTAG_SEGMENT(true, "the name is a hashtag, or a segment of one"),
    /** A hashtag in one case is best cut into words with the name among them. */
    HASHTAG_WORDS(true, "a hashtag is best read with the name as one of its words"),
    /** The name is the host of a URL. */
    HOST(true, "the name is the host of a URL"),
    /** The name in its plural, or with an s of possession. */
    PLURAL(true, "the name with an ending of the plural"),
    /** The words of the name are written together. */
    TOGETHER(true, "the words of the name are written together"),
    /** The name and other words are run together. */
    RUN_TOGETHER(true, "the name is run together with other words"),
    /** The parts of a name with inner capitals are written apart. */
    APART(true, "the parts of the name are written apart"),
    /** Letters of the name are repeated. */
    STRETCHED(true, "the name with repeated letters"),
    /** Letters of the name are replaced by others that look alike. */
    LOOK_ALIKE(true, "the name in letters that look alike"),
    /** The letters of the name are written one by one. */
    SPELLED_OUT(true, "the name with its letters apart"),
    /** The name with the ending of a case in a language that inflects names. */
    INFLECTED(true, "the name with an ending of a case"),
    /** The name is joined to a noun that goes with brands, in a script written so. */
    COMPOUND(true, "the name is joined to another noun"),
    /** Another term of the brand stands in the text. */
    OTHER_TERM(true, "another term or a context word of the brand stands in the text"),
    /** The name is an ordinary word, but it is written in the brand's own capitals. */
    OWN_CAPITALS(true, "the name has the brand's own capitals where capitals tell"),
    /** The name is an ordinary word, but its neighbours speak of a company. */
    COMPANY_CUE(true, "the words beside the name speak of a company"),

    /** The name is part of a longer word. */
    PART_OF_WORD(false, "letters or digits touch the name"),
    /** The name is a common word, or listed as ambiguous, and nothing says that it is meant. */
    COMMON_WORD(false, "the name is a common word, and nothing says that the brand is meant"),
    /** The name is used as the ordinary word that it also is. */
    ORDINARY_WORD(false, "the name is used as an ordinary word"),
    /** The name is an amount, a unit or a formula. */
    MEASURE(false, "the name is an amount or a measure"),
    /** The name is part of a person's name. */
    PERSON(false, "the name is part of a person's name"),
    /** The name is part of the name of a place or an institution. */
    PLACE(false, "the name is part of the name of a place or an institution"),
    /** The name is part of a longer name or a title. */
    LONGER_NAME(false, "the name is part of a longer name or a title"),
    /** The mention lies inside a longer one. */
    INSIDE_MENTION(false, "the mention lies inside a longer one");

    private final boolean counts;
    private final String meaning;

    MentionRule(boolean counts, String meaning) {
        this.counts = counts;
        this.meaning = meaning;
    }

    /** Whether a mention that this rule decides counts. */
    public boolean counts() {
        return counts;
    }

    /** What the rule says, in words. */
    public String meaning() {
        return meaning;
    }

    /** As written in JSON: lower case with underscores. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
