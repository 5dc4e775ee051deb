package org.sluis.quarantine;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.UPLOADER;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.rest.VisibleTo;

/**
 * Whether a refused version can be looked at again, and what came of it.
 *
 * @param possible whether its sender can ask for it now
 * @param sealedUntil when its content is destroyed; none where it does not exist any more
 * @param request the latest one
 */
@Schema(name = "SecondLook")
record SecondLookView(
        @VisibleTo({UPLOADER, ADMIN}) boolean possible,
        @VisibleTo({UPLOADER, ADMIN}) Optional<Instant> sealedUntil,
        @VisibleTo({UPLOADER, ADMIN}) Optional<Request> request) {

    /**
     * What the sender asked for.
     *
     * @param answer none as long as administrators have not decided
     * @param answerReason in the words of the administrator who declined
     */
    @Schema(name = "SecondLookRequest")
    record Request(
            @VisibleTo({UPLOADER, ADMIN}) Instant askedAt,
            @VisibleTo({UPLOADER, ADMIN}) String reason,

            @VisibleTo({UPLOADER, ADMIN})
            @Schema(
                    implementation = String.class,
                    nullable = true,
                    description = "LIFTED, DECLINED, WITHDRAWN, EXPIRED, or none")
            Optional<SecondLookAnswer> answer,

            @VisibleTo({UPLOADER, ADMIN}) Optional<Instant> answeredAt,
            @VisibleTo({UPLOADER, ADMIN}) Optional<String> answerReason) {}
}
