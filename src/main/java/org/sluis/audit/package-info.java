/** The trail: what was done, by whom, to what, with which outcome; and who has had the bytes of which version. */
@NullMarked
package org.sluis.audit;

import org.jspecify.annotations.NullMarked;
