package org.sluis.accounts;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.CLIENT;
import static org.sluis.platform.rest.Audience.DPO;
import static org.sluis.platform.rest.Audience.INSPECTOR;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.rest.VisibleTo;

/**
 * The reader's own account as the realm holds it.
 *
 * @param secondFactors by kind
 * @param sessions last used first
 */
@Schema(name = "OwnAccount")
record OwnAccountView(
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) List<String> secondFactors,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) List<Session> sessions) {

    /**
     * Where the reader is signed in.
     *
     * @param current whether the question came from it
     */
    @Schema(name = "OwnSession")
    record Session(
            @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) String id,
            @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) String address,
            @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Instant startedAt,
            @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Instant lastUsedAt,
            @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) boolean current) {}

    static OwnAccountView of(List<String> secondFactors, List<RealmSession> sessions, Optional<String> current) {
        return new OwnAccountView(
                secondFactors,
                sessions.stream()
                        .sorted(Comparator.comparing(RealmSession::lastUsedAt).reversed())
                        .map(session -> new Session(
                                session.id(),
                                session.address(),
                                session.startedAt(),
                                session.lastUsedAt(),
                                current.equals(Optional.of(session.id()))))
                        .toList());
    }
}
