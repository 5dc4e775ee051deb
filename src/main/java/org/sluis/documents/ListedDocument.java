package org.sluis.documents;

import java.util.Optional;
import java.util.UUID;
import org.sluis.access.Readers;
import org.sluis.access.Right;
import org.sluis.kernel.Caller;
import org.sluis.people.PersonSummary;
import org.sluis.platform.persistence.NamedRow;
import org.sluis.platform.persistence.Projection;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;

/**
 * A document as a list finds it, whole from one row: a page costs one statement however long it is.
 *
 * @param inContent whether a search would not have found it but for its content
 */
record ListedDocument(DocumentView view, PersonSummary uploader, boolean inContent) {

    /** What {@link #of} reads; {@code d} document, {@code v} current version, {@code u} uploader, {@code g} best grant. */
    static final Projection COLUMNS =
            Projection.of("""
                    id = d.id
                    title = d.title
                    description = d.description
                    category = d.category
                    dossier = d.dossier_id
                    state = d.state
                    reason = v.reason
                    fileName = v.file_name
                    mediaType = v.media_type
                    size = v.size
                    sha256 = v.sha256
                    number = v.number
                    uploadedAt = v.uploaded_at
                    right = g.access_right
                    validUntil = g.valid_until
                    uploader = u.id
                    uploaderName = u.name
                    uploaderEmail = u.email
                    uploaderIsEmployee = u.employee
                    uploaderOrganisation = u.organisation_id
                    uploaderOrganisationName = u.organisation
                    waitingSince = case when v.state = 'CHECKING' then v.waiting_since end
                    notices = v.notices
                    kept = v.wrapped_key is not null
                    """).and(KeptObjection.COLUMNS).and(KeptOrigin.COLUMNS);

    /** The document of a row; none in the one row of a page on which nothing was found. */
    static Optional<ListedDocument> of(NamedRow row, Explanations explanations) {
        return row.id("id").map(id -> of(id, row, explanations));
    }

    private static ListedDocument of(UUID id, NamedRow row, Explanations explanations) {
        PersonSummary uploader = new PersonSummary(
                row.id("uploader").orElseThrow(),
                row.text("uploaderName").orElseThrow(),
                row.text("uploaderEmail"),
                row.flag("uploaderIsEmployee"),
                row.id("uploaderOrganisation"),
                row.text("uploaderOrganisationName"));
        String fileName = row.text("fileName").orElseThrow();
        DocumentView view = new DocumentView(
                id,
                row.text("title").orElseThrow(),
                row.text("description"),
                row.text("category").orElseThrow(),
                row.id("dossier"),
                DocumentState.valueOf(row.text("state").orElseThrow()),
                row.text("reason"),
                explanations.refusal(KeptObjection.of(row), fileName, row.flag("kept")),
                explanations.notices(KeptNotices.read(row.text("notices"))),
                explanations.origin(KeptOrigin.of(row)),
                row.instant("waitingSince"),
                fileName,
                row.text("mediaType"),
                row.number("size"),
                row.text("sha256").orElseThrow(),
                (int) row.number("number"),
                DocumentView.Uploader.of(uploader.id(), Optional.of(uploader)),
                row.instant("uploadedAt").orElseThrow(),
                row.text("right").map(Right::valueOf),
                row.instant("validUntil"));
        return new ListedDocument(view, uploader, false);
    }

    ListedDocument found(boolean inItsContent) {
        return new ListedDocument(view, uploader, inItsContent);
    }

    UUID id() {
        return view.id();
    }

    FilteredView shownTo(Caller caller) {
        return FieldFilter.shown(view, Readers.of(caller, uploader.id(), uploader));
    }
}
