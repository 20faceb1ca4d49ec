package dev.earshot.engagement.cases;

import dev.earshot.core.text.Intent;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why somebody should look at a post, gravest first. */
public enum CaseKind {
    SAFETY_OR_LEGAL("it speaks of safety or of the law", Intent.SAFETY_OR_LEGAL),
    CHURN_RISK("its author speaks of leaving", Intent.CHURN_RISK),
    COMPLAINT("it complains", Intent.COMPLAINT),
    /** Negative, seen by many, and none of the others. */
    REPUTATION("it is negative and many may see it", null),
    QUESTION("it asks something", Intent.QUESTION);

    private final String because;
    private final Optional<Intent> intent;

    CaseKind(String because, @Nullable Intent intent) {
        this.because = because;
        this.intent = Optional.ofNullable(intent);
    }

    /** Continues "somebody should look at the post because". */
    public String because() {
        return because;
    }

    /** The kind that an intent opens, if it opens any. */
    static Optional<CaseKind> of(Intent intent) {
        return Arrays.stream(values())
                .filter(kind -> kind.intent.filter(i -> i == intent).isPresent())
                .findFirst();
    }

    /** The kind of that key. */
    public static Optional<CaseKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** The name used in keys and JSON: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
