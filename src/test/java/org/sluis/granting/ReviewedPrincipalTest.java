package org.sluis.granting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sluis.access.GrantOrder;
import org.sluis.access.HeldRight;
import org.sluis.access.Right;
import org.sluis.documents.ChosenDocument;
import org.sluis.documents.DocumentState;
import org.sluis.kernel.Ids;
import org.sluis.people.PrincipalKind;
import org.sluis.people.PrincipalView;

/** What an administrator is told of those who have access already. */
class ReviewedPrincipalTest {

    private static final Optional<Instant> SOON = Optional.of(Instant.parse("9000-01-01T00:00:00Z"));
    private static final Optional<Instant> LATER = Optional.of(Instant.parse("9000-06-01T00:00:00Z"));

    private final UUID quarry = Ids.next();
    private final UUID sender = Ids.next();
    private final ChosenDocument one = document("One");
    private final ChosenDocument two = document("Two");

    @Test
    void senderWouldKeepPreviewOnly() {
        ReviewedPrincipal told =
                told(sender, order(Right.VIEW, Optional.empty()), held(one, sender, Right.REVISE, Optional.empty()));
        assertThat(told.lessened()).isEqualTo(1);
        assertThat(told.lesser()).contains("One");
        assertThat(told.sender()).isTrue();
        assertThat(told.losesSomething()).isTrue();
    }

    @Test
    void readerWouldLoseSomethingOnBoth() {
        UUID reader = Ids.next();
        ReviewedPrincipal told = told(
                reader,
                order(Right.DOWNLOAD, SOON),
                held(one, reader, Right.REVISE, SOON),
                held(two, reader, Right.DOWNLOAD, LATER));
        assertThat(told.lessened()).isEqualTo(1);
        assertThat(told.shortened()).isEqualTo(1);
        assertThat(told.lesser()).isEmpty();
        assertThat(told.sender()).isFalse();
    }

    @Test
    void whatGivesAsMuchOrMoreIsNoLoss() {
        UUID reader = Ids.next();
        ReviewedPrincipal told = told(
                reader,
                order(Right.DOWNLOAD, LATER),
                held(one, reader, Right.VIEW, SOON),
                held(two, reader, Right.DOWNLOAD, LATER));
        assertThat(told.losesSomething()).isFalse();
        assertThat(told.held()).isEqualTo(2);
        assertThat(Doubts.of(List.of(told)).any()).isFalse();
    }

    @Test
    void whatHasAnEndIsLessThanWhatHasNone() {
        UUID reader = Ids.next();
        assertThat(told(reader, order(Right.VIEW, LATER), held(one, reader, Right.VIEW, Optional.empty()))
                        .shortened())
                .isEqualTo(1);
        assertThat(told(reader, order(Right.VIEW, Optional.empty()), held(one, reader, Right.VIEW, SOON))
                        .losesSomething())
                .isFalse();
    }

    private ReviewedPrincipal told(UUID id, GrantOrder order, HeldRight... held) {
        PrincipalView principal = new PrincipalView(
                PrincipalKind.PERSON,
                id,
                "Kim",
                Optional.empty(),
                Optional.of("Quarry"),
                Optional.of(quarry),
                false,
                1);
        return ReviewedPrincipal.of(principal, List.of(one, two), List.of(held), Optional.of(order));
    }

    private static GrantOrder order(Right right, Optional<Instant> until) {
        return new GrantOrder(Ids.next(), right, Optional.empty(), until, "inspection");
    }

    private static HeldRight held(ChosenDocument document, UUID holder, Right right, Optional<Instant> until) {
        return new HeldRight(document.id(), holder, right, until);
    }

    private ChosenDocument document(String title) {
        return new ChosenDocument(
                Ids.next(),
                title,
                "certificate",
                "certificate.pdf",
                DocumentState.AVAILABLE,
                "\"r1\"",
                sender,
                "Kim",
                Optional.of(quarry),
                Optional.of("Quarry"));
    }
}
