package org.sluis.documents;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sluis.documents.WordQueue.Due;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.config.Settings;
import org.sluis.stack.UseCases;

/** Stands for the child processes and the job that takes the words of contents, for tests that have only a database. */
public final class ContentWords {

    private static final Duration LEASE = Duration.ofMinutes(10);

    private ContentWords() {}

    /** Takes up what is due until it is the document's turn. */
    private static Due claim(UseCases portal, UUID document) {
        Optional<Due> due = portal.as(
                SystemCaller.INDEXER,
                () -> portal.get(WordQueue.class).claim(Instant.now().plus(LEASE)));
        return due.orElseThrow().documentId().equals(document) ? due.get() : claim(portal, document);
    }

    /** Lets a document that waits have this text. */
    public static void give(UseCases portal, UUID document, String text) {
        keep(portal, claim(portal, document), text);
    }

    /** The same where something happens between the taking up and the end. */
    public static void giveLate(UseCases portal, UUID document, String text, Runnable meanwhile) {
        Due due = claim(portal, document);
        meanwhile.run();
        keep(portal, due, text);
    }

    private static void keep(UseCases portal, Due due, String text) {
        WordKey key = WordKey.of(portal.get(Settings.class));
        portal.as(SystemCaller.INDEXER, () -> {
            portal.get(WordQueue.class).keep(due, key.vector(due.documentId(), Words.of(text, 10_000)), key.mark());
            return true;
        });
    }
}
