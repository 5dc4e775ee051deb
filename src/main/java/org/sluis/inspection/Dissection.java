package org.sluis.inspection;

import java.util.Optional;
import org.sluis.kernel.Problem;

/**
 * What came of taking a file apart.
 *
 * @param mediaType what it is, as far as is known
 * @param refusal why it may not come in; none where it may
 * @param members the worst of the scanner's verdicts on what lies inside; none where nothing does
 */
record Dissection(String mediaType, Optional<Problem> refusal, Optional<ScanVerdict> members) {}
