/** Organisations and persons, known by issuer and subject. */
@NullMarked
package org.sluis.people;

import org.jspecify.annotations.NullMarked;
