package org.sluis.intake.storage;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sluis.documents.KeptVersion;

/**
 * What rows and bytes disagree about.
 *
 * @param version the row, where there is one
 */
record StorageFault(Kind kind, UUID blob, Optional<KeptVersion> version) {

    enum Kind {
        /** A row without bytes. */
        MISSING,
        /** Bytes that fail their proof. */
        DAMAGED,
        /** Bytes that the store could not give: nothing is known of them. */
        UNREADABLE,
        /** Bytes that are proven, and not those of the row: another length or hash. */
        DIFFERENT,
        /** Bytes that no row can read, older than any upload. */
        UNNAMED;

        String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", kind.title());
        members.put("blob", blob.toString());
        version.ifPresent(row -> {
            members.put("document", row.documentId().toString());
            members.put("version", row.number());
        });
        return members;
    }
}
