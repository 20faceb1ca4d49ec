package dev.earshot.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.collect.source.SourceKind;
import dev.earshot.core.privacy.PlatformDuty;

import org.junit.jupiter.api.Test;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What is said of how deletions arrive, against the kinds of source that there are. */
final class DeletionsTest {
    private static final Pattern KIND = Pattern.compile("kind ([a-z-]+)");

    @Test
    void duties_nameOnlySourcesThatThereAre() {
        assertThat(PlatformDuty.all())
                .flatExtracting(
                        duty ->
                                KIND.matcher(duty.arrives())
                                        .results()
                                        .map((MatchResult named) -> named.group(1))
                                        .toList())
                .containsExactly("x-compliance", "bluesky-jetstream")
                .allSatisfy(kind -> assertThat(SourceKind.of(kind)).isPresent());
    }
}
