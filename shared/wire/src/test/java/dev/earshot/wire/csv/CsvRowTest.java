package dev.earshot.wire.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

final class CsvRowTest {
    @Test
    void of_formulas_beginWithAnApostrophe() {
        assertThat(CsvRow.of(List.of("=1+1", "+x", "-x", "@x", "\tx", "-1+1")))
                .isEqualTo("'=1+1,'+x,'-x,'@x,'\tx,'-1+1");
    }

    @Test
    void of_numbers_stayNumbers() {
        assertThat(CsvRow.of(List.of("-3.2", "-3.2 %", "+7", "0"))).isEqualTo("-3.2,-3.2 %,+7,0");
    }

    @Test
    void of_separators_areQuoted() {
        assertThat(CsvRow.of(List.of("a,b", "a\"b", "a\nb", "")))
                .isEqualTo("\"a,b\",\"a\"\"b\",\"a\nb\",");
    }
}
