/** What concerns the portal as a whole. */
@NullMarked
package org.sluis;

import org.jspecify.annotations.NullMarked;
