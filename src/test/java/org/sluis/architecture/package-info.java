/** The habits of the house, held by tests: who may know whom, what is never used, what every text needs. */
@NullMarked
package org.sluis.architecture;

import org.jspecify.annotations.NullMarked;
