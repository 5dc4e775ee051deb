package org.sluis.accounts;

import java.time.Instant;

/**
 * A session of an account as the realm keeps it: one browser, or one program.
 *
 * @param address from which it was begun
 */
record RealmSession(String id, String address, Instant startedAt, Instant lastUsedAt) {}
