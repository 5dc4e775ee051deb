/** Whether the portal and what it stands on can do their work. */
@NullMarked
package org.sluis.platform.health;

import org.jspecify.annotations.NullMarked;
