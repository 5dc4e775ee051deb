/** What waits, what was refused or recalled, second looks and scanning again: the administrators' desk. */
@NullMarked
package org.sluis.quarantine;

import org.jspecify.annotations.NullMarked;
