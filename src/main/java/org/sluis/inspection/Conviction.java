package org.sluis.inspection;

import java.util.Optional;

/**
 * A scanner's word that bytes are malware.
 *
 * @param signature by which it knows them
 * @param scanner what it says of itself, engine and signatures, as far as is known
 */
public record Conviction(String signature, Optional<String> scanner) {}
