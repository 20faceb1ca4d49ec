package dev.earshot.core.privacy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may ask for, by the articles of Regulation (EU) 2016/679. */
public enum Right {
    ACCESS(15),
    RECTIFICATION(16),
    ERASURE(17),
    PORTABILITY(20),
    OBJECTION(21);

    private final int article;

    Right(int article) {
        this.article = article;
    }

    /** The article that grants it. */
    public int article() {
        return article;
    }

    /** Its name in JSON: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The right of that name. */
    public static Optional<Right> of(String key) {
        return Arrays.stream(values()).filter(right -> right.key().equals(key)).findFirst();
    }
}
