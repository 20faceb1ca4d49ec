package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.store.StoreException;

import org.crac.Core;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Lambda calls before it takes a snapshot. */
final class PrimingTest {
    @Test
    void authorizer_beforeASnapshot_looksUpAKeyThatNobodyHas() {
        List<String> asked = new ArrayList<>();
        var authorizer =
                new ApiKeyAuthorizer(
                        key -> {
                            asked.add(key);
                            return Optional.empty();
                        });

        authorizer.priming().beforeCheckpoint(Core.getGlobalContext());

        assertThat(asked).hasSize(1);
    }

    @Test
    void api_beforeASnapshot_answersEveryRequestThatPrimesIt() {
        Handler handler = new World().handler;

        handler.priming().beforeCheckpoint(Core.getGlobalContext());

        assertThat(Handler.PRIMING).allMatch(path -> handler.primed(path) == 200);
    }

    @Test
    void serviceThatDoesNotAnswer_keepsNoSnapshotFromBeingTaken() {
        List<String> done = new ArrayList<>();
        var priming =
                new Priming(
                        () -> {
                            throw new StoreException("no answer", null);
                        },
                        () -> done.add("second"));

        priming.beforeCheckpoint(Core.getGlobalContext());

        assertThat(done).containsExactly("second");
    }
}
