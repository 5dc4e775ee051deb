package org.sluis.platform.web;

import java.util.Locale;
import org.sluis.kernel.Caller;

/** Keeps the language that somebody who is signed in has chosen, for pages and for mails. */
public interface KeptLanguage {

    /** @param language one of {@link Languages#SPOKEN} */
    void choose(Caller reader, Locale language);
}
