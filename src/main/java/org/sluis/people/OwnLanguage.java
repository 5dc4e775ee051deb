package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Locale;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ResourceRef;
import org.sluis.platform.web.KeptLanguage;

/** The language that people choose for themselves: in it they read pages and get mails, whatever their account says. */
@ApplicationScoped
class OwnLanguage implements KeptLanguage {

    /** People cannot change their own row; the function changes this much of it. */
    private static final String CHOOSE = "select cast(choose_language(?1) as text)";

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    PeopleTrail trail;

    @Override
    @Transactional
    public void choose(Caller reader, Locale language) {
        entities.createNativeQuery(CHOOSE)
                .setParameter(1, language.getLanguage())
                .getSingleResult();
        trail.done(
                reader,
                PeopleAction.LANGUAGE_CHOSEN,
                ResourceRef.person(reader.personId()),
                new PeopleFacts.Language(language.getLanguage()));
    }
}
