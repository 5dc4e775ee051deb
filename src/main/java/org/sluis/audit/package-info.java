/** The trail: what was done, by whom, to what, with which outcome. */
@NullMarked
package org.sluis.audit;

import org.jspecify.annotations.NullMarked;
