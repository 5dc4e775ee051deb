/** The demonstration stack: every part the portal stands on, started, awaited and stopped by the project itself. */
@NullMarked
package org.sluis.stack;

import org.jspecify.annotations.NullMarked;
