package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.privacy.PersonRequest;
import dev.earshot.core.privacy.RequestState;
import dev.earshot.core.privacy.Right;
import dev.earshot.core.privacy.Statement;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class PersonRequestRoutesTest {
    private static final String ID = World.RANDOM;

    private final World world = new World();

    private World.Reply ask(String right, String more) {
        return world.ask("POST", "/v1/privacy/requests")
                .as(World.ACME, "resolve")
                .body(
                        "{\"platform\":\"x\",\"account\":\"janehandle77\",\"right\":\"%s\"%s}"
                                .formatted(right, more))
                .send();
    }

    private World.Reply move(String body) {
        return world.ask("POST", "/v1/privacy/requests/" + ID + "/transitions")
                .as(World.ACME, "resolve")
                .body(body)
                .send();
    }

    private World.Reply get(String what) {
        return world.ask("GET", "/v1/privacy/requests/" + ID + what)
                .as(World.ACME, "read resolve")
                .send();
    }

    private PersonRequest stored() {
        return world.requests.find(World.ACME, ID).orElseThrow();
    }

    /** A request for access that is fulfilled. */
    static PersonRequest answered(String id, AuthorRef author) {
        return new PersonRequest(
                World.ACME,
                id,
                Right.ACCESS,
                Platform.X,
                ErasureMark.of(author),
                Optional.of(author),
                List.of(),
                RequestState.FULFILLED,
                World.NOW,
                World.NOW.plus(Duration.ofDays(31)),
                World.NOW,
                Optional.of("seen"),
                Optional.empty(),
                0,
                Optional.of("a receipt"),
                1);
    }

    @Test
    void request_withoutAnIdentityCheck_isOpenForAMonthAndRemovesNothing() {
        World.Reply reply = ask("erasure", ",\"receivedAt\":\"2026-01-31T10:00:00Z\"");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.body())
                .contains(
                        "\"state\":\"open\"",
                        "\"article\":17",
                        "\"deadline\":\"2026-02-28T10:00:00Z\"")
                .doesNotContain("janehandle77");
        assertThat(world.ends.version(World.ACME)).isZero();
    }

    @Test
    void erasure_takenUp_marksThePersonAndWaitsForTheSweep() {
        ask("erasure", "");
        World.Reply reply = move("{\"to\":\"in_progress\",\"identity\":\"passport seen\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("\"state\":\"in_progress\"", "passport seen");
        assertThat(world.ends.ended(World.ACME, List.of(stored().person()))).hasSize(1);
        assertThat(get("/receipt").status()).isEqualTo(404);
    }

    @Test
    void access_ofSomebodyWhoIsNotThere_isFulfilledWithAReceiptLikeAnyOther() {
        ask("access", ",\"identity\":\"asked through the account itself\"");
        World.Reply receipt = get("/receipt");

        assertThat(receipt.body())
                .contains("posts held when taken up: 0\n", "article 15")
                .doesNotContain("janehandle77");
        assertThat(Statement.check(receipt.body())).isInstanceOf(Statement.Verdict.Genuine.class);
        assertThat(Statement.check(receipt.body().replace("held when taken up: 0", "held: 1")))
                .isInstanceOf(Statement.Verdict.Forged.class);
        assertThat(get("/copy").body()).contains("\"posts\":[]", "\"scores\":[]");
    }

    @Test
    void objection_fulfilled_keepsThePersonOutOfScoresAndDropsThePseudonym() {
        ask("objection", ",\"identity\":\"known\"");

        assertThat(world.scores.objections(World.ACME)).containsExactly(stored().person());
        assertThat(stored().author()).isEmpty();
        assertThat(get("/copy").status()).isEqualTo(404);
    }

    @Test
    void denial_withoutAReason_isRefusedAndWithOneIsFinal() {
        ask("erasure", "");

        assertThat(move("{\"to\":\"denied\"}").status()).isEqualTo(400);
        assertThat(move("{\"to\":\"denied\",\"reason\":\"not the owner\"}").status())
                .isEqualTo(200);
        assertThat(move("{\"to\":\"in_progress\",\"identity\":\"later\"}").status()).isEqualTo(409);
    }

    @Test
    void erasure_revoked_liftsTheMark() {
        ask("erasure", ",\"identity\":\"known\"");
        ErasureMark person = stored().person();

        assertThat(move("{\"to\":\"revoked\"}").status()).isEqualTo(200);
        assertThat(world.ends.ended(World.ACME, List.of(person))).isEmpty();
    }

    @Test
    void extension_givesTwoMoreMonthsWithItsReason() {
        ask("erasure", ",\"receivedAt\":\"2026-01-31T10:00:00Z\"");

        assertThat(move("{\"extend\":\"many requests at once\"}").body())
                .contains("\"deadline\":\"2026-04-30T10:00:00Z\"", "many requests at once");
    }

    @Test
    void request_thatIsNoneOrLacksTheScope_isRefusedWithTheWayOut() {
        assertThat(ask("oblivion", "").body()).contains("right must be one of access");
        assertThat(ask("rectification", "").body()).contains("1 to 100 posts");
        assertThat(ask("erasure", ",\"receivedAt\":\"2199-01-01T00:00:00Z\"").status())
                .isEqualTo(400);
        assertThat(move("{\"to\":\"fulfilled\"}").status()).isEqualTo(404);
        assertThat(
                        world.ask("POST", "/v1/privacy/requests")
                                .as(World.ACME, "read write")
                                .body("{}")
                                .send()
                                .status())
                .isEqualTo(403);
    }

    @Test
    void list_byState_showsThoseAlone() {
        ask("erasure", "");

        assertThat(world.get("/v1/privacy/requests").query("state", "open").send().body())
                .contains(ID);
        assertThat(world.get("/v1/privacy/requests").query("state", "denied").send().body())
                .isEqualTo("{\"requests\":[]}");
    }
}
