package dev.earshot.reading.clause;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportedViewsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "I used to loathe their bread",
                "although we used to adore it",
                "In the past it was dreadful.",
                "My neighbours say it is rubbish,",
                "Some think it's brilliant",
                "the papers call it a triumph",
                "even if half the office hates it",
                "Was the soup any good?",
                "that the soup is lovely",
                "I wouldn't say it shines",
                "I’d expected it to be awful",
                "but I had heard they were terrible",
                "we've been told that it's superb",
                "at first the staff were lovely",
                "according to the paper it's a mess",
                "It would be great if the doors closed",
                "if it were any louder we'd hate it",
                "I really hope it gets brilliant",
                "anyone happy with theirs?"
            })
    void holds_earlierOrOthersView_isTrue(String part) {
        assertThat(ReportedViews.holds(part)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I love the bread",
                "but the service was horrible",
                "even though the soup was lovely",
                "my sister was rude",
                "I'm used to the noise",
                "why is the soup so awful?",
                "the kids loved it",
                "we hated every minute",
                "I would recommend it to all",
                "we would never go back",
                "I can hear every word, brilliant",
                "they could have warned us"
            })
    void holds_authorsViewNow_isFalse(String part) {
        assertThat(ReportedViews.holds(part)).isFalse();
    }
}
