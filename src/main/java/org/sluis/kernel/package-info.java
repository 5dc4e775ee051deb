/** Identifiers, hashes, pages, the caller, events for the trail and domain exceptions: the words every room speaks. */
@NullMarked
package org.sluis.kernel;

import org.jspecify.annotations.NullMarked;
