package dev.earshot.local.permission;

import dev.earshot.local.permission.Statement.Effect;

import java.util.List;
import java.util.Optional;

/**
 * The statements of one role: what none allows is denied, and a denial outweighs what allows.
 * Immutable and thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">how
 *     policies are evaluated</a>
 */
public record Policy(List<Statement> statements) {
    /** Allows nothing. */
    public static final Policy NOTHING = new Policy(List.of());

    /** Allows everything: the policy of who runs the stack. */
    public static final Policy EVERYTHING =
            new Policy(List.of(new Statement(Effect.ALLOW, List.of("*"), List.of("*"), List.of())));

    public Policy {
        statements = List.copyOf(statements);
    }

    /** Why the call is refused; empty if it is allowed. */
    public Optional<String> refusal(Call call) {
        if (about(call, Effect.DENY)) {
            return Optional.of("with an explicit deny in an identity-based policy");
        }
        return about(call, Effect.ALLOW)
                ? Optional.empty()
                : Optional.of("because no identity-based policy allows the action");
    }

    private boolean about(Call call, Effect effect) {
        return statements.stream().anyMatch(each -> each.effect() == effect && each.isAbout(call));
    }
}
