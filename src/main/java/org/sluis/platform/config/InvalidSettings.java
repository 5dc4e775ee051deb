package org.sluis.platform.config;

import java.util.List;

/** The portal does not start: each complaint names a key and what is wrong with it, never its value. */
public final class InvalidSettings extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public InvalidSettings(List<String> complaints) {
        super("The portal cannot start with these settings: " + String.join("; ", complaints));
    }
}
