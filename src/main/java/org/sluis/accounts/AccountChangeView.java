package org.sluis.accounts;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.DPO;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.kernel.Role;
import org.sluis.people.AccountLabels;
import org.sluis.people.Person;
import org.sluis.platform.rest.VisibleTo;

/**
 * A change of an employee's account that waits for a second administrator.
 *
 * @param personId of an invitation: of the person it would make
 * @param email the address the account would have, where that changes
 * @param roles the account would have, where they change
 */
@Schema(name = "AccountChange")
record AccountChangeView(
        @VisibleTo({ADMIN, DPO}) UUID id,
        @VisibleTo({ADMIN, DPO}) ChangeKind kind,
        @VisibleTo({ADMIN, DPO}) UUID personId,
        @VisibleTo({ADMIN, DPO}) String name,
        @VisibleTo({ADMIN, DPO}) Optional<String> email,
        @VisibleTo({ADMIN, DPO}) List<String> roles,
        @VisibleTo({ADMIN, DPO}) Proposer proposedBy,
        @VisibleTo({ADMIN, DPO}) Instant proposedAt) {

    /** The administrator who proposed it. */
    record Proposer(
            @VisibleTo({ADMIN, DPO}) UUID id,
            @VisibleTo({ADMIN, DPO}) String name) {}

    /** How the description of the API names a page of them. */
    @Schema(name = "AccountChangePage")
    record Page(List<AccountChangeView> items, Optional<String> nextCursor) {}

    /** One that was just proposed, named for whoever proposed it. */
    @Schema(name = "AccountChangeProposed")
    record Proposed(@VisibleTo(ADMIN) UUID proposal) {}

    static AccountChangeView of(AccountChange change, Optional<Person> person, Person proposer) {
        return new AccountChangeView(
                change.id(),
                change.kind(),
                change.personId(),
                person.map(Person::name)
                        .orElseGet(
                                () -> change.wanted().over(AccountLabels.NONE).name()),
                change.wanted().email(),
                change.wanted().roles().stream().map(Role::claim).sorted().toList(),
                new Proposer(proposer.id(), proposer.name()),
                change.orderedAt());
    }
}
