/** How fast the portal is, and that it stays so; run by {@code mvn -Pbench} alone, never by the ordinary build. */
@NullMarked
package org.sluis.bench;

import org.jspecify.annotations.NullMarked;
