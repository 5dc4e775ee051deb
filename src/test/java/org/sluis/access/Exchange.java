package org.sluis.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.sluis.blob.StoredBlob;
import org.sluis.documents.Documents;
import org.sluis.documents.NewDocument;
import org.sluis.documents.ReceivedFile;
import org.sluis.documents.Reception;
import org.sluis.documents.Reception.Pending;
import org.sluis.inspection.MalwareFinding;
import org.sluis.inspection.parsing.ContentNotice;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.kernel.Sha256;
import org.sluis.kernel.SystemCaller;
import org.sluis.people.People;
import org.sluis.people.Teams;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.security.Identity;
import org.sluis.quarantine.Recalls;
import org.sluis.quarantine.RescanQueue;
import org.sluis.quarantine.RescanQueue.Due;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** People who exchange documents on a bare database, by the portal's own use cases. */
final class Exchange implements AutoCloseable {

    static final Sha256 SHA256 = Sha256.of(new byte[] {7});
    private static final long UNCLAIMED = 0;

    final UseCases portal;

    Exchange(BareDatabase database) {
        portal = UseCases.ofApplication(database);
    }

    /** Somebody new who has just signed in. */
    Caller person(Optional<String> organisation, Role... roles) {
        UUID subject = Ids.next();
        return signedIn(new Identity(
                "https://issuer.example",
                subject.toString(),
                "Person " + subject,
                Optional.of(subject + "@example.org"),
                Locale.ENGLISH,
                organisation,
                Set.of(roles),
                Instant.now()));
    }

    Caller signedIn(Identity identity) {
        return portal.as(
                SystemCaller.REGISTRAR,
                () -> portal.get(People.class)
                        .callerOf(identity, Optional.empty())
                        .orElseThrow());
    }

    /** A document that waits for its verdict. */
    Pending sent(Caller sender, String title) {
        NewDocument metadata = new NewDocument(title, "test-report", Optional.empty());
        return portal.as(sender, () -> portal.get(Reception.class).enter(sender, metadata, file(), Instant.now()));
    }

    /** A further version of a document, waiting. */
    Pending revised(Caller sender, UUID document) {
        return portal.as(sender, () -> portal.get(Reception.class).revise(sender, document, file(), Instant.now()));
    }

    /** A document that has passed the gate. */
    UUID released(Caller sender, String title) {
        Pending pending = sent(sender, title);
        release(pending);
        return pending.documentId();
    }

    void release(Pending pending) {
        asGate(() -> portal.get(Reception.class).release(pending, SHA256, "text/plain", List.of()));
    }

    /** The same, with something its readers should know. */
    void release(Pending pending, ContentNotice notice) {
        asGate(() -> portal.get(Reception.class).release(pending, SHA256, "text/plain", List.of(notice)));
    }

    /** Refused by a rule, and by no scanner. */
    void reject(Pending pending, Objection why) {
        asGate(() -> portal.get(Reception.class).reject(pending, why, Optional.empty(), Optional.empty()));
    }

    /** The same, kept sealed for a second look. */
    void reject(Pending pending, Objection why, Instant keptUntil) {
        asGate(() -> portal.get(Reception.class).reject(pending, why, Optional.empty(), Optional.of(keptUntil)));
    }

    void reject(Pending pending) {
        asGate(() -> portal.get(Reception.class)
                .reject(
                        pending,
                        Objection.of(Rule.MALWARE),
                        Optional.of(new MalwareFinding("Eicar", Optional.empty())),
                        Optional.empty()));
    }

    /** A scan finds malware in what is stored. */
    static boolean recall(UseCases portal, Pending version, MalwareFinding by) {
        return portal.as(SystemCaller.RESCANNER, () -> {
            portal.get(RescanQueue.class).add(version.versionId());
            return portal.get(Recalls.class).recall(new Due(version, UNCLAIMED, 1), version, by);
        });
    }

    UUID grant(Caller administrator, UUID document, GrantOrder order) {
        return portal.as(administrator, () -> portal.get(Grants.class).grant(administrator, document, order));
    }

    /** A right at once and without end. */
    UUID grant(Caller administrator, UUID document, UUID person, Right right) {
        return grant(
                administrator,
                document,
                new GrantOrder(person, right, Optional.empty(), Optional.empty(), "inspection"));
    }

    void revoke(Caller administrator, UUID document, UUID grant) {
        portal.as(administrator, () -> {
            portal.get(Grants.class).revoke(administrator, document, grant);
            return true;
        });
    }

    /** Lets a grant be over since a second, as if its time had come. */
    void expire(BareDatabase database, UUID grant) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                PreparedStatement statement = connection.prepareStatement(
                        "update document_grant set valid_from = now() - interval '1 hour', granted_at = now() - interval"
                                + " '1 hour', valid_until = now() - interval '1 second' where id = ?")) {
            statement.setObject(1, grant);
            statement.executeUpdate();
        }
    }

    UUID team(Caller administrator, String name) {
        return portal.as(administrator, () -> portal.get(Teams.class).found(administrator, name));
    }

    void join(Caller administrator, UUID team, UUID person) {
        portal.as(administrator, () -> {
            portal.get(Teams.class).join(administrator, team, person);
            return true;
        });
    }

    void leave(Caller administrator, UUID team, UUID person) {
        portal.as(administrator, () -> {
            portal.get(Teams.class).leave(administrator, team, person);
            return true;
        });
    }

    void setActive(UUID person, boolean active) {
        portal.as(
                SystemCaller.REGISTRAR,
                () -> portal.change(
                        "update person set active = cast(?2 as boolean) where id = cast(?1 as uuid)", person, active));
    }

    /** What the person is told of a document, or the refusal. */
    Optional<Problem> refusalOfReading(Caller reader, UUID document) {
        return refusal(() -> portal.as(reader, () -> portal.get(Documents.class).read(reader, document)));
    }

    Optional<Problem> refusalOfContent(Caller reader, UUID document) {
        return refusal(() ->
                portal.as(reader, () -> portal.get(Documents.class).content(reader, document, Optional.empty())));
    }

    List<FilteredView> versions(Caller reader, UUID document) {
        return portal.as(reader, () -> portal.get(Documents.class).versions(reader, document));
    }

    static Optional<Problem> refusal(Runnable act) {
        try {
            act.run();
            return Optional.empty();
        } catch (ProblemException refused) {
            return Optional.of(refused.problem());
        }
    }

    @Override
    public void close() {
        portal.close();
    }

    private void asGate(Runnable act) {
        portal.as(SystemCaller.GATE, () -> {
            act.run();
            return true;
        });
    }

    private static ReceivedFile file() {
        return new ReceivedFile(
                "report.txt",
                new StoredBlob(Ids.next(), 1, SHA256, OptionalLong.of(1), new StoredBlob.WrappedKey(new byte[] {1})));
    }
}
