package org.sluis.documents;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.CLIENT;
import static org.sluis.platform.rest.Audience.INSPECTOR;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.rest.VisibleTo;

/**
 * What the portal left out of a copy.
 *
 * @param rule stable name of the rule by which it was refused; {@code /problems/<rule>} explains it
 * @param title of the rule, in the reader's language
 * @param member path inside the file; none where the file itself is meant
 * @param found what exactly: an address, the name of a field
 * @param count how many times
 */
@Schema(name = "Removal")
public record RemovalView(
        @VisibleTo({CLIENT, INSPECTOR, ADMIN}) String rule,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN}) String title,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN}) Optional<String> member,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN}) Optional<String> found,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN}) int count) {}
