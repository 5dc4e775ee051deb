package org.sluis.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.RollbackException;
import jakarta.transaction.TransactionalException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluis.documents.Documents;
import org.sluis.documents.RecallBarrier;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.people.People;
import org.sluis.platform.config.Settings;
import org.sluis.platform.security.Identity;

/** Around a use case happens what happens around it in the container. */
class UseCasesIT {

    private final UseCases portal = UseCases.ofApplication(BareDatabase.get());
    private final Caller caller = signedIn();

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void callBringsItsTransactionAndItsName() {
        assertThat(portal.get(People.class).summaries(caller, List.of(caller.personId())))
                .hasSize(1);
    }

    @Test
    void whatJoinsATransactionBeginsNone() {
        assertThatThrownBy(() -> portal.get(RecallBarrier.class).recall(UUID.randomUUID()))
                .isInstanceOf(TransactionalException.class);
        assertThat(portal.as(caller, () -> {
                    portal.get(RecallBarrier.class).recall(UUID.randomUUID());
                    return true;
                }))
                .isTrue();
    }

    @Test
    void transactionRunsInOneName() {
        Caller other = signedIn();
        assertThatThrownBy(() ->
                        portal.as(caller, () -> portal.get(People.class).summaries(other, List.of())))
                .hasMessageContaining("in one name only");
    }

    @Test
    void refusalThatSomebodySwallowsStillLosesTheTransaction() {
        assertThatThrownBy(() -> portal.as(caller, () -> {
                    assertThatThrownBy(() -> portal.get(Documents.class).versions(caller, UUID.randomUUID()))
                            .isInstanceOf(ProblemException.class);
                    return true;
                }))
                .isInstanceOf(RollbackException.class);
    }

    private Caller signedIn() {
        String subject = UUID.randomUUID().toString();
        Identity identity = new Identity(
                portal.get(Settings.class).oidc().issuer().toString(),
                subject,
                "Person " + subject,
                Optional.of(subject + "@example.org"),
                Locale.ENGLISH,
                Optional.empty(),
                Set.of(Role.CLIENT),
                Instant.now());
        return portal.get(People.class).callerOf(identity, Optional.empty()).orElseThrow();
    }
}
