package org.sluis.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.people.People;
import org.sluis.platform.security.Identity;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** What the admission of an upload costs before its first byte is read: everybody who sends pays it. */
class UploadAdmissionIT {

    private final UseCases portal = UseCases.ofApplication(BareDatabase.get());

    @AfterEach
    void close() {
        portal.close();
    }

    /** The sum of what is announced and of what waits for its verdict; a piece of an upload was counted when it began. */
    @Test
    void asksForBothSumsAtOnceAndForAPieceNothing() {
        Caller sender = sender();
        UploadAllowance allowance = portal.get(UploadAllowance.class);
        allowance.open();
        assertThat(statements(sender, () -> allowance.admit(sender, OptionalLong.of(1))))
                .isEqualTo(1);
        assertThat(statements(sender, () -> allowance.admitPiece(sender))).isZero();
    }

    private long statements(Caller sender, Runnable work) {
        return portal.as(sender, () -> {
            long before = portal.statements();
            work.run();
            return portal.statements() - before;
        });
    }

    private Caller sender() {
        String subject = Ids.next().toString();
        Identity identity = new Identity(
                "https://issuer.example",
                subject,
                "Person " + subject,
                Optional.empty(),
                Locale.ENGLISH,
                Optional.of("Plant " + subject),
                Set.of(Role.CLIENT),
                Instant.now());
        return portal.as(
                SystemCaller.REGISTRAR,
                () -> portal.get(People.class)
                        .callerOf(identity, Optional.empty())
                        .orElseThrow());
    }
}
