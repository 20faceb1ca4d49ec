package dev.earshot.cli.influencers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.cli.command.UsageException;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.influence.profile.Cells;
import dev.earshot.influence.profile.CreatorProfile;
import dev.earshot.influence.profile.Doubt;
import dev.earshot.influence.profile.Partnership;
import dev.earshot.influence.profile.Responders;
import dev.earshot.influence.profile.Suspicion;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

class ProfileTextTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final CreatorProfile PROFILE =
            new CreatorProfile(
                    List.of(
                            new CreatorProfile.Growth(DAY, 1_000),
                            new CreatorProfile.Growth(DAY.plusDays(7), 1_050),
                            new CreatorProfile.Growth(DAY.plusDays(14), 1_100)),
                    40,
                    Optional.of(
                            new Responders(
                                    List.of(new Cells.Cell("en", .65), new Cells.Cell("", .35)),
                                    List.of(new Cells.Cell("16-20", 1)))),
                    new Suspicion(
                            50,
                            Map.of(Doubt.COPIED, 4.0, Doubt.TRADED, 6.0),
                            List.of(new PostId(Platform.X, "17"))),
                    List.of(
                            new Partnership(Optional.of("zenith"), 2, 1, DAY, DAY.plusDays(3)),
                            new Partnership(Optional.empty(), 1, 0, DAY, DAY)));

    @Test
    void lines_whole_sayEachSubjectInPlainWords() {
        assertThat(ProfileText.lines(PROFILE, OptionalDouble.of(200)))
                .containsExactly(
                        "followers ▁▅█ 1,000 to 1,100 in 14 days (+10.0 %)",
                        "responders write en 65 %, other 35 %",
                        "they respond at 16-20 100 % (UTC)",
                        "20 % of 50 responses are doubted: 4 repeat another account's words, 6 by"
                                + " accounts that trade responses; see posts 17",
                        "advertised zenith in 2 posts, the last on 2026-03-04",
                        "advertised brands that are not registered in 1 post, the last on 2026-03-01",
                        "5.00 for each of the 40 people seen to respond, at a price of 200.00");
    }

    @Test
    void lines_nothingKnown_areNone() {
        var empty =
                new CreatorProfile(
                        List.of(),
                        0,
                        Optional.empty(),
                        new Suspicion(0, Map.of(), List.of()),
                        List.of());

        assertThat(ProfileText.lines(empty, OptionalDouble.empty())).isEmpty();
        assertThat(ProfileText.lines(empty, OptionalDouble.of(5)))
                .containsExactly(
                        "nobody was seen to respond, so the price reaches nobody that is known");
    }

    @Test
    void read_answerOfTheApi_isTheProfile() throws Exception {
        String answer =
                """
                {"growth":[{"day":"2026-03-01","followers":1000},{"day":"2026-03-08","followers":1050},
                {"day":"2026-03-15","followers":1100}],"people":40,
                "responders":{"languages":[{"name":"en","share":0.65},{"name":"other","share":0.35}],
                "hours":[{"name":"16-20","share":1}]},
                "suspicious":{"seen":50,"share":0.2,"doubted":{"copied":4,"traded":6},
                "evidence":[{"platform":"x","id":"17"}]},
                "partnerships":[{"brand":"zenith","disclosed":2,"others":1,"first":"2026-03-01",
                "last":"2026-03-04"},{"disclosed":1,"others":0,"first":"2026-03-01",
                "last":"2026-03-01"}]}""";

        CreatorProfile read = ProfileText.read(new ObjectMapper().readTree(answer)).orElseThrow();

        assertThat(ProfileText.lines(read, OptionalDouble.of(200)))
                .isEqualTo(ProfileText.lines(PROFILE, OptionalDouble.of(200)));
        assertThat(ProfileText.read(new ObjectMapper().readTree("{}").path("profile"))).isEmpty();
    }

    @Test
    void prices_ofSomebodyElseOrBelowZero_areRefused() {
        assertThat(new Prices(Map.of("@Ann", 5.0)).of("ann")).hasValue(5);
        assertThatThrownBy(() -> new Prices(Map.of("eve", 5.0)).checked(List.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no author 'eve' is on the board");
    }
}
