package dev.earshot.usecase.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.privacy.MaskedText;
import dev.earshot.core.privacy.Masking;
import dev.earshot.core.privacy.PiiKind;
import dev.earshot.core.privacy.PiiSpan;
import dev.earshot.core.privacy.TextMask;
import dev.earshot.core.store.Parking;
import dev.earshot.core.text.Reading;
import dev.earshot.wire.PostReader;

import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.util.List;

/** Texts that tell of a person, by what is kept of them. */
final class AnalysePostsMaskingTest extends PostsFixture {
    /** Takes "Ann Smith" for a person. */
    private static final TextMask ANN =
            (text, kept) ->
                    text.contains("Ann Smith")
                            ? MaskedText.of(
                                    text,
                                    List.of(
                                            new PiiSpan(
                                                    text.indexOf("Ann Smith"),
                                                    text.indexOf("Ann Smith") + 9,
                                                    PiiKind.PERSON,
                                                    "test")))
                            : MaskedText.unchanged(text);

    private static final String ABOUT_ANN = "Ann Smith says Acme is good but Other is bad";

    @Test
    void masked_textThatTellsOfAPerson_isSealedWithPlaceholdersAndOffsetsIntoIt() {
        takeMasked(Masking.Kept.MASKED);
        String sealed = text("p1").orElseThrow();
        assertThat(sealed).isEqualTo("[name] says Acme is good but Other is bad");
        assertThat(named(sealed)).isEqualTo("Other");
    }

    @Test
    void kept_textThatTellsOfAPerson_isSealedAsPostedAndOffsetsLeadBack() {
        takeMasked(Masking.Kept.ORIGINAL);
        assertThat(text("p1")).contains(ABOUT_ANN);
        assertThat(named(ABOUT_ANN)).isEqualTo("Other");
    }

    @Test
    void refused_textThatTellsOfAPerson_isReadAndNotStored() {
        takeMasked(Masking.Kept.NOTHING);
        assertThat(text("p1")).isEmpty();
        assertThat(store.post(WORKSPACE, id("p1")).orElseThrow().brands())
                .containsExactly("acme", "other");
    }

    private void takeMasked(Masking.Kept kept) {
        brands.put(WORKSPACE, Brand.named("other", "Other"));
        var analyse =
                new AnalysePosts(
                        new PostReader(new Pseudonymiser(KEY)),
                        new PostReadings(
                                english(), new Masking(ANN, kept), InstantSource.fixed(NOW)),
                        new Brands(brands),
                        store,
                        new Departures(store, store, ends, (workspace, author) -> {}),
                        vault,
                        new Parking(parked, "sqs"));
        analyse.handle(List.of(message("m1", post("p1", ABOUT_ANN))));
    }

    /** Where the result says that Other is named. */
    private String named(String text) {
        Reading.Read read = (Reading.Read) store.post(WORKSPACE, id("p1")).orElseThrow().reading();
        return read.targets().stream()
                .filter(target -> target.name().equals("other"))
                .map(target -> text.substring(target.start(), target.end()))
                .findFirst()
                .orElseThrow();
    }
}
