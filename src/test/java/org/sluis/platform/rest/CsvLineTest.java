package org.sluis.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @Test
    void quotesWhatHasCommasQuotesOrLines() {
        assertThat(CsvLine.of(List.of("plain", "", "a,b", "say \"no\"", "two\nlines")))
                .isEqualTo("plain,,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "\n=1", "\uFF1D1", "=a\nb"})
    void takesTheForceOfFormulas(String formula) {
        String cell = CsvLine.of(List.of(formula)).strip();
        assertThat(cell.startsWith("\"") ? cell.substring(1) : cell).startsWith("'");
    }

    @Test
    void leavesSignsInTheMiddleAlone() {
        assertThat(CsvLine.of(List.of("2026-05-01", "a=b", "x@example.org")))
                .isEqualTo("2026-05-01,a=b,x@example.org\r\n");
    }
}
