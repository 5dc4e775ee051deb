/** From stored bytes to a verdict: the queue of checks, the gate, and scanning again. */
@NullMarked
package org.sluis.intake.checks;

import org.jspecify.annotations.NullMarked;
