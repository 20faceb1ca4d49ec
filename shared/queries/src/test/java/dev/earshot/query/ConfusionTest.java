package dev.earshot.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class ConfusionTest {
    @Test
    void of_rows_keepsThemByTrueClassThenLabel() {
        Confusion confusion = Confusion.of(new long[][] {{8, 2}, {1, 9}});

        assertThat(confusion.classes()).isEqualTo(2);
        assertThat(confusion.counts()).containsExactly(List.of(8L, 2L), List.of(1L, 9L));
    }

    @Test
    void constructor_listThatChangesLater_isCopied() {
        List<List<Long>> rows = new ArrayList<>(List.of(List.of(1L, 0L), List.of(0L, 1L)));
        Confusion confusion = new Confusion(rows);
        rows.clear();

        assertThat(confusion.classes()).isEqualTo(2);
    }

    @Test
    void of_oneClass_isRefused() {
        assertThatThrownBy(() -> Confusion.of(new long[][] {{1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a confusion must have at least 2 classes, got 1");
    }

    @Test
    void of_rowsThatAreNoSquareOfCounts_areRefused() {
        assertThatThrownBy(() -> Confusion.of(new long[][] {{1, 0}, {1}}))
                .hasMessage("each row must hold 2 counts of 0 or more, got [1]");
        assertThatThrownBy(() -> Confusion.of(new long[][] {{1, 0, 0}, {0, 1, 0}}))
                .hasMessage("each row must hold 2 counts of 0 or more, got [1, 0, 0]");
        assertThatThrownBy(() -> Confusion.of(new long[][] {{2, -1}, {0, 1}}))
                .hasMessage("each row must hold 2 counts of 0 or more, got [2, -1]");
    }

    @Test
    void none_anyModel_knowsNothing() {
        assertThat(Confusions.NONE.of("text@1", "en")).isEmpty();
    }
}
