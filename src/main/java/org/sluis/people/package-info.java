/** Persons, known by issuer and subject, with their organisations and teams. */
@NullMarked
package org.sluis.people;

import org.jspecify.annotations.NullMarked;
