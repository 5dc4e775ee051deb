package org.sluis.people;

import org.jspecify.annotations.Nullable;

/** A team as the API is asked for one. */
public record TeamRequest(@Nullable String name) {}
