package dev.earshot.local.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.local.permission.LeadingKeys.Quantifier;
import dev.earshot.local.permission.Statement.Effect;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Policies, decided as AWS's documentation of their evaluation says. */
final class PolicyTest {
    private static final String TABLE = "arn:aws:dynamodb:eu-west-1:000000000000:table/main";

    private static Statement statement(Effect effect, String action, LeadingKeys... conditions) {
        return new Statement(effect, List.of(action), List.of(TABLE), List.of(conditions));
    }

    private static Call call(String action, String... keys) {
        return new Call(action, TABLE, List.of(keys));
    }

    private static boolean allows(Call call, Statement... statements) {
        return new Policy(List.of(statements)).refusal(call).isEmpty();
    }

    @Test
    void call_thatNoStatementNames_isRefused() {
        Statement reads = statement(Effect.ALLOW, "dynamodb:GetItem");

        assertThat(allows(call("dynamodb:GetItem", "P#1"), reads)).isTrue();
        assertThat(allows(call("dynamodb:PutItem", "P#1"), reads)).isFalse();
        assertThat(allows(new Call("dynamodb:GetItem", TABLE + "/index/authors"), reads)).isFalse();
        assertThat(Policy.NOTHING.refusal(call("dynamodb:GetItem")).orElseThrow())
                .contains("no identity-based policy");
    }

    @Test
    void denial_ofOneKeyAmongMany_outweighsWhatAllows() {
        Statement all = statement(Effect.ALLOW, "dynamodb:*");
        Statement keys =
                statement(
                        Effect.DENY, "dynamodb:*", new LeadingKeys(Quantifier.ANY, List.of("K#*")));

        assertThat(allows(call("dynamodb:BatchGetItem", "P#1", "C#x"), all, keys)).isTrue();
        assertThat(allows(call("dynamodb:BatchGetItem", "P#1", "K#x"), all, keys)).isFalse();
        assertThat(allows(call("dynamodb:Scan"), all, keys)).isTrue();
    }

    @Test
    void condition_onAllKeys_holdsForEachAndForNone() {
        Statement some =
                statement(
                        Effect.ALLOW,
                        "dynamodb:*",
                        new LeadingKeys(Quantifier.ALL, List.of("P#*", "N")));

        assertThat(allows(call("dynamodb:GetItem", "P#1"), some)).isTrue();
        assertThat(allows(call("dynamodb:BatchGetItem", "P#1", "N"), some)).isTrue();
        assertThat(allows(call("dynamodb:BatchGetItem", "P#1", "NO"), some)).isFalse();
        // As AWS documents it: a request without the key passes ForAllValues.
        assertThat(allows(call("dynamodb:Scan"), some)).isTrue();
    }

    @Test
    void wildcards_standForWhatTheySay() {
        assertThat(Wildcard.of("arn:*:s3:::b/te?t/*").matches("arn:aws:s3:::b/text/a/b")).isTrue();
        assertThat(Wildcard.of("a.b").matches("axb")).isFalse();
        assertThat(Wildcard.ofAction("S3:get*").matches("s3:GetObject")).isTrue();
    }

    @Test
    void refusal_namesTheKindsOfKeysAndNoneOfThem() {
        var identities = new Identities();
        var identity = new Identity("QueryApiFunction", "id", "secret", Policy.NOTHING);

        String text =
                identities
                        .refusal(identity, List.of(call("dynamodb:GetItem", "P#acme#ann")))
                        .orElseThrow();

        assertThat(text)
                .contains("QueryApiFunction", "dynamodb:GetItem", "[P#*]")
                .doesNotContain("ann");
        assertThat(identities.refused()).containsExactly(text);
    }
}
