package org.sluis.people;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Somebody who can be written to, in their language. */
public record Addressee(UUID id, String name, Optional<String> email, Locale language) {}
