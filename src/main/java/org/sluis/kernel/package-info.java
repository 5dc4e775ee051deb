/** Identifiers, hashes, pages, the caller and domain exceptions: the words every room speaks. */
@NullMarked
package org.sluis.kernel;

import org.jspecify.annotations.NullMarked;
