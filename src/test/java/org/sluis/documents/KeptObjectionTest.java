package org.sluis.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.parsing.ContentNotice;
import org.sluis.inspection.parsing.ContentNotice.Kind;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Objection.Evidence;
import org.sluis.inspection.parsing.Rule;
import org.sluis.platform.persistence.NamedRow;
import org.sluis.platform.persistence.Projection;

/** What is kept of a refusal and of notices comes back as it was, whatever the file it came from held. */
class KeptObjectionTest {

    private static final Projection ROW = Projection.of("first = v.file_name").and(KeptObjection.COLUMNS);

    private static final Objection WHOLE = new Objection(
            Rule.DATA_CONNECTION,
            Optional.of("figures.xlsx/xl/connections.xml"),
            Optional.of("application/xml"),
            Optional.of(Evidence.DECLARATION),
            List.of("application/pdf", "image/png"),
            OptionalInt.of(3),
            Optional.of("sheet Figures, cell B4"),
            Optional.of("https://example.com/a\tb\nc"));

    @Test
    void comesBackWhole() {
        assertThat(new KeptObjection(WHOLE).objection()).contains(WHOLE);
    }

    @Test
    void comesBackWithoutWhatItDidNotSay() {
        Objection bare = Objection.of(Rule.DAMAGED);
        assertThat(new KeptObjection(bare).objection()).contains(bare);
    }

    @Test
    void isReadFromARowToo() {
        NamedRow row = ROW.of(new Object[] {
            "before",
            "data-connection",
            "figures.xlsx/xl/connections.xml",
            "application/xml",
            "DECLARATION",
            "application/pdf\nimage/png",
            3,
            "sheet Figures, cell B4",
            WHOLE.subject().orElseThrow()
        });
        assertThat(KeptObjection.of(row)).contains(WHOLE);
        assertThat(KeptObjection.of(ROW.of(new Object[9]))).isEmpty();
    }

    @Test
    void forgetsRulesThatAreNoMore() {
        Object[] row = new Object[9];
        row[1] = "rule-of-another-time";
        assertThat(KeptObjection.of(ROW.of(row))).isEmpty();
    }

    @Test
    void noticesComeBackInTheirOrder() {
        List<ContentNotice> notices = List.of(
                new ContentNotice(Kind.ATTACHED_TEMPLATE, Optional.empty(), Optional.of("C:\\Users\\x\\Normal.dotm")),
                new ContentNotice(Kind.LINKED_PICTURE, Optional.of("a.docx\tb\nc"), Optional.empty()));
        assertThat(KeptNotices.read(Optional.ofNullable(KeptNotices.written(notices))))
                .isEqualTo(notices);
        assertThat(KeptNotices.written(List.of())).isNull();
        assertThat(KeptNotices.read(Optional.empty())).isEmpty();
    }

    @Test
    void noticesAreBounded() {
        List<ContentNotice> many = IntStream.range(0, 100)
                .mapToObj(number -> new ContentNotice(Kind.LINKED_FILE, Optional.empty(), Optional.of("file" + number)))
                .toList();
        assertThat(KeptNotices.read(Optional.ofNullable(KeptNotices.written(many))))
                .isEqualTo(many.subList(0, ContentNotice.MOST));
    }
}
