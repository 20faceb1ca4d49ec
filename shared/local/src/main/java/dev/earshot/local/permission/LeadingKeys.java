package dev.earshot.local.permission;

import java.util.List;

/**
 * A statement's condition on the partition keys that a request names.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">sets
 *     of keys</a>
 */
public final class LeadingKeys {
    private final Quantifier quantifier;
    private final List<Wildcard> patterns;

    /** Which of a request's keys must fit a pattern. */
    public enum Quantifier {
        /** Each one; a request that names none passes, as it does on AWS. */
        ALL,
        /** At least one. */
        ANY
    }

    public LeadingKeys(Quantifier quantifier, List<String> patterns) {
        this.quantifier = quantifier;
        this.patterns = patterns.stream().map(Wildcard::of).toList();
    }

    boolean holds(Call call) {
        return switch (quantifier) {
            case ALL -> call.leadingKeys().stream().allMatch(this::fits);
            case ANY -> call.leadingKeys().stream().anyMatch(this::fits);
        };
    }

    private boolean fits(String key) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(key));
    }
}
