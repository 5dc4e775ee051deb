/** The portal from outside, as programs and people meet it. */
@NullMarked
package org.sluis.e2e;

import org.jspecify.annotations.NullMarked;
