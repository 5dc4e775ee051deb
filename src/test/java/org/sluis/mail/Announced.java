package org.sluis.mail;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sluis.access.AccessGiven;
import org.sluis.access.AccessRestored;
import org.sluis.access.AccessRevoked;
import org.sluis.documents.DocumentOpened;
import org.sluis.documents.VersionRefused;
import org.sluis.documents.VersionReleased;
import org.sluis.kernel.Caller;
import org.sluis.stack.UseCases;

/** Stands where the container would tell the room of mails what happens in others, in the transaction in which it happens. */
public final class Announced {

    private Announced() {}

    /** What the act tells is heard. */
    public static <T> T by(UseCases portal, Callable<T> act) throws Exception {
        List<Object> before = portal.events();
        T result = act.call();
        List<Object> told = portal.events();
        told.subList(before.size(), told.size()).forEach(event -> tell(portal, event));
        return result;
    }

    /** Marks items as read: all of them. */
    public static NewsRead all() {
        return new NewsReadRequest(null, null).items();
    }

    /** Somebody chooses how often they hear, and no quiet hours. */
    public static boolean choose(UseCases portal, Caller reader, String rhythm) {
        portal.get(OwnMails.class)
                .choose(reader, new MailChoice(Rhythm.valueOf(rhythm), Optional.empty(), Optional.empty()));
        return true;
    }

    private static void tell(UseCases portal, Object event) {
        Announcements announcements = portal.get(Announcements.class);
        if (event instanceof AccessGiven given) {
            announcements.tell(given);
        } else if (event instanceof AccessRevoked revoked) {
            announcements.tell(revoked);
        } else if (event instanceof AccessRestored restored) {
            announcements.tell(restored);
        } else if (event instanceof VersionRefused refused) {
            announcements.tell(refused);
        } else if (event instanceof VersionReleased released) {
            announcements.tell(released);
        } else if (event instanceof DocumentOpened opened) {
            announcements.tell(opened, portal.get(News.class));
        }
    }
}
