package dev.earshot.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.wire.PostReader;
import dev.earshot.wire.api.ApiJson;
import dev.earshot.wire.json.Parsed;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

final class SampleTest {
    private static final Instant NOW = Instant.parse("2027-01-02T03:04:05Z");
    private static final Sample SAMPLE = Sample.at(NOW);

    @Test
    void sample_holdsTwoHundredPosts_fromEveryPlatform() {
        Delivery.Expected expected = Delivery.expected(SAMPLE, NOW);

        assertThat(expected.live()).hasSizeGreaterThan(200);
        assertThat(expected.records()).isGreaterThan(expected.live().size());
        assertThat(expected.removed()).hasSize(2);
        assertThat(expected.refused()).isEqualTo(8);
        assertThat(posts())
                .extracting(post -> post.id().platform())
                .containsAll(EnumSet.allOf(Platform.class));
    }

    @Test
    void sample_isFresh() {
        assertThat(posts())
                .allSatisfy(
                        post ->
                                assertThat(post.createdAt())
                                        .isBefore(NOW)
                                        .isAfter(NOW.minus(Duration.ofHours(20))));
    }

    @Test
    void sample_mentionsBothBrandsAndTheirRivals() {
        List<Brand> brands = new ArrayList<>();
        SAMPLE.brands()
                .forEach(
                        json ->
                                brands.add(
                                        ((Parsed.Value<Brand>)
                                                        ApiJson.brand(
                                                                json.path("id").asText(),
                                                                json.toString()))
                                                .value()));
        BrandMatcher matcher = BrandMatcher.of(new BrandCatalogue(1, brands));
        Set<String> mentioned =
                posts().stream()
                        .flatMap(post -> matcher.brands(post.text()).stream())
                        .collect(Collectors.toSet());

        assertThat(mentioned)
                .containsExactlyInAnyOrder(
                        "nivaro", "talvix", "ostrando", "fernlight", "redbarn", "cup-compass");
        assertThat(matcher.brands("repotted my fern this morning and it already hates me"))
                .isEmpty();
    }

    private static List<Post> posts() {
        var reader = new PostReader(new Pseudonymiser(new byte[32]));
        List<Post> posts = new ArrayList<>();
        for (Sample.Message message : SAMPLE.messages()) {
            var raw =
                    new PostMessage(
                            "", new WorkspaceId("default"), message.source(), message.body(), NOW);
            for (Decoded decoded : reader.decode(raw)) {
                if (decoded instanceof Decoded.Event(PostEvent.Published(Post post))) {
                    posts.add(post);
                }
            }
        }
        return posts;
    }
}
