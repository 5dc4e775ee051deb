package org.sluis.documents;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.CLIENT;
import static org.sluis.platform.rest.Audience.DPO;
import static org.sluis.platform.rest.Audience.INSPECTOR;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.inspection.Preview;
import org.sluis.inspection.parsing.Shape;
import org.sluis.platform.rest.VisibleTo;

/**
 * The beginning of a version as text, or as rows of cells where it is a table.
 *
 * @param more whether it goes on
 * @param mark who is shown it, and when, where it is shown to somebody who does not get the file
 */
@Schema(name = "PreviewText")
record PreviewTextView(
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Optional<String> text,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) List<Row> rows,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) boolean more,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Optional<String> mark) {

    /**
     * One row of a table.
     *
     * @param sheet of the workbook on which it stands
     */
    public record Row(
            @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Optional<String> sheet,
            @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) List<String> cells) {

        static Row of(Preview.Row row) {
            return new Row(Optional.of(row.sheet()).filter(name -> !name.isEmpty()), row.cells());
        }
    }

    static PreviewTextView of(Preview preview, Shape shape, String mark) {
        boolean table = shape == Shape.TABLE;
        return new PreviewTextView(
                table ? Optional.empty() : Optional.of(preview.text()),
                table ? preview.rows().stream().map(Row::of).toList() : List.of(),
                preview.more(),
                Optional.of(mark).filter(words -> !words.isEmpty()));
    }
}
