package dev.earshot.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.Scored;
import dev.earshot.core.video.Shot;
import dev.earshot.core.video.Track;
import dev.earshot.core.video.VideoAction;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoText;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

class CataloguedMediaTest {
    @Test
    void clip_isFoundByThingsPlacesPeopleTextActionsAndBrands() {
        Scenery street =
                new Scenery(
                        Optional.of(new Scored("street", 0.75)),
                        List.of(new Scored("outdoor", 0.9)),
                        Optional.of(new Scored("dress", 0.6)));
        var found =
                new VideoFindings(
                        9,
                        640,
                        480,
                        4,
                        List.of(
                                new Shot(0, 4, 2, 1, street),
                                new Shot(4, 9, 5, 0, Scenery.UNKNOWN)),
                        List.of(new Track("bicycle", 0, 4, 0.75, 0.25, List.of())),
                        List.of(new VideoAction("riding a bicycle", 0, 4, 0.5, "rule")),
                        List.of(new VideoText("acme sale", 1, 2, 0.9)),
                        List.of(),
                        OptionalDouble.empty());
        var analysis =
                new MediaAnalysis(
                        new WorkspaceId("acme"),
                        "media/clip.mp4",
                        "",
                        Instant.EPOCH,
                        new MediaAnalysis.Status.Watched(found),
                        Optional.empty(),
                        List.of("acme"),
                        List.of());

        CataloguedMedia entry = CataloguedMedia.of(analysis).orElseThrow();

        assertThat(entry.things())
                .containsExactlyInAnyOrder(
                        "bicycle", "riding a bicycle", "person", "street", "outdoor", "dress");
        assertThat(entry.text()).isEqualTo("acme sale");
        assertThat(entry.brands()).containsExactly("acme");
        assertThat(entry.kind()).isEqualTo("video");
    }
}
