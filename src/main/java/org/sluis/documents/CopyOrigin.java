package org.sluis.documents;

import java.util.List;
import org.sluis.inspection.parsing.Removal;
import org.sluis.kernel.Sha256;

/**
 * What a version is that the portal made out of a refused one.
 *
 * @param fromVersion number of the refused version
 * @param fromSha256 of its bytes
 * @param removals what was left out
 * @param signaturesLost whether its digital signatures do not hold for the copy
 */
public record CopyOrigin(int fromVersion, Sha256 fromSha256, List<Removal> removals, boolean signaturesLost) {}
