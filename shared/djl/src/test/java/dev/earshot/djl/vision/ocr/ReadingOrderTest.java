package dev.earshot.djl.vision.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.TextLine;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class ReadingOrderTest {
    private final List<TextLine> lines = new ArrayList<>();

    @Test
    void lines_ofOneColumn_goFromTopToBottom() {
        add("one", 10, 10, 200);
        add("two", 30, 40, 200);
        add("three", 10, 70, 200);

        assertThat(sorted()).containsExactly("one", "two", "three");
    }

    @Test
    void lines_ofOneRow_goFromLeftToRightThoughUneven() {
        add("left", 10, 14, 80);
        add("middle", 120, 10, 80);
        add("right", 230, 17, 80);

        assertThat(sorted()).containsExactly("left", "middle", "right");
    }

    @Test
    void columns_ofProse_areReadOneAfterTheOther() {
        for (int row = 0; row < 3; row++) {
            add("a" + row, 10, 10 + 30 * row, 200);
            add("b" + row, 260, 12 + 30 * row, 200);
        }

        assertThat(sorted()).containsExactly("a0", "a1", "a2", "b0", "b1", "b2");
    }

    @Test
    void columns_ofATable_areReadRowByRow() {
        for (int row = 0; row < 3; row++) {
            add("name" + row, 10, 10 + 30 * row, 200);
            add("price" + row, 260, 12 + 30 * row, 40);
        }

        assertThat(sorted())
                .containsExactly("name0", "price0", "name1", "price1", "name2", "price2");
    }

    private void add(String text, double x, double y, double width) {
        lines.add(new TextLine(text, 0.9, new Box(x, y, width, 20)));
    }

    private List<String> sorted() {
        Collections.shuffle(lines, new Random(9));
        return ReadingOrder.sort(lines).stream().map(TextLine::text).toList();
    }
}
