package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sluis.documents.Documents;
import org.sluis.documents.Reception;
import org.sluis.documents.Reception.Pending;
import org.sluis.inspection.parsing.ContentNotice;
import org.sluis.inspection.parsing.ContentNotice.Kind;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Objection.Evidence;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Page;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.quarantine.DeskFilter;
import org.sluis.quarantine.Quarantine;
import org.sluis.quarantine.RefusalStatistics;
import org.sluis.stack.BareDatabase;

/** Why a file was refused is kept with it and told to whoever may know, and what should be known of one that came in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalIT {

    private static final Objection WHY = new Objection(
            Rule.DATA_CONNECTION,
            Optional.of("xl/connections.xml"),
            Optional.of("application/xml"),
            Optional.of(Evidence.DECLARATION),
            List.of(),
            OptionalInt.empty(),
            Optional.of("sheet Figures, cell B4"),
            Optional.of("https://example.com/f"));

    private final Exchange exchange = new Exchange(BareDatabase.get());
    private final Caller sender = exchange.person(Optional.of("Plant"), Role.CLIENT);
    private final Caller reader = exchange.person(Optional.empty(), Role.INSPECTOR);
    private final Caller administrator = exchange.person(Optional.empty(), Role.ADMIN);

    @AfterAll
    void close() {
        exchange.close();
    }

    @Test
    void senderIsToldWhatWasFoundAndWhere() {
        Pending refused = refused();
        FilteredView document = read(sender, refused.documentId());
        assertThat(refusal(document))
                .containsEntry("rule", "data-connection")
                .containsEntry("member", "xl/connections.xml")
                .containsEntry("detected", "application/xml")
                .containsEntry("detectedBy", "declaration")
                .containsEntry("found", "https://example.com/f")
                .containsEntry(
                        "detail", "The text file fetches data from https://example.com/f (sheet Figures, cell B4).");
        assertThat(refusal(exchange.versions(sender, refused.documentId()).get(0)))
                .isEqualTo(refusal(document));
    }

    @Test
    void furtherVersionThatPassesTakesThePlaceOfARefusedOne() {
        Pending refused = refused();
        Pending better = exchange.revised(sender, refused.documentId());
        assertThat(read(sender, refused.documentId())).containsEntry("state", "REJECTED");
        exchange.release(better);
        assertThat(read(sender, refused.documentId()))
                .containsEntry("state", "AVAILABLE")
                .containsEntry("version", 2);
        assertThat(refusal(exchange.versions(sender, refused.documentId()).get(1)))
                .containsEntry("rule", "data-connection");
    }

    @Test
    void answerToTheUploadHasTheSameFacts() {
        Pending refused = refused();
        ProblemException answer = exchange.portal
                .as(
                        SystemCaller.GATE,
                        () -> exchange.portal.get(Reception.class).refusal(refused.versionId()))
                .orElseThrow();
        assertThat(answer.problem()).isEqualTo(Problem.ACTIVE_CONTENT);
        assertThat(answer.problem().members()).containsAll(answer.facts().keySet());
        assertThat(answer.facts())
                .containsEntry("documentId", refused.documentId().toString())
                .containsEntry("rule", "data-connection")
                .containsEntry("part", "sheet Figures, cell B4");
    }

    @Test
    void administratorFindsItByItsRule() {
        Pending refused = refused();
        exchange.reject(exchange.sent(sender, "another"), Objection.of(Rule.DAMAGED));
        DeskFilter filter = new DeskFilter(Optional.empty(), Optional.of(WHY.rule()), false);
        Page<FilteredView> found = exchange.portal.as(
                administrator,
                () -> exchange.portal.get(Quarantine.class).list(administrator, filter, PageRequest.of(1, null)));
        assertThat(found.items()).singleElement().satisfies(version -> {
            assertThat(version).containsEntry("documentId", refused.documentId().toString());
            assertThat(refusal(version)).isEqualTo(refusal(read(sender, refused.documentId())));
        });
    }

    @Test
    void administratorSeesWhatHitsWhom() {
        Caller other = exchange.person(Optional.of("Other plant"), Role.CLIENT);
        exchange.reject(exchange.sent(sender, "one"), Objection.of(Rule.MEMBER_NAMES));
        exchange.reject(exchange.sent(sender, "two"), Objection.of(Rule.MEMBER_NAMES));
        exchange.reject(exchange.sent(other, "three"), Objection.of(Rule.MEMBER_NAMES));
        FilteredView statistics = exchange.portal.as(
                administrator,
                () -> exchange.portal.get(RefusalStatistics.class).read(administrator, 30));
        assertThat(statistics.get("rules"))
                .asInstanceOf(InstanceOfAssertFactories.list(FilteredView.class))
                .filteredOn(line -> "member-names".equals(line.get("rule")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("refusals", 3L)
                        .containsEntry("senders", 2L)
                        .containsEntry("organisations", 2L));
        assertThat(Exchange.refusal(() -> exchange.portal.as(
                        sender,
                        () -> exchange.portal.get(RefusalStatistics.class).read(sender, 30))))
                .contains(Problem.ROLE_MISSING);
    }

    @Test
    void nobodyElseLearnsOfARefusedVersion() {
        Pending first = exchange.sent(sender, "kept");
        exchange.release(first);
        exchange.grant(administrator, first.documentId(), reader.personId(), Right.DOWNLOAD);
        exchange.reject(exchange.revised(sender, first.documentId()), WHY);
        assertThat(exchange.versions(reader, first.documentId()))
                .hasSize(1)
                .allSatisfy(version -> assertThat(version).doesNotContainKey("refusal"));
    }

    @Test
    void noticesAreForSenderAndReaders() {
        Pending pending = exchange.sent(sender, "with a template");
        exchange.release(
                pending,
                new ContentNotice(Kind.ATTACHED_TEMPLATE, Optional.empty(), Optional.of("C:\\Users\\x\\plain.dotx")));
        exchange.grant(administrator, pending.documentId(), reader.personId(), Right.DOWNLOAD);
        for (Caller caller : List.of(sender, reader, administrator)) {
            assertThat(read(caller, pending.documentId()).get("notices"))
                    .asString()
                    .contains("attached-template", "sender's computer", "C:\\Users\\x\\plain.dotx");
        }
    }

    private Pending refused() {
        Pending pending = exchange.sent(sender, "figures");
        exchange.reject(pending, WHY);
        return pending;
    }

    private FilteredView read(Caller caller, UUID document) {
        return exchange.portal.as(
                caller, () -> exchange.portal.get(Documents.class).read(caller, document));
    }

    private static FilteredView refusal(FilteredView document) {
        return (FilteredView) Objects.requireNonNull(document.get("refusal"));
    }
}
