package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.documents.Attention.Kind.CHECKING;
import static org.sluis.documents.Attention.Kind.ENDING;
import static org.sluis.documents.Attention.Kind.RETURNED;
import static org.sluis.documents.Attention.Kind.UNGRANTED;
import static org.sluis.documents.Attention.Kind.UNREAD;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.documents.Attention;
import org.sluis.documents.Attention.Block;
import org.sluis.documents.Attention.Kind;
import org.sluis.documents.Criteria;
import org.sluis.documents.Documents;
import org.sluis.documents.Previews;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.PageRequest;
import org.sluis.stack.BareDatabase;

/** What each reader has to do, found with one statement however much there is that they may not see; lists agree with it. */
@TestInstance(Lifecycle.PER_CLASS)
class AttentionIT {

    private static final int MOST_STATEMENTS = 4;

    private final Exchange exchange = new Exchange(BareDatabase.get());
    private final Caller administrator = exchange.person(Optional.empty(), Role.ADMIN);
    private final Caller sender = exchange.person(Optional.of("Plant " + UUID.randomUUID()), Role.CLIENT);
    private final Caller inspector = exchange.person(Optional.empty(), Role.INSPECTOR);

    @AfterAll
    void close() {
        exchange.close();
    }

    @Test
    void eachKindIsFoundAndCountedForWhoHasToDoSomething() {
        UUID waiting = exchange.sent(sender, "waits").documentId();
        var refused = exchange.sent(sender, "refused");
        exchange.reject(refused);
        UUID endless = exchange.released(sender, "endless");
        exchange.grant(administrator, endless, inspector.personId(), Right.DOWNLOAD);
        UUID ending = exchange.released(sender, "ending");
        exchange.grant(
                administrator,
                ending,
                new GrantOrder(
                        inspector.personId(),
                        Right.DOWNLOAD,
                        Optional.empty(),
                        Optional.of(Instant.now().plus(Duration.ofDays(3))),
                        "inspection"));
        assertThat(ids(sender, CHECKING)).containsExactly(waiting);
        assertThat(ids(sender, RETURNED)).containsExactly(refused.documentId());
        assertThat(ids(sender, UNREAD)).isEmpty();
        assertThat(ids(inspector, UNREAD)).containsExactly(ending, endless);
        assertThat(ids(inspector, ENDING)).containsExactly(ending);
        assertThat(listed(inspector, "unread")).containsExactly(ending, endless);
        assertThat(listed(inspector, "ending")).containsExactly(ending);
        fetch(inspector, endless);
        assertThat(ids(inspector, UNREAD)).containsExactly(ending);
        assertThat(listed(inspector, "unread")).containsExactly(ending);

        UUID lonely = exchange.released(sender, "lonely");
        assertThat(ids(administrator, UNGRANTED).get(0)).isEqualTo(lonely);
        assertThat(listed(administrator, "ungranted")).contains(lonely).doesNotContain(endless, waiting);
        assertThat(Exchange.refusal(() -> Criteria.NONE.showing(Audience.of(inspector), "ungranted")))
                .isPresent();
        long before = number(administrator, UNGRANTED);
        exchange.grant(administrator, lonely, inspector.personId(), Right.VIEW);
        assertThat(number(administrator, UNGRANTED)).isEqualTo(before - 1);
    }

    @Test
    void nextVersionIsNewAgainForEverybodyButItsSender() {
        Caller first = exchange.person(Optional.of("Plant " + UUID.randomUUID()), Role.CLIENT);
        Caller reader = exchange.person(Optional.empty(), Role.INSPECTOR);
        UUID document = exchange.released(first, "in versions");
        exchange.grant(administrator, document, reader.personId(), Right.REVISE);
        fetch(reader, document);
        assertThat(ids(reader, UNREAD)).isEmpty();
        exchange.release(exchange.revised(first, document));
        assertThat(ids(reader, UNREAD)).containsExactly(document);
        assertThat(ids(first, UNREAD)).isEmpty();
        fetch(reader, document);
        exchange.release(exchange.revised(reader, document));
        assertThat(ids(reader, UNREAD)).isEmpty();
        assertThat(ids(first, UNREAD)).containsExactly(document);
        assertThat(listed(first, "unread")).containsExactly(document);
    }

    @Test
    void itTakesAsManyStatementsHoweverMuchThereIs() {
        Caller reader = exchange.person(Optional.empty(), Role.INSPECTOR);
        long empty = statements(reader);
        for (int number = 0; number < 7; number++) {
            UUID document = exchange.released(sender, "for the reader " + number);
            exchange.grant(administrator, document, reader.personId(), Right.VIEW);
            exchange.released(sender, "not for the reader " + number);
        }
        assertThat(statements(reader)).isEqualTo(empty).isLessThanOrEqualTo(MOST_STATEMENTS);
        assertThat(number(reader, UNREAD)).isEqualTo(7);
        assertThat(ids(reader, UNREAD)).hasSize(5);
        assertThat(statements(administrator)).isLessThanOrEqualTo(MOST_STATEMENTS);
    }

    /** Who may look and not fetch has read what they were shown, an older version least of all. */
    @Test
    void whatWasShownIsNotNewAnyMore() {
        Caller reader = exchange.person(Optional.empty(), Role.INSPECTOR);
        UUID document = exchange.released(sender, "to look at");
        exchange.grant(administrator, document, reader.personId(), Right.VIEW);
        exchange.release(exchange.revised(sender, document));
        look(reader, document, Optional.of(1));
        assertThat(ids(reader, UNREAD)).containsExactly(document);
        look(reader, document, Optional.empty());
        assertThat(ids(reader, UNREAD)).isEmpty();
        assertThat(listed(reader, "unread")).isEmpty();
        look(reader, document, Optional.of(1));
        assertThat(ids(reader, UNREAD)).isEmpty();
    }

    private void look(Caller reader, UUID document, Optional<Integer> version) {
        exchange.portal.as(reader, () -> {
            exchange.portal.get(Previews.class).open(reader, document, version);
            return true;
        });
    }

    private void fetch(Caller reader, UUID document) {
        exchange.portal.as(
                reader, () -> exchange.portal.get(Documents.class).content(reader, document, Optional.empty()));
    }

    private long statements(Caller reader) {
        attention(reader);
        long before = exchange.portal.statements();
        attention(reader);
        return exchange.portal.statements() - before;
    }

    private Map<Kind, Block> attention(Caller reader) {
        return exchange.portal.as(
                reader, () -> exchange.portal.get(Attention.class).of(reader));
    }

    private Block block(Caller reader, Kind kind) {
        return attention(reader).getOrDefault(kind, new Block(0, List.of()));
    }

    private long number(Caller reader, Kind kind) {
        return block(reader, kind).number();
    }

    private List<UUID> ids(Caller reader, Kind kind) {
        return block(reader, kind).first().stream()
                .map(document -> UUID.fromString(String.valueOf(document.get("id"))))
                .toList();
    }

    private List<UUID> listed(Caller reader, String show) {
        Criteria criteria = Criteria.NONE.showing(Audience.of(reader), show);
        return exchange
                .portal
                .as(
                        reader,
                        () -> exchange.portal.get(Documents.class).list(reader, criteria, PageRequest.of(200, null)))
                .items()
                .stream()
                .map(item -> UUID.fromString(String.valueOf(item.get("id"))))
                .toList();
    }
}
