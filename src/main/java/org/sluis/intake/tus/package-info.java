/** Uploads in pieces, as tus 1.0 says. */
@NullMarked
package org.sluis.intake.tus;

import org.jspecify.annotations.NullMarked;
