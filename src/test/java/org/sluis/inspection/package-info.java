/** What may come in and what may not, tried with files that real programs and hostile people make. */
@NullMarked
package org.sluis.inspection;

import org.jspecify.annotations.NullMarked;
