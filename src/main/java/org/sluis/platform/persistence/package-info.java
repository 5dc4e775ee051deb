/** Migration and connection to PostgreSQL. */
@NullMarked
package org.sluis.platform.persistence;

import org.jspecify.annotations.NullMarked;
