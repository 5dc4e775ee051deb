package org.sluis.people;

import java.util.UUID;

/** Somebody, or a group of people, that a grant can be given to. */
public record Principal(UUID id, PrincipalKind kind, String name) {}
