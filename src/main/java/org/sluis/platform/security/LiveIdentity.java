package org.sluis.platform.security;

import java.util.Optional;

/**
 * Who a token speaks for, as the realm confirmed it.
 *
 * @param session the realm's session the token belongs to, where it names one
 */
record LiveIdentity(Identity identity, Optional<String> session) {}
