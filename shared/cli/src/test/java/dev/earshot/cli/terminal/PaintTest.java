package dev.earshot.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PaintTest {
    @Test
    void bar_ofShare_isFilledToTheEighth() {
        assertThat(Paint.bar(0, 4)).isEqualTo("    ");
        assertThat(Paint.bar(0.5, 4)).isEqualTo("██  ");
        assertThat(Paint.bar(0.53125, 4)).isEqualTo("██▏ ");
        assertThat(Paint.bar(1, 4)).isEqualTo("████");
        assertThat(Paint.bar(7, 4)).isEqualTo("████");
    }

    @Test
    void colours_awayFromTerminal_areLeftOut() {
        assertThat(new Paint(false).strong("word")).isEqualTo("word");
        assertThat(new Paint(true).strong("word")).startsWith("\u001B[").contains("word");
    }

    @Test
    void oneLine_ofLongText_isCut() {
        assertThat(Paint.oneLine("a\n b   c", 10)).isEqualTo("a b c");
        assertThat(Paint.oneLine("abcdef ghi", 8)).isEqualTo("abcdef…");
    }
}
