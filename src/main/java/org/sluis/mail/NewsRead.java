package org.sluis.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which items somebody has read.
 *
 * @param ids these alone; all where there are none
 * @param through nothing that is newer than this one
 */
record NewsRead(Optional<List<UUID>> ids, Optional<UUID> through) {}
