package org.sluis.documents;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.CLIENT;
import static org.sluis.platform.rest.Audience.INSPECTOR;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.rest.VisibleTo;

/**
 * What should be known of a version that came in, such as that it refers to something that did not come with it.
 *
 * @param kind its stable name
 * @param member path inside the file; none where the file itself is meant
 * @param found what exactly, mostly an address
 * @param text the same in the reader's language
 */
@Schema(name = "ContentNotice")
record ContentNoticeView(
        @VisibleTo({CLIENT, INSPECTOR, ADMIN}) String kind,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN}) Optional<String> member,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN}) Optional<String> found,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN}) String text) {}
