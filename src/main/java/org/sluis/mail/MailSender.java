package org.sluis.mail;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.sluis.kernel.Caller;
import org.sluis.people.Addressee;
import org.sluis.people.Addressees;
import org.sluis.platform.config.Settings;
import org.sluis.platform.health.Meters;
import org.sluis.platform.jobs.Jobs;
import org.sluis.platform.jobs.Jobs.Repetition;
import org.sluis.platform.jobs.RetryDelay;
import org.sluis.platform.web.Messages;

/**
 * Brings mails from the outbox to the relay, one after the other. A mail is done when the relay has said that it took it;
 * every other outcome, refusals included, is tried again with growing delay, since relays refuse for passing reasons and
 * wrong settings alike. After a fault the round ends, so that a relay which is away is not asked for each mail.
 */
@ApplicationScoped
public class MailSender {

    private static final Logger LOG = System.getLogger(MailSender.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** No further mail is taken after that, so that a node that is stuck differs from one that is busy. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);

    /** How often a relay can stand still in one conversation, at the most. */
    private static final int STANDSTILLS = 20;

    @Inject
    Jobs jobs;

    @Inject
    Outbox outbox;

    @Inject
    News news;

    @Inject
    Addressees addressees;

    @Inject
    Messages messages;

    @Inject
    Settings settings;

    @Inject
    Meters meters;

    private final RandomGenerator random = new SecureRandom();
    private volatile Repetition rounds = () -> {};

    @SuppressWarnings("NullAway.Init")
    private MailTexts texts;

    @SuppressWarnings("NullAway.Init")
    private SmtpRelay relay;

    @PostConstruct
    void prepare() {
        texts = new MailTexts(messages, settings.publicUrl());
        relay = new SmtpRelay(settings.mail());
    }

    void start(@Observes Startup event) {
        rounds = jobs.every("mails", PAUSE, LONGEST_ROUND.plus(lease()), this::deliver);
    }

    /** Begins no further round. */
    @PreDestroy
    void stop() {
        rounds.end();
    }

    /** Sends what is due until nothing is, for some time at most, or until one does not get through. */
    void deliver() {
        boolean through = true;
        long begin = System.nanoTime();
        while (through && System.nanoTime() - begin < LONGEST_ROUND.toNanos()) {
            Optional<OutboxMail> due = outbox.claim(Instant.now().plus(lease()));
            through = due.isPresent() && isDone(due.get());
        }
    }

    private Duration lease() {
        return settings.mail().patience().multipliedBy(STANDSTILLS);
    }

    private boolean isDone(OutboxMail notice) {
        Optional<Addressee> recipient = notice.reachesTheShutOut()
                ? addressees.known(notice.recipientId())
                : addressees.active(notice.recipientId());
        Set<NewsKind> news = notice.kind().isNews() ? untold(notice) : Set.of();
        if (recipient.isEmpty() || (notice.kind().isNews() && news.isEmpty())) {
            outbox.withdrawn(notice);
            meters.mailed("withdrawn");
            return true;
        }
        try {
            relay.send(letter(notice, recipient.get(), news));
        } catch (MessagingException | RuntimeException notTaken) {
            leave(notice, PlainLine.of(reason(notTaken)));
            return false;
        }
        outbox.sent(notice);
        meters.mailed("sent");
        return true;
    }

    /** What the recipient would find in the portal now; what was new may be gone again, or was read there. */
    private Set<NewsKind> untold(OutboxMail mail) {
        Caller reader = new Caller(mail.recipientId(), "", Set.of(), Optional.empty(), Optional.empty());
        return news.untold(reader, mail.writtenAt());
    }

    private MailText letter(OutboxMail notice, Addressee recipient, Set<NewsKind> news) throws MessagingException {
        String address =
                notice.address().or(recipient::email).orElseThrow(() -> new MessagingException("no address is known"));
        return texts.written(notice, recipient, address, named(notice), news);
    }

    private String named(OutboxMail notice) {
        if (notice.kind().namesOrganisation()) {
            return addressees.organisationName(notice.documentId());
        }
        return notice.actorId().map(addressees::name).orElse("");
    }

    private void leave(OutboxMail notice, String fault) {
        Settings.Mail mail = settings.mail();
        if (notice.dueAt().plus(mail.giveUp()).isBefore(Instant.now())) {
            if (outbox.givenUp(notice, fault)) {
                LOG.log(Level.ERROR, "ALARM: mail {0} is given up: {1}", notice.id(), fault);
                meters.mailed("given-up");
            }
            return;
        }
        LOG.log(Level.WARNING, "Mail {0} does not get through yet: {1}", notice.id(), fault);
        Duration delay = new RetryDelay(mail.retryCap()).after(notice.attempts(), random);
        outbox.postponed(notice, Instant.now().plus(delay), fault);
        meters.mailed("postponed");
    }

    /** The last of a chain says what the relay said. */
    private static String reason(Exception fault) {
        Exception last = fault;
        while (last instanceof MessagingException chained && chained.getNextException() != null) {
            last = chained.getNextException();
        }
        return last.toString();
    }
}
