package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.blob.StoredBlob;
import org.sluis.documents.Criteria;
import org.sluis.documents.Documents;
import org.sluis.documents.NewDocument;
import org.sluis.documents.ReceivedFile;
import org.sluis.documents.Reception;
import org.sluis.documents.Reception.Pending;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Role;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.Identity;
import org.sluis.stack.BareDatabase;

/** By what a document is found, and by whom: never by what the reader may not have of it. */
@TestInstance(Lifecycle.PER_CLASS)
class FoundByIT {

    private static final String PLANT = "B\u00e9tonni\u00e8re Sint-Niklaas";

    private final Exchange exchange = new Exchange(BareDatabase.get());
    private final String mark = UUID.randomUUID().toString();
    private final Caller administrator = person("Administrator", Optional.empty(), Role.ADMIN);
    private final Caller sender = person("Zo\u00eb Vandenbossche", Optional.of(PLANT + " " + mark), Role.CLIENT);
    private final Caller colleague = person("Colleague", Optional.of(PLANT + " " + mark), Role.CLIENT);
    private final Caller stranger = person("Stranger", Optional.of("Quarry " + mark), Role.CLIENT);
    private final Caller inspector = person("In\u00e8s Claessens", Optional.empty(), Role.INSPECTOR);
    private final Caller officer = person("Officer", Optional.empty(), Role.DPO);
    private UUID document = Ids.next();

    @BeforeAll
    void sendAndGrant() {
        document = released(
                sender,
                "Compressive strength, silo 4 of 100% " + mark,
                "Essais de r\u00e9sistance",
                "Proef_\u00c9t\u00e9 2026.pdf");
        for (Caller reader : List.of(colleague, stranger, inspector, officer)) {
            exchange.grant(administrator, document, reader.personId(), Right.VIEW);
        }
    }

    @AfterAll
    void close() {
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "silo strength",
                "STRENGTH   silo 4",
                "\"silo 4\" strength",
                "proef_ete",
                "\u00e9t\u00e9 2026.pdf silo",
                "e\u0301te\u0301",
                "rapport d'essai silo",
                "Testrapport silo",
                "test-report \uff53\uff49\uff4c\uff4f",
                "100% silo"
            })
    void everyWordIsFoundSomewhereInAnyOrder(String words) {
        for (Caller reader : List.of(sender, stranger, inspector, officer, administrator)) {
            assertThat(found(reader, words + " " + mark)).as(words).containsExactly(document);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "silo nowhere",
                "\"strength silo\"",
                "sil_",
                "%",
                "silo%4",
                "pdf silo certificate",
                "\"4 of 100% proef\""
            })
    void noWordIsFoundNowhere(String words) {
        boolean literal = words.equals("%");
        for (Caller reader : List.of(sender, inspector, administrator)) {
            assertThat(found(reader, words + " " + mark)).as(words).hasSize(literal ? 1 : 0);
        }
    }

    @Test
    void whoSentTheVersionThatIsShownFindsIt() {
        String title = "Revised " + UUID.randomUUID();
        UUID revised = released(sender, title, "Twice", "twice.pdf");
        exchange.grant(administrator, revised, inspector.personId(), Right.REVISE);
        assertThat(found(administrator, "vandenbossche \"" + title + '"')).containsExactly(revised);
        exchange.release(exchange.revised(inspector, revised));
        assertThat(found(administrator, "claessens \"" + title + '"')).containsExactly(revised);
        assertThat(found(administrator, "vandenbossche \"" + title + '"')).isEmpty();
    }

    @Test
    void aDescriptionFindsForWhoHasDescriptions() {
        for (Caller reader : List.of(sender, stranger, inspector, administrator)) {
            assertThat(found(reader, "resistance " + mark)).containsExactly(document);
        }
        assertThat(found(officer, "resistance " + mark)).isEmpty();
    }

    @Test
    void aSenderAndTheirOrganisationFindForWhoIsToldOfThem() {
        for (String words : List.of("zoe silo", "vandenbossche betonniere", "\"sint-niklaas\" silo")) {
            for (Caller reader : List.of(sender, colleague, inspector, officer, administrator)) {
                assertThat(found(reader, words + " \"silo 4 of 100% " + mark + "\""))
                        .containsExactly(document);
            }
            assertThat(found(stranger, words + " " + mark)).isEmpty();
        }
    }

    /** Sigma has two forms, a hyphen may forbid a line break, and another shows where one is. */
    @Test
    void waysToWriteTheSameAreTheSame() {
        Caller writer = person("Writer", Optional.empty(), Role.CLIENT);
        UUID same = released(writer, "NBN\u2011EN \u039f\u03b4\u03cc\u03c2 ze\u00admen " + mark, "d", "same.pdf");
        for (String words : List.of(
                "nbn-en \u039f\u0394\u039f\u03a3", "nbn\u2011en \u03bf\u03b4\u03cc\u03c3", "zemen ze\u00admen")) {
            assertThat(found(writer, words + " " + mark)).as(words).containsExactly(same);
        }
    }

    /** Whoever was taken out of their organisation is still somebody to themselves. */
    @Test
    void theOwnNameIsShownAndFindsWithoutAnOrganisation() {
        Caller alone = person("Marieke Solo", Optional.empty(), Role.CLIENT);
        UUID own = released(alone, "Alone " + mark, "d", "alone.pdf");
        assertThat(found(alone, "marieke alone " + mark)).containsExactly(own);
        Criteria all = Criteria.NONE;
        assertThat(exchange.portal
                        .as(
                                alone,
                                () -> exchange.portal.get(Documents.class).list(alone, all, PageRequest.of(200, null)))
                        .items())
                .extracting(item -> String.valueOf(item.get("uploadedBy")))
                .singleElement()
                .asString()
                .contains("Marieke Solo", alone.personId().toString());
    }

    @Test
    void staffFindForClients() {
        UUID answer = released(inspector, "Answer " + mark, "d", "answer.pdf");
        exchange.grant(administrator, answer, stranger.personId(), Right.VIEW);
        assertThat(found(stranger, "ines answer " + mark)).containsExactly(answer);
    }

    @Test
    void organisationsAreAFilterOfEmployees() {
        for (Caller reader : List.of(inspector, officer, administrator)) {
            Criteria ofPlant = Criteria.NONE.from(Audience.of(reader), "betonniere sint-niklaas " + mark);
            assertThat(found(reader, ofPlant)).containsExactly(document);
            assertThat(found(reader, Criteria.NONE.from(Audience.of(reader), "quarry " + mark)))
                    .isEmpty();
        }
        assertThat(Exchange.refusal(() -> Criteria.NONE.from(Audience.of(colleague), "betonniere")))
                .isPresent();
    }

    @Test
    void aLaterFileFindsOnceItHasTakenItsPlace() {
        UUID revised = released(sender, "Plan " + mark, "d", "first.pdf");
        Pending next = exchange.portal.as(
                sender,
                () -> exchange.portal.get(Reception.class).revise(sender, revised, file("second.pdf"), Instant.now()));
        assertThat(found(sender, "first plan " + mark)).containsExactly(revised);
        assertThat(found(sender, "second plan " + mark)).isEmpty();
        exchange.release(next);
        assertThat(found(sender, "second plan " + mark)).containsExactly(revised);
        assertThat(found(sender, "first plan " + mark)).isEmpty();
    }

    private List<UUID> found(Caller reader, String words) {
        return found(reader, Criteria.of(Audience.of(reader), words, null, null, null, null));
    }

    private List<UUID> found(Caller reader, Criteria criteria) {
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

    private UUID released(Caller from, String title, String description, String fileName) {
        NewDocument metadata = new NewDocument(title, "test-report", Optional.of(description));
        Pending pending = exchange.portal.as(
                from, () -> exchange.portal.get(Reception.class).enter(from, metadata, file(fileName), Instant.now()));
        exchange.release(pending);
        return pending.documentId();
    }

    private Caller person(String name, Optional<String> organisation, Role role) {
        return exchange.signedIn(new Identity(
                "https://issuer.example",
                Ids.next().toString(),
                name,
                Optional.empty(),
                Locale.ENGLISH,
                organisation,
                Set.of(role),
                Instant.now()));
    }

    private static ReceivedFile file(String name) {
        return new ReceivedFile(
                name,
                new StoredBlob(
                        Ids.next(), 1, Exchange.SHA256, OptionalLong.of(1), new StoredBlob.WrappedKey(new byte[] {1})));
    }
}
