package org.sluis.quarantine;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That the sender of a version asks administrators to look at its refusal by a rule again, and what came of it. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
@Table(name = "second_look")
class SecondLook {

    @Id
    private UUID id;

    @Column(name = "version_id")
    private UUID versionId;

    private String reason;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable SecondLookAnswer answer;

    @Column(name = "answered_by")
    private @Nullable UUID answeredBy;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "answer_reason")
    private @Nullable String answerReason;

    @SuppressWarnings("NullAway.Init")
    protected SecondLook() {}

    /**
     * @param by whose answer it is; none where time gave it
     * @param why in their words
     */
    void close(SecondLookAnswer given, Optional<UUID> by, Optional<String> why) {
        answer = given;
        answeredBy = by.orElse(null);
        answeredAt = Instant.now();
        answerReason = why.orElse(null);
    }

    boolean isOpen() {
        return answer == null;
    }

    /** Whether an administrator has said no since then. */
    boolean wasDeclinedAfter(Instant moment) {
        return answer == SecondLookAnswer.DECLINED && !askedAt.isBefore(moment);
    }

    SecondLookView.Request view() {
        return new SecondLookView.Request(
                askedAt,
                reason,
                Optional.ofNullable(answer),
                Optional.ofNullable(answeredAt),
                Optional.ofNullable(answerReason));
    }
}
