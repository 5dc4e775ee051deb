package org.sluis.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.people.RoleColumn;

/**
 * One change of an account: entered before the realm is asked, ended when its outcome is known. One that needs a second
 * administrator is a proposal first. What is wanted is forgotten with the end; who did what to whom stays.
 */
@Entity
@Table(name = "account_change")
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
class AccountChange {

    /** How far a change has come. */
    enum State {
        /** Waits for a second administrator. */
        PROPOSED,
        /** The realm is being asked, or was when a node died. */
        RUNNING,
        DONE,
        /** The realm refused it. */
        FAILED,
        /** Withdrawn, or declined by another administrator. */
        DECLINED
    }

    @Id
    private UUID id;

    @Column(name = "person_id")
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private ChangeKind kind;

    @Embedded
    private @Nullable WantedAccount wanted;

    @Column(name = "ordered_by")
    private UUID orderedBy;

    @Column(name = "ordered_as")
    private String orderedAs;

    @Column(name = "ordered_at")
    private Instant orderedAt;

    @Column(name = "consented_by")
    private @Nullable UUID consentedBy;

    @Column(name = "consented_at")
    private @Nullable Instant consentedAt;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "ended_by")
    private @Nullable UUID endedBy;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** Whether it takes the role of an administrator away: the database finds that out. */
    @Column(name = "takes_admin", insertable = false, updatable = false)
    private boolean takesAdmin;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(updatable = false)
    private boolean unseen;

    @SuppressWarnings("NullAway.Init")
    protected AccountChange() {}

    /** A proposal, unless it is {@link #run} at once. */
    AccountChange(Caller by, ChangeKind kind, UUID person, WantedAccount wanted) {
        this.id = Ids.next();
        this.personId = person;
        this.kind = kind;
        this.wanted = wanted;
        this.orderedBy = by.personId();
        this.orderedAs = RoleColumn.names(by.roles());
        this.orderedAt = Instant.now();
        this.state = State.PROPOSED;
        this.nextAttemptAt = orderedAt;
    }

    /** Nobody else has to be asked: the realm can be. */
    void run(Instant leaseEnd) {
        state = State.RUNNING;
        attempts = 1;
        nextAttemptAt = leaseEnd;
    }

    /** The realm is asked later, and whoever ordered it does not learn what came of it. */
    void runUnseen() {
        unseen = true;
        run(orderedAt);
    }

    /** @throws ProblemException {@code own-proposal} for the one who proposed it, {@code conflict} once answered */
    void consent(UUID administrator, Instant leaseEnd) {
        requireProposed();
        if (administrator.equals(orderedBy)) {
            throw new ProblemException(Problem.OWN_PROPOSAL);
        }
        consentedBy = administrator;
        consentedAt = Instant.now();
        run(leaseEnd);
    }

    /**
     * The proposer thinks again, or another says no.
     *
     * @throws ProblemException {@code conflict} once answered
     */
    void decline(UUID administrator) {
        requireProposed();
        end(State.DECLINED, administrator);
    }

    void done() {
        end(State.DONE, actor());
    }

    void failed() {
        end(State.FAILED, actor());
    }

    /** Nobody knows what became of it: whoever ends what broke off may begin at once. */
    void breakOff() {
        nextAttemptAt = Instant.now();
    }

    /** The same where it would be no use to begin at once. */
    void postpone(Instant next) {
        nextAttemptAt = next;
    }

    private void requireProposed() {
        if (!isProposed()) {
            throw new ProblemException(Problem.CONFLICT);
        }
    }

    private void end(State how, UUID by) {
        state = how;
        endedBy = by;
        endedAt = Instant.now();
        wanted = wanted().withoutPersonalData();
    }

    UUID id() {
        return id;
    }

    UUID personId() {
        return personId;
    }

    ChangeKind kind() {
        return kind;
    }

    /** Where the trail keeps it: a membership with the organisation, all else with the person. */
    ResourceRef resource() {
        return kind.isMembership()
                ? ResourceRef.organisation(wanted().organisation().orElseThrow())
                : ResourceRef.person(personId);
    }

    WantedAccount wanted() {
        return wanted == null ? new WantedAccount() : wanted;
    }

    UUID orderedBy() {
        return orderedBy;
    }

    Instant orderedAt() {
        return orderedAt;
    }

    /** In whose name the realm is asked: who consented, or who ordered it alone. */
    UUID actor() {
        return consentedBy == null ? orderedBy : consentedBy;
    }

    /** As what. */
    Set<Role> actorRoles() {
        return consentedBy == null ? RoleColumn.roles(orderedAs) : Set.of(Role.ADMIN);
    }

    boolean isProposed() {
        return state == State.PROPOSED;
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Whether it has shut an account after its invitation was taken back. */
    boolean hasShutWhatWasTakenBack() {
        return unseen && kind == ChangeKind.DISABLED && state == State.DONE;
    }

    /** Whether it is carried out in nobody's name. */
    boolean isUnseen() {
        return unseen;
    }

    /** @param person who came of an invitation, where that is another than was foreseen */
    void turnsOutToBeOf(UUID person) {
        personId = person;
    }

    /** Whether it is still the attempt of that number that runs. */
    boolean runs(int attempt) {
        return state == State.RUNNING && attempts == attempt;
    }

    int attempts() {
        return attempts;
    }

    /** Who proposed it, where it had to be consented to. */
    Optional<UUID> proposer() {
        return Optional.ofNullable(consentedBy).map(second -> orderedBy);
    }
}
