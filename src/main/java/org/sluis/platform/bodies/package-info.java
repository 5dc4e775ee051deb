/** Bodies of requests: how many are received at once, how slowly they may come, and what of them is text. */
@NullMarked
package org.sluis.platform.bodies;

import org.jspecify.annotations.NullMarked;
