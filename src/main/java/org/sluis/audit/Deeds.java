package org.sluis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.sluis.kernel.Deed;

/** Hears of acts in rooms that cannot know the trail. */
@ApplicationScoped
class Deeds {

    @Inject
    Trail trail;

    void hear(@Observes Deed deed) {
        if (deed.allowed()) {
            trail.done(deed);
        } else {
            trail.denied(deed);
        }
    }
}
