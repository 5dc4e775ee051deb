/** Proofs of the type and virus verdicts. */
@NullMarked
package org.sluis.inspection;

import org.jspecify.annotations.NullMarked;
