package org.sluis.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.sluis.audit.Trail;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ResourceRef;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;

/** What people choose of the mails they get. What waits by then comes as it would have. */
@ApplicationScoped
class OwnMails {

    private static final String CHOSEN = "select rhythm from mail_rhythm where person_id = cast(?1 as uuid)";

    private static final String CHOOSE = """
            insert into mail_rhythm (person_id, rhythm) values (cast(?1 as uuid), ?2)
            on conflict (person_id) do update set rhythm = excluded.rhythm
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Trail trail;

    @Transactional
    public Rhythm rhythm(Caller reader) {
        List<?> rows = entities.createNativeQuery(CHOSEN)
                .setParameter(1, reader.personId().toString())
                .getResultList();
        return rows.stream()
                .map(row -> Rhythm.valueOf(row.toString()))
                .findFirst()
                .orElse(Rhythm.AT_ONCE);
    }

    @Transactional
    public FilteredView read(Caller reader) {
        return FieldFilter.shown(new OwnMailsView(rhythm(reader)), Audience.of(reader));
    }

    @Transactional
    public void choose(Caller reader, Rhythm rhythm) {
        entities.createNativeQuery(CHOOSE)
                .setParameter(1, reader.personId().toString())
                .setParameter(2, rhythm.name())
                .executeUpdate();
        trail.done(
                reader,
                MailAction.MAIL_RHYTHM_CHOSEN,
                ResourceRef.person(reader.personId()),
                new MailFacts.Chosen(rhythm));
    }
}
