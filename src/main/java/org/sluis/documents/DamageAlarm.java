package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.sluis.blob.StoredBlob;
import org.sluis.platform.health.Meters;

/** Calls the operator when stored bytes cannot be read back as they were stored: by the log and by a metric. */
@ApplicationScoped
public class DamageAlarm {

    private static final Logger LOG = System.getLogger(DamageAlarm.class.getName());

    @Inject
    Meters meters;

    /** @return {@code damage}, to be thrown */
    IOException raised(Content content, IOException damage) {
        return raised(content.blob(), damage);
    }

    /** The same where the bytes are nobody's content yet. */
    public IOException raised(StoredBlob blob, IOException damage) {
        LOG.log(Level.ERROR, "ALARM: stored content " + blob.id() + " is damaged or gone", damage);
        meters.damaged();
        return damage;
    }
}
