package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.directory.Creator;
import dev.earshot.core.directory.DirectorySettings;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Profile;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

final class DirectoryRoutesTest {
    private static final String SETTINGS = "/v1/settings/directory";
    private static final String DIRECTORY = "/v1/authors/directory";

    private final World world = new World();

    @Test
    void settings_untouched_areOff() {
        assertThat(world.get(SETTINGS).send().body())
                .isEqualTo("{\"on\":false,\"minFollowers\":10000}");
    }

    @Test
    void settings_changedWithoutTheScopeResolve_areForbidden() {
        assertThat(world.ask("PUT", SETTINGS).body("{\"on\":true}").send().status()).isEqualTo(403);
        assertThat(world.directory.settings(World.ACME)).isEqualTo(DirectorySettings.OFF);
    }

    @Test
    void settings_thresholdOfPrivatePeople_isRefusedWithTheLeast() {
        assertThat(
                        world.ask("PUT", SETTINGS)
                                .as(World.ACME, "resolve")
                                .body("{\"on\":true,\"minFollowers\":999}")
                                .send()
                                .body())
                .contains("minFollowers", "at least 1000", "999");
    }

    @Test
    void read_listedAndUnknown_tellsEachAndNotesWhoWasRead() {
        listed();

        var reply = read("{\"pseudonyms\":[\"%s\",\"%s\"],\"purpose\":\"tea campaign\"}");

        assertThat(reply.body())
                .contains(
                        "\"handle\":\"ann.tea\"",
                        "\"name\":\"Ann\"",
                        "\"link\":\"https://www.instagram.com/ann.tea\"",
                        "\"notListed\":[\"" + World.BEN.pseudonym() + "\"]");
        assertThat(world.audit.all(World.ACME))
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.use().subject())
                                    .isEqualTo(ErasureMark.of(World.ANN).digest());
                            assertThat(entry.use().purpose()).isEqualTo("tea campaign");
                        });
    }

    @Test
    void read_withoutPurposeOrScope_tellsNothing() {
        listed();

        assertThat(read("{\"pseudonyms\":[\"%s\",\"%s\"]}").status()).isEqualTo(400);
        assertThat(read("{\"pseudonyms\":[],\"purpose\":\"tea\"}").body()).contains("1 to 50");
        assertThat(
                        world.ask("POST", DIRECTORY)
                                .body("{\"pseudonyms\":[],\"purpose\":\"tea\"}")
                                .send()
                                .status())
                .isEqualTo(403);
        assertThat(world.audit.all(World.ACME)).isEmpty();
    }

    @Test
    void objection_ofAListedCreator_forgetsTheEntryBeforeItIsAnswered() {
        listed();

        world.ask("PUT", "/v1/authors/" + World.ANN.pseudonym() + "/objection").send();

        assertThat(world.directory.find(World.ACME, List.of(World.ANN))).isEmpty();
    }

    private void listed() {
        world.ask("PUT", SETTINGS)
                .as(World.ACME, "resolve")
                .body("{\"on\":true,\"minFollowers\":5000}")
                .send();
        world.directory.list(
                World.ACME,
                List.of(
                        new Creator(
                                World.ANN,
                                new Profile(Platform.INSTAGRAM, "ann.tea", Optional.of("Ann")),
                                7_000,
                                World.NOW)));
    }

    private World.Reply read(String body) {
        return world.ask("POST", DIRECTORY)
                .as(World.ACME, "resolve")
                .body(body.formatted(World.ANN.pseudonym(), World.BEN.pseudonym()))
                .send();
    }
}
