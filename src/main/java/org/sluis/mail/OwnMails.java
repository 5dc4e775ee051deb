package org.sluis.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.sluis.audit.Trail;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ResourceRef;
import org.sluis.mail.MailChoice.QuietHours;
import org.sluis.platform.config.Settings;
import org.sluis.platform.persistence.Row;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;

/** What people choose of the mails they get. It holds for what waits already, too. */
@ApplicationScoped
class OwnMails {

    private static final String CHOSEN = """
            select rhythm, cast(quiet_from as text), cast(quiet_until as text), zone
            from mail_rhythm where person_id = cast(?1 as uuid)
            """;

    private static final String CHOOSE = """
            insert into mail_rhythm (person_id, rhythm, quiet_from, quiet_until, zone)
            values (cast(?1 as uuid), ?2, cast(nullif(?3, '') as time), cast(nullif(?4, '') as time), nullif(?5, ''))
            on conflict (person_id) do update set rhythm = excluded.rhythm,
                quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, zone = excluded.zone
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Outbox outbox;

    @Inject
    Settings settings;

    @Inject
    Trail trail;

    @Transactional
    public FilteredView read(Caller reader) {
        List<?> rows = entities.createNativeQuery(CHOSEN)
                .setParameter(1, reader.personId().toString())
                .getResultList();
        MailChoice choice =
                rows.stream().map(Row::of).map(OwnMails::choice).findFirst().orElse(MailChoice.DEFAULT);
        return FieldFilter.shown(OwnMailsView.of(choice), Audience.of(reader));
    }

    @Transactional
    public void choose(Caller reader, MailChoice choice) {
        entities.createNativeQuery(CHOOSE)
                .setParameter(1, reader.personId().toString())
                .setParameter(2, choice.rhythm().name())
                .setParameter(
                        3, choice.quiet().map(quiet -> quiet.from().toString()).orElse(""))
                .setParameter(
                        4, choice.quiet().map(quiet -> quiet.until().toString()).orElse(""))
                .setParameter(5, choice.zone().map(ZoneId::getId).orElse(""))
                .executeUpdate();
        outbox.newsAgain(reader.personId(), settings.zone());
        trail.done(
                reader,
                MailAction.MAIL_RHYTHM_CHOSEN,
                ResourceRef.person(reader.personId()),
                new MailFacts.Chosen(choice.rhythm(), choice.quiet().isPresent()));
    }

    private static MailChoice choice(Row row) {
        return new MailChoice(
                Rhythm.valueOf(row.text(0).orElseThrow()),
                row.text(1)
                        .map(LocalTime::parse)
                        .flatMap(from -> row.text(2).map(LocalTime::parse).map(until -> new QuietHours(from, until))),
                row.text(3).map(ZoneId::of));
    }
}
