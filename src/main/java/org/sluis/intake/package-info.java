/** From the first byte to the verdict: reception, checking, release or rejection. */
@NullMarked
package org.sluis.intake;

import org.jspecify.annotations.NullMarked;
