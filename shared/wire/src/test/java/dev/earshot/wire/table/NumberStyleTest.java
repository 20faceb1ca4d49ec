package dev.earshot.wire.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberStyleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 | 12",
                "1.2K | 1200",
                "3,1K | 3100",
                "12K | 12000",
                "3M | 3000000",
                "1.3 Mio | 1300000",
                "1,2 Tsd. | 1200",
                "2.5万 | 25000",
                "1.1億 | 110000000",
                "12 345 | 12345",
                "1\u202F234 | 1234",
                "1'234'567 | 1234567",
                "1.234.567 | 1234567",
                "1,234,567 | 1234567",
                "1.234,00 | 1234",
                "1,234.00 | 1234",
                "12.0 | 12",
                "1e3 | 1000",
                "+7 | 7",
                "-1 | -1",
                "1,204 | 1204",
                "1.204 | 1204",
                "1.5 Mrd. | 1500000000",
                "5 mil | 5000",
                "100+ | 100",
                "١٢ | 12",
            })
    void count_asPeopleWriteIt_isRead(String cell, long count) {
        assertThat(NumberStyle.UNTOLD.count(cell)).as(cell).hasValue(count);
    }

    @Test
    void count_thatIsNone_isNone() {
        for (String cell :
                new String[] {"4.1%", "12.5", "1,2,3", "1.23.456", "K", "1.2Q", "NaN", "–"}) {
            assertThat(NumberStyle.UNTOLD.count(cell)).as(cell).isEmpty();
        }
    }

    @Test
    void threeDigitsBehindASign_areReadAsTheFileDoes() {
        NumberStyle german = NumberStyle.shownBy("3,1K").and(NumberStyle.shownBy("1.234"));
        NumberStyle english = NumberStyle.shownBy("1.2K").and(NumberStyle.shownBy("7"));

        assertThat(german.count("1.234")).hasValue(1234);
        assertThat(german.count("1,234")).isEmpty();
        assertThat(english.count("1,234")).hasValue(1234);
        assertThat(english.count("1.234")).isEmpty();
        assertThat(german.and(english).count("1.234")).isEmpty();
        assertThat(german.and(english).count("1.2K")).hasValue(1200);
    }
}
