/** Bytes by generated identifier, encrypted at rest; nothing else. */
@NullMarked
package org.sluis.blob;

import org.jspecify.annotations.NullMarked;
