package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.documents.ContentWords;
import org.sluis.documents.Criteria;
import org.sluis.documents.Documents;
import org.sluis.documents.Reception.Pending;
import org.sluis.documents.WordQueue;
import org.sluis.inspection.MalwareFinding;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Folding;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.PageRequest;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** Documents are found by the words of what they hold, by whoever may see that, as long as they hold it. */
@TestInstance(Lifecycle.PER_CLASS)
class FoundInContentIT {

    private static final String TEXT = """
            Proefverslag. La r\u00e9sistance \u00e0 la compression a \u00e9t\u00e9 mesur\u00e9e apr\u00e8s 28 jours:
            52,5 N/mm2. The specimens of batch INV-2026-0042 were tested by the laboratory of Kortrijk.
            """;

    private final BareDatabase database = BareDatabase.get();
    private final Exchange exchange = new Exchange(database);
    private final UseCases portal = exchange.portal;
    private final Statements statements = new Statements(portal);
    private final UseCases withoutRowSecurity = UseCases.withoutRowSecurity(database);
    private final String mark = UUID.randomUUID().toString();
    private final Caller administrator = exchange.person(Optional.empty(), Role.ADMIN);
    private final Caller sender = exchange.person(Optional.of("Plant " + mark), Role.CLIENT);
    private final Caller colleague = exchange.person(Optional.of("Plant " + mark), Role.CLIENT);
    private final Caller inspector = exchange.person(Optional.empty(), Role.INSPECTOR);
    private final Caller officer = exchange.person(Optional.empty(), Role.DPO);

    @AfterAll
    void close() {
        exchange.close();
        withoutRowSecurity.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "laboratory kortrijk",
                "KORTRIJK Laboratories",
                "resistances re\u0301sistance",
                "specimen test",
                "\"compression a ete mesuree\"",
                "\"28 jour\"",
                "52,5",
                "inv-2026-0042",
                "silo laboratory",
                "\"la r\u00e9sistance\" title"
            })
    void everyWordIsFoundInTheContentOrBesideIt(String words) {
        UUID document = holding(TEXT);
        assertThat(found(portal, sender, words)).as(words).contains(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "laboratory brugge",
                "\"kortrijk laboratory\"",
                "\"title laboratory\"",
                "labor",
                "2026-inv",
                "52.6",
                "laboratory %"
            })
    void wordsThatItDoesNotHoldFindNothing(String words) {
        UUID document = holding(TEXT);
        assertThat(found(portal, sender, words)).as(words).doesNotContain(document);
    }

    /** Administrators see that it is there, and not what it says. */
    @Test
    void onlyWhoMaySeeTheContentFindsByIt() {
        UUID document = holding(TEXT);
        for (UseCases walls : List.of(portal, withoutRowSecurity)) {
            assertThat(found(walls, sender, "kortrijk")).contains(document);
            for (Caller other : List.of(colleague, inspector, officer, administrator)) {
                assertThat(found(walls, other, "kortrijk")).doesNotContain(document);
            }
        }
        for (Caller other : List.of(colleague, inspector, officer, administrator)) {
            assertThat(statements.count(other, rowsOf(document))).isZero();
            UUID grant = exchange.grant(administrator, document, other.personId(), Right.VIEW);
            assertThat(found(portal, other, "kortrijk title")).contains(document);
            exchange.revoke(administrator, document, grant);
            assertThat(found(portal, other, "kortrijk")).doesNotContain(document);
        }
    }

    @Test
    void wordsGoWithTheVersion() {
        UUID erased = holding(TEXT);
        withoutRowSecurity.asNobody(() -> {
            assertThat(rows(erased)).isEqualTo(1);
            withoutRowSecurity.change("update document set state = 'ERASED' where id = cast(?1 as uuid)", erased);
            assertThat(rows(erased)).as("in the transaction that erases").isZero();
            return true;
        });
        Pending recalled = exchange.sent(sender, title());
        exchange.release(recalled);
        ContentWords.give(portal, recalled.documentId(), TEXT);
        Exchange.recall(portal, recalled, new MalwareFinding("Eicar", Optional.empty()));
        assertThat(portal.as(SystemCaller.INDEXER, () -> statements.number(rowsOf(recalled.documentId()))))
                .isZero();
        assertThat(found(portal, sender, "kortrijk")).doesNotContain(erased, recalled.documentId());
    }

    @Test
    void aLaterVersionIsFoundByItsOwnWordsAlone() {
        UUID document = holding(TEXT);
        Pending next = exchange.revised(sender, document);
        assertThat(found(portal, sender, "kortrijk")).contains(document);
        exchange.release(next);
        assertThat(found(portal, sender, "kortrijk")).doesNotContain(document);
        ContentWords.give(portal, document, "Brugge");
        assertThat(found(portal, sender, "brugge")).contains(document);
        assertThat(found(portal, sender, "kortrijk")).doesNotContain(document);
    }

    /** Whoever took up a version that has been replaced meanwhile is late. */
    @Test
    void wordsOfAVersionThatWasReplacedMeanwhileAreNotKept() {
        UUID document = exchange.released(sender, title());
        ContentWords.giveLate(portal, document, TEXT, () -> exchange.release(exchange.revised(sender, document)));
        assertThat(found(portal, sender, "kortrijk")).doesNotContain(document);
        ContentWords.give(portal, document, "Brugge");
        assertThat(found(portal, sender, "brugge")).contains(document);
    }

    @Test
    void whatWasMadeByAnotherKeyOrOtherRulesIsMadeAnew() {
        UUID document = holding(TEXT);
        portal.as(SystemCaller.INDEXER, () -> portal.get(WordQueue.class).renew("another"));
        assertThat(found(portal, sender, "kortrijk")).doesNotContain(document);
        ContentWords.give(portal, document, TEXT);
        assertThat(found(portal, sender, "kortrijk")).contains(document);
    }

    @Test
    void refusedVersionLeavesTheWordsOfTheOneThatIsShown() {
        UUID document = holding(TEXT);
        exchange.reject(exchange.revised(sender, document));
        assertThat(found(portal, sender, "kortrijk")).contains(document);
        Pending refused = exchange.sent(sender, title());
        exchange.reject(refused);
        assertThat(portal.as(SystemCaller.INDEXER, () -> statements.number(rowsOf(refused.documentId()))))
                .isZero();
    }

    @Test
    void onlyTheIndexerWritesWordsAndNobodyRows() {
        UUID document = holding(TEXT);
        String change = "update document_words set attempts = 7 where document_id = cast(?1 as uuid)";
        assertThat(portal.as(sender, () -> portal.change(change, document))).isZero();
        assertThat(portal.as(SystemCaller.GATE, () -> portal.change(change, document)))
                .isZero();
        assertThat(portal.as(SystemCaller.INDEXER, () -> portal.change(change, document)))
                .isEqualTo(1);
        for (String act : List.of(
                "delete from document_words where document_id = cast(?1 as uuid)",
                "insert into document_words (document_id) values (cast(?1 as uuid))")) {
            assertThatThrownBy(() -> portal.as(SystemCaller.INDEXER, () -> portal.change(act, document)))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void indexerSeesWhatIsAvailableAndNothingElse() {
        UUID available = exchange.released(sender, title());
        UUID waiting = exchange.sent(sender, title()).documentId();
        for (String table : List.of("document where id", "document_version where document_id")) {
            String count = "select count(*) from " + table + " = '%s'";
            assertThat(portal.as(SystemCaller.INDEXER, () -> statements.number(count.formatted(available))))
                    .isEqualTo(1);
            assertThat(portal.as(SystemCaller.INDEXER, () -> statements.number(count.formatted(waiting))))
                    .isZero();
        }
        assertThat(portal.as(SystemCaller.INDEXER, () -> statements.number("select count(*) from document_grant")))
                .isZero();
    }

    @Test
    void databaseAndPortalFoldAlike() {
        for (String text : List.of(
                TEXT, "Stra\u00dfe \u1e9e \u0141\u00f3d\u017a \u00c6 \u0153 \ufb01n \u0130 D\u2019\u00c9t\u00e9")) {
            String folded = portal.asNobody(
                    () -> portal.rows("select folded(?1)", text).get(0).toString());
            assertThat(Folding.of(text).replaceAll("\\s+", " ").strip()).isEqualTo(folded);
        }
    }

    private UUID holding(String text) {
        UUID document = exchange.released(sender, title());
        ContentWords.give(portal, document, text);
        return document;
    }

    private String title() {
        return "A title, silo 4, " + mark;
    }

    /** In the running transaction of the owner. */
    private long rows(UUID document) {
        return new Statements(withoutRowSecurity).number(rowsOf(document));
    }

    private static String rowsOf(UUID document) {
        return "select count(*) from document_words where document_id = '%s'".formatted(document);
    }

    private List<UUID> found(UseCases walls, Caller reader, String words) {
        Criteria criteria = Criteria.of(Audience.of(reader), words + " " + mark, null, null, null, null);
        return walls
                .as(reader, () -> walls.get(Documents.class).list(reader, criteria, PageRequest.of(200, null)))
                .items()
                .stream()
                .map(item -> UUID.fromString(String.valueOf(item.get("id"))))
                .toList();
    }
}
