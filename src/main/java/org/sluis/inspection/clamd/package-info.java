/** The scanners: asking ClamAV, several of them, and knowing which are fit. */
@NullMarked
package org.sluis.inspection.clamd;

import org.jspecify.annotations.NullMarked;
