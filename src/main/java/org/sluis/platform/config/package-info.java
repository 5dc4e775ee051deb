/** All settings, typed, validated at start. */
@NullMarked
package org.sluis.platform.config;

import org.jspecify.annotations.NullMarked;
