/** Grants, and the one decision: may this caller do this to this resource. */
@NullMarked
package org.sluis.access;

import org.jspecify.annotations.NullMarked;
