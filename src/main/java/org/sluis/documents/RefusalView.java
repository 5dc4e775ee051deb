package org.sluis.documents;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.DPO;
import static org.sluis.platform.rest.Audience.UPLOADER;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.rest.VisibleTo;

/**
 * Why the gate refused a version, for whoever sent it and whoever looks after it.
 *
 * @param rule stable name of the rule it broke; {@code /problems/<rule>} explains it
 * @param member path inside the file; none where the file itself is meant
 * @param detected media type of what is refused
 * @param detectedBy how that is known
 * @param expected what could have been there: media types, or file name endings where only the name is wrong
 * @param page from 1
 * @param part where in the member: a sheet and cell, a slide
 * @param found what exactly: an address, the name of a field
 * @param copyPossible whether the portal can try to make a copy without it: that may be left out, and the bytes are kept
 * @param title of the rule, like the next two in the reader's language
 * @param detail what was found and where
 * @param advice what to do about it
 * @param secondLook whether the sender can ask administrators to look at such a refusal again, while the content is kept
 */
@Schema(name = "Refusal")
public record RefusalView(
        @VisibleTo({UPLOADER, ADMIN, DPO}) String rule,
        @VisibleTo({UPLOADER, ADMIN, DPO}) Optional<String> member,
        @VisibleTo({UPLOADER, ADMIN, DPO}) Optional<String> detected,
        @VisibleTo({UPLOADER, ADMIN, DPO}) Optional<String> detectedBy,
        @VisibleTo({UPLOADER, ADMIN, DPO}) List<String> expected,
        @VisibleTo({UPLOADER, ADMIN, DPO}) Optional<Integer> page,
        @VisibleTo({UPLOADER, ADMIN, DPO}) Optional<String> part,
        @VisibleTo({UPLOADER, ADMIN, DPO}) Optional<String> found,
        @VisibleTo({UPLOADER, ADMIN, DPO}) boolean copyPossible,
        @VisibleTo({UPLOADER, ADMIN, DPO}) String title,
        @VisibleTo({UPLOADER, ADMIN, DPO}) String detail,
        @VisibleTo({UPLOADER, ADMIN, DPO}) String advice,
        @VisibleTo({UPLOADER, ADMIN, DPO}) boolean secondLook) {}
