package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluis.documents.Documents;
import org.sluis.documents.Reception.Pending;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.stack.BareDatabase;

/** The list of a document's versions. */
class VersionsIT {

    private final Exchange exchange = new Exchange(BareDatabase.get());
    private final Caller sender = exchange.person(Optional.of("Plant " + UUID.randomUUID()), Role.CLIENT);

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void asksTheDatabaseNoMoreOftenForManyVersionsThanForOne() {
        UUID document = released(exchange.sent(sender, "one"));
        long forOne = statements(document, 1);
        for (int more = 0; more < 4; more++) {
            released(exchange.revised(sender, document));
        }
        assertThat(statements(document, 5)).isEqualTo(forOne);
    }

    private UUID released(Pending version) {
        exchange.release(version);
        return version.documentId();
    }

    private long statements(UUID document, int versions) {
        long before = exchange.portal.statements();
        List<?> shown = exchange.portal.as(
                sender, () -> exchange.portal.get(Documents.class).versions(sender, document));
        assertThat(shown).hasSize(versions);
        return exchange.portal.statements() - before;
    }
}
