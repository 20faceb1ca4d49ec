package dev.earshot.aws.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.catalogue.CataloguedMedia;
import dev.earshot.core.catalogue.MediaCatalogue;
import dev.earshot.core.catalogue.MediaCatalogue.Place;
import dev.earshot.core.picture.PictureVector;
import dev.earshot.testkit.SettableClock;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Expired entries are not shown, though the table may remove them days later. */
final class MediaCatalogueExpiryTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Duration KEPT = Duration.ofDays(Retention.STANDARD.resultDays());
    private static final String DOG = CataloguedMedia.WORD + "dog";
    private static final PictureVector VECTOR =
            PictureVector.of(new ModelVersion("clip", "1", "ab".repeat(32)), new float[] {1, 0});

    private final SettableClock clock = new SettableClock(NOON);
    private final DynamoDbClient dynamo = LocalDynamo.running().clients().dynamoDb();
    private final MediaCatalogue catalogue =
            new DynamoMediaCatalogue(
                    dynamo,
                    LocalDynamo.running().newTable(dynamo),
                    Retention.STANDARD,
                    clock,
                    new SecureRandom());

    @Test
    void entry_pastItsRetention_isFoundByNothing() {
        CataloguedMedia media = dog("media/a");
        Place place = new Place(media.key(), media.seenAt());
        catalogue.put(WORKSPACE, media, Optional.of(VECTOR));
        clock.set(NOON.plus(KEPT).minusSeconds(1));
        assertThat(newest()).containsExactly(place);
        assertThat(catalogue.get(WORKSPACE, List.of(place))).containsValue(media);

        clock.set(NOON.plus(KEPT));

        assertThat(newest()).isEmpty();
        assertThat(catalogue.oldest(WORKSPACE, Set.of(DOG))).isEmpty();
        assertThat(catalogue.get(WORKSPACE, List.of(place))).isEmpty();
        assertThat(catalogue.nearest(WORKSPACE, VECTOR, 100, 10)).isEmpty();
    }

    @Test
    void entry_amongOnesPastTheirRetention_isFoundAlone() {
        catalogue.put(WORKSPACE, dog("media/a"), Optional.of(VECTOR));
        clock.set(NOON.plusSeconds(60));
        catalogue.put(WORKSPACE, dog("media/b"), Optional.of(VECTOR));

        clock.set(NOON.plus(KEPT));

        Place left = new Place("media/b", NOON);
        assertThat(newest()).containsExactly(left);
        assertThat(catalogue.oldest(WORKSPACE, Set.of(DOG))).isEqualTo(Map.of(DOG, left));
        assertThat(catalogue.nearest(WORKSPACE, VECTOR, 100, 10))
                .extracting(near -> near.place().key())
                .containsExactly("media/b");
    }

    @Test
    void put_ofTheSameFileAgain_keepsItFromThenOn() {
        CataloguedMedia media = dog("media/a");
        catalogue.put(WORKSPACE, media, Optional.of(VECTOR));
        clock.set(NOON.plusSeconds(60));
        catalogue.put(WORKSPACE, media, Optional.of(VECTOR));

        clock.set(NOON.plus(KEPT));

        assertThat(newest()).hasSize(1);
        assertThat(catalogue.get(WORKSPACE, newest())).containsValue(media);
    }

    private List<Place> newest() {
        return catalogue
                .under(WORKSPACE, Set.of(DOG), 100)
                .getOrDefault(DOG, MediaCatalogue.Places.NONE)
                .newest();
    }

    private static CataloguedMedia dog(String key) {
        return new CataloguedMedia(
                key, "1", NOON, "image", List.of("dog"), "", List.of(), Optional.empty());
    }
}
