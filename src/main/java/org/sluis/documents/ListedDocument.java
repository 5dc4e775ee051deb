package org.sluis.documents;

import java.util.Optional;
import java.util.UUID;
import org.sluis.access.Readers;
import org.sluis.access.Right;
import org.sluis.kernel.Caller;
import org.sluis.people.PersonSummary;
import org.sluis.platform.persistence.Row;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;

/** A document as a list finds it, whole from one row: a page costs one statement however long it is. */
record ListedDocument(DocumentView view, PersonSummary uploader) {

    /** What {@link #of} reads, in its order; {@code d} document, {@code v} current version, {@code u} uploader, {@code g} best grant. */
    static final String COLUMNS =
            """
            d.id, d.title, d.description, d.category, d.dossier_id, d.state, v.reason, v.file_name, v.media_type, v.size,
            v.sha256, v.number, v.uploaded_at, g.access_right, g.valid_until,
            u.id, u.name, u.email, u.employee, u.organisation_id,
            case when v.state = 'CHECKING' then v.waiting_since end, v.notices,
            """ + KeptObjection.COLUMNS + ", " + KeptOrigin.COLUMNS + ", v.wrapped_key is not null";

    private static final int OBJECTION = 22;
    private static final int ORIGIN = OBJECTION + KeptObjection.WIDTH;
    private static final int KEPT = ORIGIN + KeptOrigin.WIDTH;

    /** Where a statement's own columns begin, after all of them. */
    static final int NEXT = KEPT + 1;

    /** The document of a row; none in the one row of a page on which nothing was found. */
    static Optional<ListedDocument> of(Row row, Explanations explanations) {
        return row.id(0).map(id -> of(id, row, explanations));
    }

    private static ListedDocument of(UUID id, Row row, Explanations explanations) {
        PersonSummary uploader = new PersonSummary(
                row.id(15).orElseThrow(), row.text(16).orElseThrow(), row.text(17), row.flag(18), row.id(19));
        String fileName = row.text(7).orElseThrow();
        DocumentView view = new DocumentView(
                id,
                row.text(1).orElseThrow(),
                row.text(2),
                row.text(3).orElseThrow(),
                row.id(4),
                DocumentState.valueOf(row.text(5).orElseThrow()),
                row.text(6),
                explanations.refusal(KeptObjection.of(row, OBJECTION), fileName, row.flag(KEPT)),
                explanations.notices(KeptNotices.read(row.text(21))),
                explanations.origin(KeptOrigin.of(row, ORIGIN)),
                row.instant(20),
                fileName,
                row.text(8),
                row.number(9),
                row.text(10).orElseThrow(),
                (int) row.number(11),
                DocumentView.Uploader.of(uploader.id(), Optional.of(uploader)),
                row.instant(12).orElseThrow(),
                row.text(13).map(Right::valueOf),
                row.instant(14));
        return new ListedDocument(view, uploader);
    }

    UUID id() {
        return view.id();
    }

    FilteredView shownTo(Caller caller) {
        return FieldFilter.shown(view, Readers.of(caller, uploader.id(), uploader));
    }
}
