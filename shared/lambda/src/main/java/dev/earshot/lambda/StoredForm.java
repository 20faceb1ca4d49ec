package dev.earshot.lambda;

import dev.earshot.aws.table.ReadingAttributes;
import dev.earshot.core.count.PostAnalysis;

/** Results as they come back from the table, which rounds their numbers. Stateless. */
public final class StoredForm {
    private StoredForm() {}

    /** The result with the numbers that the table would return. */
    public static PostAnalysis of(PostAnalysis post) {
        return post.read(ReadingAttributes.rounded(post.reading(), post.models()));
    }
}
