package org.sluis.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sluis.access.AccessGiven;
import org.sluis.access.AccessRestored;
import org.sluis.access.AccessRevoked;
import org.sluis.access.GivenGrant;
import org.sluis.access.SelfGrant;
import org.sluis.accounts.AccountChangeProposed;
import org.sluis.accounts.AccountChanged;
import org.sluis.accounts.InvitedElsewhere;
import org.sluis.documents.DocumentOpened;
import org.sluis.documents.VersionRefused;
import org.sluis.documents.VersionReleased;
import org.sluis.intake.checks.CheckOverdue;
import org.sluis.kernel.Role;
import org.sluis.mail.NewsDesk.Told;
import org.sluis.people.Addressees;
import org.sluis.quarantine.DocumentRecalled;
import org.sluis.quarantine.LiftProposed;
import org.sluis.quarantine.SecondLookAnswered;
import org.sluis.quarantine.SecondLookAsked;

/** Hears what happens in other rooms, in the transaction in which it happens, and enters whom to tell of it. */
@ApplicationScoped
class Announcements {

    private static final Logger LOG = System.getLogger(Announcements.class.getName());
    private static final Duration QUIET = Duration.ofHours(1);

    /** So long a mail of news waits at least. */
    private static final Duration UNDONE = Duration.ofMinutes(2);

    @Inject
    Outbox outbox;

    @Inject
    Addressees addressees;

    @Inject
    NewsDesk news;

    /** Administrators are to see whether the scanner works; one mail of the first file says it for all that follow soon. */
    void tell(@Observes CheckOverdue late) {
        Instant lately = Instant.now().minus(QUIET);
        everyone(Role.ADMIN).stream()
                .filter(administrator -> !outbox.wasTold(administrator, MailKind.CHECK_OVERDUE, lately))
                .forEach(administrator ->
                        outbox.enter(administrator, MailKind.CHECK_OVERDUE, late.documentId(), Optional.empty()));
    }

    /** The uploader and the data protection officers hear that an administrator reaches content by an act of their own. */
    void tell(@Observes SelfGrant grant) {
        Optional<UUID> actor = Optional.of(grant.administratorId());
        outbox.enter(grant.uploaderId(), MailKind.SELF_GRANT, grant.documentId(), actor);
        everyone(Role.DPO).forEach(dpo -> outbox.enter(dpo, MailKind.SELF_GRANT_OVERSIGHT, grant.documentId(), actor));
    }

    /** Whoever can open something new hears of it; who has given it knows. */
    void tell(@Observes AccessGiven given) {
        news.enter(NewsKind.NEW_FOR_YOU, told(given.grants(), given.administratorId()), given.at());
    }

    /** What was given so lately that nobody was told ends as quietly. */
    void tell(@Observes AccessRevoked revoked) {
        if (revoked.givenAt().plus(UNDONE).isBefore(revoked.at())) {
            news.enter(NewsKind.ENDED, told(List.of(revoked.grant()), revoked.administratorId()), revoked.at());
        }
    }

    /** Each reader once for each document, whatever names they act in. */
    private List<Told> told(List<GivenGrant> grants, UUID administrator) {
        Map<UUID, Set<UUID>> readers =
                addressees.behind(grants.stream().map(GivenGrant::principalId).collect(Collectors.toSet()));
        Map<List<UUID>, Told> told = new LinkedHashMap<>();
        for (GivenGrant grant : grants) {
            readers.getOrDefault(grant.principalId(), Set.of()).stream()
                    .filter(reader -> !reader.equals(administrator))
                    .forEach(reader -> told.putIfAbsent(
                            List.of(reader, grant.documentId()),
                            new Told(reader, grant.documentId(), Optional.of(grant.id()))));
        }
        return List.copyOf(told.values());
    }

    void tell(@Observes VersionRefused refused) {
        Told sender = new Told(refused.uploaderId(), refused.documentId(), Optional.empty());
        news.enter(NewsKind.REFUSED, List.of(sender), Instant.now());
    }

    /** Whoever gets the document for the first time was told of their grant, maybe while there was nothing to open yet. */
    void tell(@Observes VersionReleased released) {
        if (released.version() > 1) {
            news.enterVersion(released.documentId(), released.uploaderId());
        } else {
            news.mailAgain(released.documentId(), released.uploaderId(), released.uploadedAt());
        }
    }

    /** What was said of a grant is true of the one that takes its place again. */
    void tell(@Observes AccessRestored restored) {
        news.follow(restored.grants());
    }

    /** Whoever looks at a document has read what is new about it. */
    void tell(@Observes DocumentOpened opened, News reading) {
        reading.opened(opened.reader(), opened.documentId());
    }

    /** Whoever has a copy is to stop using it, and administrators are to see what happened. */
    void tell(@Observes DocumentRecalled recalled) {
        recalled.recipients()
                .forEach(recipient ->
                        outbox.enter(recipient, MailKind.DOCUMENT_RECALLED, recalled.documentId(), Optional.empty()));
        everyone(Role.ADMIN)
                .forEach(administrator -> outbox.enter(
                        administrator, MailKind.RECALL_OVERSIGHT, recalled.documentId(), Optional.empty()));
    }

    /** Administrators decide on a second look, but not on what they sent in themselves. */
    void tell(@Observes SecondLookAsked asked) {
        everyone(Role.ADMIN).stream()
                .filter(administrator -> !administrator.equals(asked.senderId()))
                .forEach(administrator ->
                        outbox.enter(administrator, MailKind.SECOND_LOOK_ASKED, asked.documentId(), Optional.empty()));
    }

    /** The same for the consent that is missing. */
    void tell(@Observes LiftProposed proposed) {
        Set<UUID> barred = Set.of(proposed.senderId(), proposed.administratorId());
        everyone(Role.ADMIN).stream()
                .filter(administrator -> !barred.contains(administrator))
                .forEach(administrator -> outbox.enter(
                        administrator,
                        MailKind.LIFT_PROPOSED,
                        proposed.documentId(),
                        Optional.of(proposed.administratorId())));
    }

    void tell(@Observes SecondLookAnswered answered) {
        outbox.enter(answered.senderId(), MailKind.SECOND_LOOK_ANSWERED, answered.documentId(), Optional.empty());
    }

    /** Whoever can consent hears of it, and who answers for data protection. */
    void tell(@Observes AccountChangeProposed proposed) {
        Stream.concat(administratorsOfLate(), everyone(Role.DPO).stream())
                .distinct()
                .filter(overseer -> !overseer.equals(proposed.administratorId()))
                .forEach(overseer -> outbox.enterAbout(
                        overseer,
                        MailKind.ACCOUNT_CHANGE_PROPOSED,
                        proposed.personId(),
                        proposed.administratorId(),
                        Optional.empty()));
    }

    /** The person hears of it where they were reached before, since the new address may be somebody else's. */
    void tell(@Observes AccountChanged changed) {
        changed.formerAddress()
                .ifPresent(address ->
                        enter(changed.personId(), MailKind.OWN_ACCOUNT_CHANGED, changed, Optional.of(address)));
        if (changed.overEmployee()) {
            administratorsOfLate()
                    .forEach(
                            administrator -> enter(administrator, MailKind.ACCOUNT_CHANGED, changed, Optional.empty()));
            everyone(Role.DPO)
                    .forEach(dpo -> enter(dpo, MailKind.ACCOUNT_CHANGED_OVERSIGHT, changed, Optional.empty()));
        }
    }

    /** Whoever has the address learns of it, at that address; who has invited them does not learn that they have an account. */
    void tell(@Observes InvitedElsewhere invited) {
        outbox.enterAbout(
                invited.ownerId(),
                MailKind.INVITED_ELSEWHERE,
                invited.organisationId(),
                invited.invitedBy(),
                Optional.of(invited.address()));
    }

    /** Nobody keeps others from hearing what happens to accounts by shutting them out first. */
    private Stream<UUID> administratorsOfLate() {
        return Stream.concat(everyone(Role.ADMIN).stream(), addressees.administratorsShutOutLately().stream());
    }

    private void enter(UUID recipient, MailKind kind, AccountChanged changed, Optional<String> address) {
        outbox.enterAbout(recipient, kind, changed.personId(), changed.orderedBy(), address);
    }

    private List<UUID> everyone(Role role) {
        List<UUID> found = addressees.holding(role);
        if (found.isEmpty()) {
            LOG.log(Level.WARNING, "Nobody in the role {0} is known yet, so none is told", role.claim());
        }
        return found;
    }
}
