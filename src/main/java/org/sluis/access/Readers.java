package org.sluis.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.people.PersonSummary;
import org.sluis.platform.rest.Audience;

/** To which audiences a caller belongs with respect to one document (promise B4). */
public final class Readers {

    private Readers() {}

    /** @param uploader the person who uploaded the document, where still known */
    public static Set<Audience> of(Caller caller, UUID uploaderId, @Nullable PersonSummary uploader) {
        Set<Audience> audiences = Audience.of(caller);
        if (uploaderId.equals(caller.personId())) {
            audiences.add(Audience.UPLOADER);
        }
        if (caller.is(Role.CLIENT) && uploaderId.equals(caller.personId())) {
            audiences.add(Audience.CLIENT_UPLOADER);
        }
        if (caller.is(Role.CLIENT) && uploader != null && isSameSide(caller, uploaderId, uploader)) {
            audiences.add(Audience.CLIENT_OF_SAME_SIDE);
        }
        return audiences;
    }

    /** Everybody is on their own side, also without an organisation. */
    private static boolean isSameSide(Caller caller, UUID uploaderId, PersonSummary uploader) {
        Optional<UUID> own = caller.organisationId();
        return uploaderId.equals(caller.personId())
                || uploader.employee()
                || (own.isPresent() && own.equals(uploader.organisationId()));
    }
}
